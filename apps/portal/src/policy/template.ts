/** A key that no policy has yet, so that what is begun is no revision of another. */
const freeKey = (taken: readonly string[], at = 1): string => {
  const key = at === 1 ? "new-policy" : `new-policy-${at}`;
  return taken.includes(key) ? freeKey(taken, at + 1) : key;
};

/** An example of a policy under a key and a title of its own, its comments kept: what a new one begins with. */
export const begunFrom = (example: string, taken: readonly string[]): string =>
  example.replace(/^key: .*$/m, `key: ${freeKey(taken)}`).replace(/^title: .*$/m, "title: A new policy");
