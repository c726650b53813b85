import { around, isNode, listAt, nameOf, type Node, nodeAt, nodesOf, said, type Source } from "../ast.ts";
import { alwaysHolds, neverHolds, type Site } from "../site.ts";

/** Every `if`: what it asks never holds. Not where all that follows is a place of another rule. */
export function guards(source: Source, others: readonly Site[]): Site[] {
  return nodesOf(source, "IfStatement").flatMap((statement) => {
    const [test, then] = [nodeAt(statement, "test"), nodeAt(statement, "consequent")];
    if (!test || !then || others.some((site) => whole(then, site))) return [];
    return [{ rule: `if ${said(source, test)}`, edits: neverHolds(test) }];
  });
}

const single = (statement: Node): Node => {
  const [only, more] = listAt(statement, "body");
  const inside = statement.type === "BlockStatement" && only && !more ? only : statement;
  return nodeAt(inside, "argument") ?? nodeAt(inside, "expression") ?? inside;
};

/** Whether a site takes away everything that follows a condition. */
const whole = (then: Node, site: Site): boolean => {
  const { start, end } = single(then);
  const places = site.edits.map((edit) => edit.at);
  return (
    Math.min(...places) >= then.start &&
    Math.max(...places) <= then.end &&
    (Math.min(...places) <= start + 1 || Math.max(...places) >= end - 1)
  );
};

/** Every member of a chain in a condition that leads to a refusal: `a || b` refuses for a and for b. */
export function causes(source: Source, condition: Node, rule: string): Site[] {
  const members = chain(condition, "||");
  return members.length < 2
    ? []
    : members.map((member) => ({ rule: `${rule}, because ${said(source, member)}`, edits: neverHolds(member) }));
}

/** Every demand of a chain that is a function's answer or a named fact: `a && b` holds where both do. */
export function demands(source: Source): Site[] {
  return nodesOf(source, "LogicalExpression").flatMap((chained) => {
    const up = source.parents.get(chained);
    if (chained["operator"] !== "&&" || up?.type === "LogicalExpression" || !demanded(source, chained, up)) return [];
    return chain(chained, "&&")
      .filter((member) => !narrows(member))
      .map((member) => ({ rule: `demand ${said(source, member)}`, edits: alwaysHolds(member) }));
  });
}

/** Names that facts have which must hold; others name what is against something, and each of those is a cause. */
const mustHold = /^(fits|same|holds|grew)$/;

const demanded = (source: Source, chained: Node, up: Node | undefined): boolean =>
  (up?.type === "ReturnStatement" ||
    (up?.type === "VariableDeclarator" && mustHold.test(nameOf(nodeAt(up, "id")))) ||
    (up?.type === "ArrowFunctionExpression" && up["body"] === chained)) &&
  ![...around(source, chained)].some((one) => one.type === "TemplateLiteral");

/** A member that only says that something is there, so that the next can look at it, or that is the answer itself. */
const narrows = (member: Node): boolean =>
  ["Identifier", "ObjectExpression", "AwaitExpression", "ConditionalExpression"].includes(member.type);

function chain(node: Node, operator: string): Node[] {
  if (node.type === "ParenthesizedExpression" && isNode(node["expression"])) return chain(node["expression"], operator);
  if (node.type !== "LogicalExpression" || node["operator"] !== operator) return [node];
  return [node["left"], node["right"]].filter(isNode).flatMap((side) => chain(side, operator));
}
