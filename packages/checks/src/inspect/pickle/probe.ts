import { walkPickle, type Walk } from "./walk.ts";

const identifier = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

const namesSomething = (walk: Walk): boolean =>
  [...walk.machine.uses.values()].some((u) => identifier.test(u.module) && identifier.test(u.name));

/** True where the bytes begin with the header of protocol 2 or later. */
export const hasHeader = (bytes: Uint8Array, at = 0): boolean => bytes[at] === 0x80 && (bytes[at + 1] ?? 255) <= 5;

/**
 * True where the bytes at `at` would do something as a pickle: with a header, or, in the headless protocols 0 and 1, where
 * they import a plausible name and then call it or reach STOP. Text that merely starts with a letter does neither.
 */
export function looksLikePickle(bytes: Uint8Array, at = 0, steps = 200_000): boolean {
  if (hasHeader(bytes, at)) return true;
  const walk = walkPickle(bytes, at, { steps, arrays: "skip", torch: true });
  const calls = [...walk.machine.uses.values()].some((u) => u.calledBy.size > 0);
  if (walk.machine.uses.size === 0) return walk.complete && walk.end - at > 1 && at > 0;
  return namesSomething(walk) && (walk.complete || calls || walk.steps > 4);
}

/** True where the bytes import something as a pickle, even if they break off afterwards. */
export function importsAnything(bytes: Uint8Array, at = 0): boolean {
  const walk = walkPickle(bytes, at, { steps: 200_000, arrays: "plain", torch: true });
  return namesSomething(walk) || (walk.complete && walk.machine.problems.size > 0);
}
