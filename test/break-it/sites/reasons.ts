import { isNode, listAt, nameOf, type Node, nodeAt, nodesOf, outer, type Source, textOf, valueAt } from "../ast.ts";
import { type Edit, givesInstead, notListed, notListedAs, type Site } from "../site.ts";

/** Every place where a reason or an obstacle is made: an object whose `kind` is written out. */
export function reasons(source: Source): Site[] {
  return nodesOf(source, "ObjectExpression")
    .flatMap((object) => {
      const kind = valueAt(object, "kind");
      const one = textOf(kind);
      if (one !== null) return [{ rule: `reason ${one}`, edits: madeNever(source, object) }];
      const either =
        kind?.type === "ConditionalExpression"
          ? [kind["consequent"], kind["alternate"]]
              .filter(isNode)
              .map(textOf)
              .filter((text) => text !== null)
          : [];
      return either.map((text) => ({ rule: `reason ${text}`, edits: madeNeverAs(source, object, text) }));
    })
    .filter(({ edits }) => edits.length > 0);
}

function madeNever(source: Source, object: Node): Edit[] {
  const { inner, outer: up } = outer(source, object);
  if (up?.type === "ArrayExpression") return notListed(inner);
  if (up?.type === "CallExpression" && pushes(up)) return givesInstead(up, "0");
  if (up?.type === "ReturnStatement" || up?.type === "ConditionalExpression") return givesInstead(inner, "null");
  return mappedNever(source, object);
}

function madeNeverAs(source: Source, object: Node, kind: string): Edit[] {
  const { inner, outer: up } = outer(source, object);
  if (up?.type === "ArrayExpression" || (up?.type === "CallExpression" && pushes(up)))
    return notListedAs(inner, kind, true);
  return mappedNever(source, object, kind);
}

const pushes = (call: Node): boolean => nameOf(nodeAt(nodeAt(call, "callee"), "property")) === "push";

/** `list.map((one) => ({ kind … }))`: what was made is left out again. */
function mappedNever(source: Source, object: Node, only?: string): Edit[] {
  const { inner, outer: arrow } = outer(source, object);
  const call =
    arrow?.type === "ArrowFunctionExpression" && arrow["body"] === inner ? source.parents.get(arrow) : undefined;
  if (call?.type !== "CallExpression" || !listAt(call, "arguments").includes(arrow as Node)) return [];
  const kind = only ?? textOf(valueAt(object, "kind"));
  return kind === null ? [] : notListedAs(call, kind, false);
}
