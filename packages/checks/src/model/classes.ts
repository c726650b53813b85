import type { Submission } from "@countersign/domain";
import { CheckFault, type CheckContext } from "../check.ts";
import { database, identifier, readFault } from "../data/database.ts";
import { asText, type ColumnKind, columnTypes, need } from "../data/table.ts";
import { describe } from "../inspect/signature/described.ts";
import { classesOf } from "../inspect/onnx/read-model.ts";
import { testTable, trainSource } from "../data/tables.ts";

const most = 1000;

/** Numeric order where the target holds numbers, else by code point, as scikit-learn orders classes. */
function sortLabels(labels: Iterable<string>, kind: ColumnKind): string[] {
  const all = [...new Set(labels)];
  const numbers = kind === "number";
  return all.toSorted(numbers ? (a, b) => Number(a) - Number(b) : (a, b) => (a < b ? -1 : 1));
}

async function trainLabels(ctx: CheckContext): Promise<string[]> {
  const source = trainSource(ctx);
  if (!source) return [];
  const db = await database(ctx);
  const target = ctx.submission.data.test.target;
  const column = (await columnTypes(db, source)).find((c) => c.name === target);
  if (!column) return [];
  try {
    const q = identifier(target);
    const rows = await db.runAndReadAll(
      `SELECT DISTINCT ${column.kind === "number" ? `CAST(${q} AS DOUBLE)` : `CAST(${q} AS VARCHAR)`} FROM ${source.sql} WHERE ${q} IS NOT NULL LIMIT ${most + 1}`,
    );
    return rows
      .getRows()
      .map(([v]) => String(v))
      .filter((v) => v !== "NaN");
  } catch (error) {
    throw readFault(error, source.path);
  }
}

/** The classes that the graph names for its outputs, in their order; null where it names none or cannot be read. */
function graphClasses(ctx: CheckContext): string[] | null {
  try {
    const { graph } = describe(ctx);
    return graph && "model" in graph ? classesOf(graph.model) : null;
  } catch {
    return null;
  }
}

/**
 * Labels of the target in test and training data together, in class order: the graph's own where it names them all.
 * A pair such as 0 and 1 is completed where one is absent.
 */
export function classLabels(ctx: CheckContext): Promise<string[]> {
  return ctx.suite.once("read class labels", async () => {
    const table = await testTable(ctx);
    const column = need(table, ctx.submission.data.test.target);
    const found = new Set(await trainLabels(ctx));
    for (let r = 0; r < table.rows; r++) {
      const label = asText(column, r);
      if (label !== null) found.add(label);
      if (found.size > most)
        throw new CheckFault(`The target ${column.name} has more than ${most} different labels: it is not a class.`);
    }
    const named = graphClasses(ctx);
    if (named && found.size > 0 && [...found].every((label) => named.includes(label))) return named;
    const one = found.size === 1 ? [...found][0] : undefined;
    if (one === "0" || one === "1") return ["0", "1"];
    if (one === "true" || one === "false") return ["false", "true"];
    return sortLabels(found, column.kind);
  });
}

/** What the submission says the scores are for: of the model's output, or of a supplied score where there is no model. */
const wantedClass = ({ onnx, predictions }: Submission): number | string | boolean | undefined =>
  onnx ? onnx.class : predictions?.class;

/**
 * Index of the positive class: `onnx.class` as an index where it is one, else as a label; the second class by default.
 * Throws CheckFault unless there are two classes.
 */
export function positiveIndex(classes: string[], submission: Submission): number {
  const { target } = submission.data.test;
  const wanted = wantedClass(submission);
  if (classes.length === 0) throw new CheckFault(`The target ${target} has no labels at all.`);
  if (classes.length !== 2)
    throw new CheckFault(
      `The target ${target} has ${classes.length} labels (${classes.slice(0, 5).join(", ")}); a binary model needs two.`,
    );
  if (wanted === undefined) return 1;
  if (wanted === 0 || wanted === 1) return wanted;
  const at = classes.indexOf(String(wanted));
  if (at < 0)
    throw new CheckFault(
      `${submission.onnx ? "onnx" : "predictions"}.class is ${wanted}, but the labels of ${target} are ${classes.join(" and ")}.`,
    );
  return at;
}
