import { z } from "zod";

/** Paths of `countersign.yaml`: relative, with `/`, staying inside the folder of the file. */
const relativePath = z.string().min(1).max(1000)
  .refine((path) => !path.startsWith("/") && !path.includes("\\") && !path.includes("\0"), "must be relative, with `/`")
  .refine((path) => path.replace(/\/$/, "").split("/").every((part) => part !== "" && part !== "." && part !== ".."), "must stay inside the folder, without `.`, `..` or `//`");
const column = z.string().min(1).max(300);
const name = z.string().min(1).max(300);

/** `countersign.yaml`, version 1. Unknown keys are refused; paths are relative to the file. */
export const submissionSchema = z.strictObject({
  countersign: z.literal(1),
  model: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, "is not a model key: lower-case letters, digits, `.`, `_`, `-`, at most 100"),
  label: z.string().max(100).regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, "has characters that a label cannot have").refine((label) => !/^\d+$/.test(label), "is all digits, which is how numbers look").optional(),
  task: z.enum(["binary", "multiclass", "regression"]),
  files: z.record(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, "is not a part name"), relativePath).refine((files) => Object.keys(files).length > 0, "names no part"),
  onnx: z.strictObject({ input: name, output: name, class: z.union([z.int().min(0).max(10_000), z.string().max(300)]).optional(), columns: z.array(column).max(5000).optional() }).optional(),
  data: z.strictObject({
    train: relativePath.optional(),
    test: z.strictObject({ path: relativePath, target: column, id: column.optional() }),
    groups: z.array(column).max(50).optional(),
  }),
  predictions: z.strictObject({ path: relativePath, score: z.union([column, z.array(column).min(2).max(1000)]), class: z.union([z.int().min(0).max(10_000), z.string().max(300)]).optional(), lower: column.optional(), upper: column.optional() }).optional(),
  decision: z.strictObject({ threshold: z.number(), favourable: z.enum(["below", "at_or_above"]) }).optional(),
  documents: z.strictObject({ card: relativePath.optional(), datasheet: relativePath.optional() }).optional(),
  reported: relativePath.optional(),
  run: z.strictObject({
    repository: z.string().max(1000).optional(), commit: z.string().max(100).optional(), parameters: relativePath.optional(),
    requirements: relativePath.optional(), trainer: z.string().max(320).optional(), committers: z.array(z.string().max(320)).max(200).optional(),
  }).optional(),
}).meta({ title: "countersign.yaml, version 1", description: "What a version consists of: files, data, documents, run. Paths are relative to this file." });

export type SubmissionInput = z.input<typeof submissionSchema>;

/** The published JSON Schema of `countersign.yaml`. */
export const submissionJsonSchema = (): unknown => z.toJSONSchema(submissionSchema);
