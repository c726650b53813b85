import { around, listAt, nameOf, type Node, nodeAt, nodesOf, said, type Source, textOf, valueAt } from "../ast.ts";
import { givesInstead, neverHolds, notDone, type Site } from "../site.ts";
import { causes } from "./guards.ts";

/** Every place where something is refused: `refuse(…)`, a thrown `Refused`, an answer or a call that holds a refusal. */
export function refusals(source: Source): Site[] {
  const calls = nodesOf(source, "CallExpression").flatMap((call) => {
    if (nameOf(nodeAt(nodeAt(call, "callee"), "property")) !== "refuse") return [];
    return withCauses(source, call, listAt(call, "arguments")[0], (rule) => ({
      rule,
      edits: givesInstead(call, "undefined"),
    }));
  });
  const thrown = nodesOf(source, "ThrowStatement").flatMap((statement) => {
    const made = nodeAt(statement, "argument");
    if (made?.type !== "NewExpression" || nameOf(nodeAt(made, "callee")) !== "Refused") return [];
    return withCauses(source, statement, listAt(made, "arguments")[0], (rule) => ({ rule, edits: notDone(statement) }));
  });
  const answered = nodesOf(source, "ReturnStatement").flatMap((statement) => {
    const answer = nodeAt(statement, "argument");
    const held = answer?.type === "ObjectExpression" ? valueAt(answer, "refusal") : undefined;
    const given =
      answer?.type === "CallExpression" && nameOf(nodeAt(answer, "callee")) === "refused"
        ? listAt(answer, "arguments").find((one) => kindOf(one))
        : undefined;
    const refusal =
      held ?? given ?? (answer && kindOf(answer) && source.path.endsWith("database-refusal.ts") ? answer : undefined);
    if (!kindOf(refusal)) return [];
    const test = conditionOf(source, statement);
    return withCauses(source, statement, refusal, (rule) => ({
      rule,
      edits: test ? neverHolds(test) : notDone(statement),
    }));
  });
  return [...calls, ...thrown, ...answered];
}

const kindOf = (refusal: Node | undefined): string | null =>
  textOf(valueAt(refusal?.type === "ConditionalExpression" ? nodeAt(refusal, "consequent") : refusal, "kind"));

/** The condition of the nearest `if` that a place stands under. */
function conditionOf(source: Source, place: Node): Node | undefined {
  let inner = place;
  for (const up of around(source, place)) {
    if (up.type === "IfStatement" && up["consequent"] === inner) return nodeAt(up, "test");
    if (/Function|Arrow/.test(up.type)) return undefined;
    inner = up;
  }
  return undefined;
}

function withCauses(source: Source, place: Node, refusal: Node | undefined, site: (rule: string) => Site): Site[] {
  const condition = conditionOf(source, place);
  const kind = kindOf(refusal) ?? (refusal ? said(source, refusal, 60) : "");
  const rule = `refuse ${kind}${condition ? ` if ${said(source, condition)}` : ""}`;
  return [site(rule), ...(condition ? causes(source, condition, `refuse ${kind}`) : [])];
}
