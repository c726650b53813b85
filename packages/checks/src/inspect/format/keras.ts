import { shown } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { isRecord, records } from "./json.ts";

const ownModule =
  /^keras(\.src)?(\.(layers|models|initializers|regularizers|constraints|optimizers|losses|metrics|activations|dtype_policies|random|legacy)(\.\w+)*)?$/;
const runsCode = /^(Lambda|TFOpLambda|SlicingOpLambda|__lambda__|function|ClassMethod)$/;

function fault(node: Record<string, unknown>): string | null {
  const { class_name: name, module, registered_name: registered } = node;
  if (typeof name !== "string") return null;
  if (runsCode.test(name)) return `holds a ${shown(name)}, whose code runs when the model is loaded or used`;
  if (typeof module === "string" && !ownModule.test(module))
    return `loads ${shown(`${module}.${name}`)}, which is not part of Keras`;
  if (module !== undefined && module !== null && typeof module !== "string")
    return `names a module for ${shown(name)} in a way that cannot be read`;
  if (
    typeof registered === "string" &&
    registered !== name &&
    registered.includes(">") &&
    !registered.startsWith("keras>")
  )
    return `needs the class ${shown(registered)}, which the model brings itself`;
  return null;
}

/** A Keras configuration: every class it names, at any depth, must be one of Keras's own that runs no code of the file. */
export function scanKerasConfig(scan: Scan, item: Item, json: unknown): void {
  if (!isRecord(json))
    return report(
      scan,
      "keras.broken",
      item.where,
      `${item.where} is not a JSON object, so its layers cannot be read.`,
    );
  for (const node of records(json)) {
    const found = fault(node);
    if (found) report(scan, "keras.unsafe_class", item.where, `${item.where} ${found}.`);
  }
}
