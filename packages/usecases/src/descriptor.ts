import { english, msg, tell } from "@countersign/words";
import { z } from "zod";
import { plainly, toldIssue } from "./kernel/plain-issue.ts";

/** Paths of `countersign.yaml`: relative, with `/`, staying inside the folder of the file. */
const relativePath = z
  .string()
  .min(1)
  .max(1000)
  .refine(
    (path) => !path.startsWith("/") && !path.includes("\\") && !path.includes("\0"),
    msg("must be relative, with `/`"),
  )
  .refine(
    (path) =>
      path
        .replace(/\/$/, "")
        .split("/")
        .every((part) => part !== "" && part !== "." && part !== ".."),
    msg("must stay inside the folder, without `.`, `..` or `//`"),
  );
const classLabel = z.union([z.int().min(0).max(10_000), z.string().max(300), z.boolean()]);
const column = z.string().min(1).max(300);
const name = z.string().min(1).max(300);

/** `countersign.yaml`, version 1. Unknown keys are refused; paths are relative to the file. */
export const submissionSchema = z
  .strictObject({
    countersign: z.literal(1),
    model: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._-]{0,99}$/,
        msg("is not a model key: lower-case letters, digits, `.`, `_`, `-`, at most 100"),
      ),
    label: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, msg("has characters that a label cannot have"))
      .refine((label) => !/^\d+$/.test(label), msg("is all digits, which is how numbers look"))
      .optional(),
    task: z.enum(["binary", "multiclass", "regression"]),
    files: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, msg("is not a part name")), relativePath)
      .refine((files) => Object.keys(files).length > 0, msg("names no part")),
    onnx: z
      .strictObject({
        input: name,
        output: name,
        class: classLabel.optional(),
        columns: z.array(column).max(5000).optional(),
      })
      .optional(),
    data: z.strictObject({
      train: relativePath.optional(),
      test: z.strictObject({ path: relativePath, target: column, id: column.optional() }),
      groups: z.array(column).max(50).optional(),
    }),
    predictions: z
      .strictObject({
        path: relativePath,
        score: z.union([column, z.array(column).min(2).max(1000)]),
        class: classLabel.optional(),
        lower: column.optional(),
        upper: column.optional(),
      })
      .optional(),
    decision: z.strictObject({ threshold: z.number(), favourable: z.enum(["below", "at_or_above"]) }).optional(),
    documents: z.strictObject({ card: relativePath.optional(), datasheet: relativePath.optional() }).optional(),
    reported: relativePath.optional(),
    run: z
      .strictObject({
        repository: z.string().max(1000).optional(),
        commit: z.string().max(100).optional(),
        parameters: relativePath.optional(),
        requirements: relativePath.optional(),
        trainer: z.string().max(320).optional(),
        committers: z.array(z.string().max(320)).max(200).optional(),
      })
      .optional(),
  })
  .meta({
    title: "countersign.yaml, version 1",
    description: "What a version consists of: files, data, documents, run. Paths are relative to this file.",
  });

/** What to write at a place of the file, for whoever left it out or wrote something else. */
const hints: Record<string, string> = {
  countersign: "`countersign: 1`, the version of this format",
  model: "`model: credit-pd`, the model's key",
  label: 'a name of your own in quotes, such as `label: "1.1"`',
  task: "`task: binary`, `multiclass` or `regression`",
  files: "the parts of the model, such as `files: { mlflow: mlflow/, onnx: model.onnx }`",
  "onnx.input": "`input: columns`, or the name of the graph's one tensor",
  "onnx.output": "the name of the graph's output that holds the scores, such as `output: probabilities`",
  "onnx.class": "the index of the positive class, or its label in quotes, such as `class: 1`",
  "onnx.columns": "the columns of the tensor in their order, such as `columns: [age, income]`",
  data: "the data sets, such as `data: { test: { path: test.parquet, target: defaulted } }`",
  "data.train": "the file of the training data, such as `train: train.parquet`",
  "data.test": "`test: { path: test.parquet, target: defaulted, id: application_id }`",
  "data.test.path": "the file of the test data, such as `path: test.parquet`",
  "data.test.target": "the column that holds the truth, such as `target: defaulted`",
  "data.test.id": "the column that names each row, such as `id: application_id`",
  "data.groups": "columns for fairness and slices, such as `groups: [sex, region]`",
  predictions: "`predictions: { path: predictions.parquet, score: score }`",
  "predictions.path": "the file of the predictions, such as `path: predictions.parquet`",
  "predictions.score": "its column of scores, such as `score: score`, or one column for each class",
  "predictions.class": "the index of the class that the score is for, or its label in quotes",
  decision: "`decision: { threshold: 0.20, favourable: below }`",
  "decision.threshold": "the score from which on a row counts as positive, such as `threshold: 0.20`",
  "decision.favourable": "the side that is good for the person concerned: `favourable: below` or `at_or_above`",
  documents: "`documents: { card: model-card.md, datasheet: datasheet.md }`",
  reported: "the file of the metrics that you measured, such as `reported: metrics.json`",
  run: "`run: { repository: …, commit: …, trainer: a@example.org }`",
  "run.committers": "e-mail addresses, such as `committers: [b@example.org]`",
};

/** One thing that is wrong in a submission: the path of its place, and what is wrong there with what to write, as a terminal says it. */
export interface SubmissionProblem {
  path: (string | number)[];
  text: string;
}

/** A submission, or everything that is wrong with it, at most twenty things. */
export function parseSubmission(
  value: unknown,
): { ok: true; submission: z.output<typeof submissionSchema> } | { ok: false; problems: SubmissionProblem[] } {
  const parsed = submissionSchema.safeParse(value, plainly);
  if (parsed.success) return { ok: true, submission: parsed.data };
  const problems = parsed.error.issues.flatMap((issue): SubmissionProblem[] => {
    const path = issue.path.filter((part) => typeof part !== "symbol");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        path: [...path, key],
        text: `is no key that may stand here; there are ${knownKeys(path).join(", ")}`,
      }));
    const hint = hints[path.filter((part) => typeof part === "string").join(".")];
    const wrong = tell(english, toldIssue(issue));
    return [{ path, text: hint === undefined ? wrong : `${wrong}${wrong === "is missing" ? ":" : ";"} write ${hint}` }];
  });
  return { ok: false, problems: problems.slice(0, 20) };
}

/** The keys that may stand at a place of the file. */
function knownKeys(path: (string | number)[]): string[] {
  let at = submissionJsonSchema() as { properties?: Record<string, object> } | undefined;
  for (const part of path) at = at?.properties?.[String(part)];
  return Object.keys(at?.properties ?? {});
}

export type SubmissionInput = z.input<typeof submissionSchema>;

/** The published JSON Schema of `countersign.yaml`. */
export const submissionJsonSchema = (): unknown => z.toJSONSchema(submissionSchema);
