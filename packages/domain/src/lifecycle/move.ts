/** One step of a lifecycle: the states it may be taken from and the one it leads to. */
export interface Step<S extends string = string> {
  from: readonly S[];
  to: S;
}

/** Action → step. Server, buttons and the diagrams in the docs read the same table. */
export type Moves<S extends string = string> = Readonly<Record<string, Step<S>>>;

export type Moved<S extends string> = { ok: true; to: S } | { ok: false; wanted: readonly string[] };

/** The state an action leads to from `from`, or the states it would need. Never throws; an unknown state moves nowhere. */
export function move<T extends Moves, A extends keyof T & string>(
  table: T,
  action: A,
  from: string,
): Moved<T[A]["to"]> {
  const step: Step | undefined = table[action];
  if (!step) return { ok: false, wanted: [] };
  return step.from.includes(from) ? { ok: true, to: step.to } : { ok: false, wanted: step.from };
}

/** A lifecycle as data: its states in order, where it begins, where it ends, and its moves. */
export interface Lifecycle {
  name: string;
  states: readonly string[];
  initial: readonly string[];
  terminal: readonly string[];
  moves: Moves;
}

/** The actions open from a state, in table order. */
export const actionsFrom = (moves: Moves, from: string): string[] =>
  Object.keys(moves).filter((action) => moves[action]?.from.includes(from));
