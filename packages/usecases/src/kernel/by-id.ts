/** Rows by their id. */
export const byId = <R extends { id: string }>(found: readonly R[]): Map<string, R> =>
  new Map(found.map((one) => [one.id, one]));
