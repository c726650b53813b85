import { forbiddingParts, type Part, partsOfQuery, words } from "./condition.ts";

/** One way to take a rule out of a function's source. */
export interface Clause {
  /** What is taken away, as it stands in the source. */
  text: string;
  /** Names under which it refuses. */
  names: string[];
  edit: Edit;
}

export interface Edit {
  from: number;
  to: number;
  becomes: string;
}

const clause = (source: string, names: string[], edit: Edit): Clause => ({
  text: source.slice(edit.from, edit.to).replaceAll(/\s+/g, " ").trim(),
  names,
  edit,
});

/** Instead of a refusal that nothing precedes: what a trigger answers to let the row through. */
const letThrough = "if tg_op = 'DELETE' then return old; else return new; end if;";

/** Every refusal of a PL/pgSQL function: its whole condition, and each part of it that alone forbids something. */
export function clausesOf(source: string): Clause[] {
  const all = [...words(source, 0, source.length)];
  return [...source.matchAll(/perform gov\.refuse\('(\w+)'|raise exception/g)].flatMap((refusal) => {
    const names = [refusal[1] ?? constraintOf(source.slice(refusal.index))];
    const opens = all.findLast(
      ({ word, at }, index) =>
        at < refusal.index && ["if", "elsif", "else"].includes(word) && all[index - 1]?.word !== "end",
    );
    const then = all.find(({ word, at, depth }) => opens && at > opens.at && word === "then" && depth === opens.depth);
    if (!opens || opens.word === "else" || !then || endsBetween(all, then.at, refusal.index)) {
      return [
        clause(source, names, { from: refusal.index, to: source.indexOf(";", refusal.index) + 1, becomes: letThrough }),
      ];
    }
    const condition = opens.at + opens.word.length;
    const parts: Part[] = forbiddingParts(source, condition, then.at, true);
    return [{ from: condition, to: then.at, becomes: " false " }, ...parts].map((edit) => clause(source, names, edit));
  });
}

/** What an SQL function asks: each operand of its conditions, taken away as true. */
export const requirementsOf = (source: string): Clause[] =>
  partsOfQuery(source).map((edit) => clause(source, [], edit));

/** Whether the `if` has ended before: then the refusal stands on its own. */
const endsBetween = (all: { word: string; at: number }[], from: number, to: number): boolean =>
  all.some(({ word, at }, index) => word === "end" && at > from && at < to && all[index + 1]?.word === "if");

const constraintOf = (statement: string): string =>
  /constraint = (?:'(\w+)'|tg_name)/.exec(statement.slice(0, statement.indexOf(";")))?.[1] ?? "tg_name";

/** The source with several rules taken out. An edit inside another one has gone with it. */
export function edited(source: string, edits: Edit[]): string {
  let done = source;
  let before = source.length;
  for (const { from, to, becomes } of edits.toSorted((a, b) => b.from - a.from)) {
    if (to > before) continue;
    done = done.slice(0, from) + becomes + done.slice(to);
    before = from;
  }
  return done;
}
