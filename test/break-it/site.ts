import type { Node, Source } from "./ast.ts";

/** What is put into the text: `before` in front of a place, the rest behind it. The rule's own name stands for `#`. */
export interface Edit {
  at: number;
  text: string;
  /** Of two edits at one place the wider one comes first in front and last behind. */
  width: number;
}

/** A place in the source where a rule stands, and how the rule is taken away there while the program runs. */
export interface Site {
  /** What the rule is, in its own words. */
  rule: string;
  edits: Edit[];
}

const wrap = ({ start, end }: Node, before: string, after: string): Edit[] => [
  { at: start, text: before, width: end - start },
  { at: end, text: after, width: start - end },
];

/** Taken away: the expression gives `instead`. */
export const givesInstead = (node: Node, instead: string): Edit[] => wrap(node, `(__without(#)?${instead}:`, ")");
/** Taken away: the list has no such member. */
export const notListed = (element: Node): Edit[] => wrap(element, "...(__without(#)?[]:[", "])");
/** Taken away: the list has no member of the kind. */
export const notListedAs = (list: Node, kind: string, single: boolean): Edit[] =>
  wrap(
    list,
    single ? "...[" : "",
    `${single ? "]" : ""}.filter((one)=>one.kind!==${JSON.stringify(kind)}||!__without(#))`,
  );
/** Taken away: what is asked never holds. */
export const neverHolds = (condition: Node): Edit[] => wrap(condition, "((", ")&&!__without(#))");
/** Taken away: what is demanded always holds. */
export const alwaysHolds = (condition: Node): Edit[] => wrap(condition, "((", ")||__without(#))");
/** Taken away: the statement is not carried out. */
export const notDone = (statement: Node): Edit[] => wrap(statement, "{if(!__without(#)){", "}}");

/** Places of rules, found by a rule of their own in every file of a kind. */
export type Finder = (source: Source) => Site[];
