import { CheckFault, type VersionUnderTest } from "../check.ts";
import { asText, need, type Column, type Table } from "../data/table.ts";

/** Row of the predictions for each row of the test data, matched by id where both have it, else by order. Throws CheckFault on any gap. */
export function alignRows(version: VersionUnderTest, test: Table, predictions: Table): Uint32Array {
  const id = version.submission.data.test.id;
  const order = Uint32Array.from({ length: test.rows }, (_, i) => i);
  if (id === undefined || !predictions.columns.has(id) || !test.columns.has(id)) {
    if (predictions.rows !== test.rows)
      throw new CheckFault(
        `${predictions.path} has ${predictions.rows} rows and ${test.path} ${test.rows}; without a common id they cannot be matched.`,
      );
    return order;
  }
  const wanted = need(test, id);
  const given = need(predictions, id);
  if (predictions.rows === test.rows && order.every((r) => asText(wanted, r) === asText(given, r))) return order;
  const at = new Map<string, number>();
  for (let r = 0; r < predictions.rows; r++) {
    const key = asText(given, r);
    if (key === null || at.has(key))
      throw new CheckFault(
        `${predictions.path} has ${key === null ? "a missing" : "a repeated"} ${id} in row ${r + 1}.`,
      );
    at.set(key, r);
  }
  return order.map((r) => {
    const found = at.get(asText(wanted, r) ?? "");
    if (found === undefined)
      throw new CheckFault(`${predictions.path} has no row with the ${id} of row ${r + 1} of ${test.path}.`);
    return found;
  });
}

/** Numbers of one column in the order of the test rows. Throws CheckFault for a text column. */
export function numbersAt(column: Column, rows: Uint32Array, path: string): Float64Array {
  if (column.kind === "text")
    throw new CheckFault(`The column ${column.name} of ${path} holds text, numbers are expected.`);
  const { numbers } = column;
  return Float64Array.from(rows, (r) => numbers[r] ?? Number.NaN);
}
