import { z } from "zod";
import { shown } from "../bytes.ts";
import { parseYaml } from "../mlmodel/yaml.ts";
import { type Item, report, type Scan } from "../scan.ts";

const flavour = z.object({
  loader_module: z.string().nullish(),
  code: z.unknown().optional(),
  model_code_path: z.unknown().optional(),
  skops_trusted_types: z.array(z.string()).nullish(),
});
const shape = z.object({ flavors: z.record(z.string(), z.unknown()) });

/** Parts of MLmodel that make MLflow run code of the model's own when it is loaded. Source: mlflow/pyfunc/__init__.py. */
export function scanMlmodel(scan: Scan, item: Item, text: string): void {
  const parsed = shape.safeParse(parseYaml(text));
  if (!parsed.success)
    return report(scan, "mlmodel.broken", item.where, `${item.where} cannot be read as an MLmodel file.`);
  for (const [name, value] of Object.entries(parsed.data.flavors)) {
    const read = flavour.safeParse(value);
    if (!read.success) {
      report(
        scan,
        "mlmodel.broken",
        item.where,
        `${item.where} describes the flavour ${shown(name)} in a way that cannot be read.`,
      );
      continue;
    }
    const { loader_module: loader, code, model_code_path: codePath, skops_trusted_types: types } = read.data;
    if (loader && !/^mlflow(\.\w+)*$/.test(loader))
      report(
        scan,
        "mlmodel.custom_code",
        item.where,
        `${item.where} loads the model with ${shown(loader)}, which is not part of MLflow.`,
      );
    if ((code !== null && code !== undefined) || (codePath !== null && codePath !== undefined))
      report(
        scan,
        "mlmodel.custom_code",
        item.where,
        `${item.where} brings code of its own (flavour ${shown(name)}), which runs when the model is loaded.`,
      );
    for (const type of types ?? []) {
      const cut = type.lastIndexOf(".");
      const standing = scan.allow.standing(type.slice(0, cut), type.slice(cut + 1));
      if (standing !== "allowed" && standing !== "reference")
        report(
          scan,
          "skops.unknown_type",
          item.where,
          `${item.where} tells skops to trust ${shown(type)}, which is not on the list of what a model file may name.`,
        );
    }
  }
}
