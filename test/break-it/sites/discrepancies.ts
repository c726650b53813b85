import { listAt, nameOf, type Node, nodeAt, nodesOf, said, type Source, textOf } from "../ast.ts";
import { type Edit, givesInstead, notListed, type Site } from "../site.ts";
import { causes } from "./guards.ts";

/** Every place where the verifier names a discrepancy, and every sentence that says why something is none of the record. */
export function discrepancies(source: Source): Site[] {
  const named = nodesOf(source, "CallExpression").flatMap((call) => {
    const code = textOf(listAt(call, "arguments")[0]);
    if (code === null || !["add", "object"].includes(nameOf(nodeAt(nodeAt(call, "callee"), "property")))) return [];
    const detail = listAt(call, "arguments")
      .slice(1)
      .map((argument) => said(source, worded(argument), 60))
      .join(", ");
    const statement = source.parents.get(call);
    const test = statement && nodeAt(conditional(source, statement), "test");
    const rule = `discrepancy ${code}`;
    return [
      { rule: `${rule}${detail === "" ? "" : ` (${detail})`}`, edits: givesInstead(call, "null") },
      ...(test ? causes(source, test, rule) : []),
    ];
  });
  const sentences = nodesOf(source, "Literal", "TemplateLiteral", "CallExpression").flatMap((text) => {
    const edits = isSentence(source, text) ? sentence(source, text) : [];
    return edits.length > 0 ? [{ rule: `because ${said(source, worded(text))}`, edits }] : [];
  });
  return [...named, ...sentences];
}

const conditional = (source: Source, statement: Node): Node | undefined => {
  const up = source.parents.get(statement);
  return up?.type === "IfStatement" && up["consequent"] === statement ? up : undefined;
};

/** Makes a sentence that is said later: `phrase("it begins as {state}", …)`. */
const makers = ["phrase", "becomes"];

const isSentence = (source: Source, text: Node): boolean =>
  text.type === "CallExpression"
    ? makers.includes(nameOf(nodeAt(text, "callee")))
    : source.text.slice(text.start, text.end).includes(" ");

/** The words of such a sentence; other nodes as they are. */
const worded = (node: Node): Node =>
  node.type === "CallExpression" && nameOf(nodeAt(node, "callee")) === "phrase"
    ? (listAt(node, "arguments")[0] ?? node)
    : node;

/** A sentence that is returned or chosen is a problem, and `null` is none; one in a list of problems is left out. */
function sentence(source: Source, text: Node): Edit[] {
  const up = source.parents.get(text);
  if (up?.type === "ReturnStatement") return givesInstead(text, "null");
  if (
    up?.type === "ConditionalExpression" &&
    up["test"] !== text &&
    !inside(source, up, "TemplateLiteral") &&
    !inside(source, up, "CallExpression")
  )
    return givesInstead(text, "null");
  return up?.type === "ArrayExpression" ? notListed(text) : [];
}

const inside = (source: Source, node: Node, type: string): boolean => {
  for (let at = source.parents.get(node); at && !/Statement|Declarator/.test(at.type); at = source.parents.get(at))
    if (at.type === type) return true;
  return false;
};
