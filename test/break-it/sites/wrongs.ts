import { around, nameOf, type Node, nodeAt, nodesOf, said, type Source, textOf } from "../ast.ts";
import { givesInstead, neverHolds, type Site } from "../site.ts";

/** Every place where a document is refused while it is read: `place.wrong(…)`, and a returned sentence that says what is wrong. */
export function wrongs(source: Source): Site[] {
  const calls = nodesOf(source, "CallExpression").filter(
    (call) => nameOf(nodeAt(nodeAt(call, "callee"), "property")) === "wrong",
  );
  const sentences = nodesOf(source, "Literal", "TemplateLiteral").filter((text) => {
    const up = source.parents.get(text);
    const returned =
      up?.type === "ReturnStatement" ||
      (up?.type === "ConditionalExpression" &&
        !["CallExpression", "VariableDeclarator"].includes(source.parents.get(up)?.type ?? ""));
    return (
      returned &&
      source.text.slice(text.start, text.end).includes(" ") &&
      (text.type === "TemplateLiteral" || textOf(text) !== null)
    );
  });
  return [...calls, ...sentences].map((place) => {
    const test = alone(source, place);
    return test
      ? { rule: `wrong if ${said(source, test)}`, edits: neverHolds(test) }
      : {
          rule: `wrong ${said(source, place)}`,
          edits: givesInstead(place, place.type === "CallExpression" ? "undefined" : "null"),
        };
  });
}

/** The condition of the `if` that leads to nothing but this place. */
function alone(source: Source, place: Node): Node | undefined {
  let inner = place;
  for (const up of around(source, place)) {
    if (up.type === "IfStatement") return up["consequent"] === inner ? nodeAt(up, "test") : undefined;
    if (up.type !== "ReturnStatement" && up.type !== "ExpressionStatement") return undefined;
    inner = up;
  }
  return undefined;
}
