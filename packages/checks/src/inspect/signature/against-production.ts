import type { Detection } from "@countersign/domain";
import { fits } from "../../quality/types-fit.ts";
import type { Schema, Signature } from "../mlmodel/signature.ts";
import { classesOf, feedsOf } from "../onnx/read-model.ts";
import type { OnnxModel, OnnxValue } from "../onnx/types.ts";
import { detection, feedFault, lookalike } from "./types.ts";

const shapeText = (shape: readonly (number | null)[]): string => `[${shape.map((d) => d ?? "?").join(", ")}]`;

function columnChanges(before: Schema, now: Schema): Detection[] {
  if (before.kind !== "columns" || now.kind !== "columns")
    return before.kind === now.kind
      ? []
      : [
          detection(
            "signature.kind_changed",
            "inputs",
            `inputs are ${now.kind} in this version and ${before.kind} in production`,
          ),
        ];
  const then = new Map(before.columns.map((c) => [c.name, c]));
  const names = new Set(now.columns.map((c) => c.name));
  const fresh = now.columns.filter((c) => !then.has(c.name));
  return [
    ...before.columns
      .filter((c) => !names.has(c.name))
      .map((c) =>
        detection(
          "signature.removed",
          c.name,
          `production takes ${c.name}, this version does not${lookalike(
            c.name,
            fresh.map((f) => f.name),
          )}`,
        ),
      ),
    ...fresh
      .filter((c) => c.required)
      .map((c) => detection("signature.new_required", c.name, `${c.name} (${c.type}) is a new required input`)),
    ...now.columns.flatMap((c) => {
      const old = then.get(c.name);
      if (!old) return [];
      const type =
        old.type === c.type || fits(old.type, c.type, false)
          ? []
          : [
              detection(
                "signature.retyped",
                c.name,
                `${c.name} is ${old.type} in production and ${c.type} in this version, which does not hold all its values`,
              ),
            ];
      return !old.required && c.required
        ? [
            ...type,
            detection(
              "signature.now_required",
              c.name,
              `${c.name} may be missing in production and is required in this version`,
            ),
          ]
        : type;
    }),
  ];
}

function tensorChanges(before: Schema | null, now: Schema | null, of: "input" | "output"): Detection[] {
  if (before?.kind !== "tensors" || now?.kind !== "tensors")
    return of === "output" && before && now && before.kind !== now.kind
      ? [
          detection(
            "signature.output_changed",
            "outputs",
            `outputs are ${now.kind} in this version and ${before.kind} in production`,
          ),
        ]
      : [];
  return before.tensors.flatMap((old, i) => {
    const name = old.name ?? `${of} ${i + 1}`;
    const made = now.tensors[i];
    if (!made)
      return [detection(`signature.${of}_removed`, name, `production has the ${of} ${name}, this version has not`)];
    const changed = made.shape.length !== old.shape.length || made.shape.some((d, k) => d !== old.shape[k]);
    const shape = changed
      ? [
          detection(
            `signature.${of}_shape`,
            name,
            `the ${of} ${name} has the shape ${shapeText(old.shape)} in production and ${shapeText(made.shape)} in this version`,
          ),
        ]
      : [];
    return made.dtype === old.dtype
      ? shape
      : [
          ...shape,
          detection(
            `signature.${of}_type`,
            name,
            `the ${of} ${name} is ${old.dtype} in production and ${made.dtype} in this version`,
          ),
        ];
  });
}

/** Changes between two signatures that break whoever calls the version in production. A wider type or a new optional input does not. */
export function signatureChanges(before: Signature, now: Signature): Detection[] {
  return [
    ...columnChanges(before.inputs, now.inputs),
    ...tensorChanges(before.inputs, now.inputs, "input"),
    ...tensorChanges(before.outputs, now.outputs, "output"),
  ];
}

const width = (value: OnnxValue | undefined): number | null =>
  value?.shape && value.shape.length > 1 ? (value.shape.at(-1) ?? null) : null;

/** The same between two graphs. `outputs`: the output that each submission names. Inputs in `told` were already spoken of. */
export function graphChanges(
  before: OnnxModel,
  now: OnnxModel,
  outputs: { before: string; now: string },
  told: ReadonlySet<string>,
): Detection[] {
  const then = new Map(feedsOf(before).map((i) => [i.name, i]));
  const inputs = feedsOf(now);
  const names = new Set(inputs.map((i) => i.name));
  const fresh = inputs.filter((i) => !then.has(i.name));
  const found = [
    ...[...then.values()]
      .filter((i) => !names.has(i.name))
      .map((i) =>
        detection(
          "model.removed",
          i.name,
          `the model in production takes ${i.name}, this one does not${lookalike(
            i.name,
            fresh.map((f) => f.name),
          )}`,
        ),
      ),
    ...fresh.map((i) =>
      detection(
        "model.new_input",
        i.name,
        `the model takes ${i.name} (${i.type}), which the one in production does not`,
      ),
    ),
    ...inputs.flatMap((i) => {
      const old = then.get(i.name);
      const fault = old ? feedFault(old.type, i.type) : null;
      const wide = old ? [width(old), width(i)] : [];
      if (old && fault)
        return [
          detection(
            "model.retyped",
            i.name,
            `${i.name} is ${old.type} in the model in production and ${i.type} in this one: ${fault}`,
          ),
        ];
      return typeof wide[0] === "number" && typeof wide[1] === "number" && wide[0] !== wide[1]
        ? [
            detection(
              "model.input_shape",
              i.name,
              `${i.name} has ${wide[0]} values per row in production and ${wide[1]} in this version`,
            ),
          ]
        : [];
    }),
  ].filter((d) => !told.has(d.where));
  const [a, b] = [
    before.graph.outputs.find((o) => o.name === outputs.before),
    now.graph.outputs.find((o) => o.name === outputs.now),
  ];
  const [wideThen, wideNow] = [width(a), width(b)];
  if (wideThen !== null && wideNow !== null && wideThen !== wideNow)
    found.push(
      detection(
        "model.output_shape",
        outputs.now,
        `the output has ${wideThen} values per row in production and ${wideNow} in this version`,
      ),
    );
  const [classesThen, classesNow] = [classesOf(before), classesOf(now)];
  if (classesThen && classesNow && classesThen.join("\n") !== classesNow.join("\n"))
    found.push(
      detection(
        "model.classes",
        outputs.now,
        `the classes are ${classesThen.slice(0, 20).join(", ")} in production and ${classesNow.slice(0, 20).join(", ")} in this version, in that order`,
      ),
    );
  return found;
}
