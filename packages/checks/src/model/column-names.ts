/** How skl2onnx writes a column's name into a graph: what is no letter, digit, `_` or `+` becomes `_`, and no digit comes first. */
function exported(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}_+]/gu, "_");
  return /^[0-9]/.test(plain) ? `_${plain}` : plain;
}

/**
 * The column that a graph's input takes: the one of its name, else the only one whose name an exporter writes that way
 * ("sepal length (cm)" is `sepal_length__cm_` in the graph). Null where there is none, or several: nothing is guessed.
 */
export function columnOf(input: string, columns: Iterable<string>): string | null {
  const names = [...columns];
  if (names.includes(input)) return input;
  const like = names.filter((name) => exported(name) === input);
  return like.length === 1 ? (like[0] ?? null) : null;
}
