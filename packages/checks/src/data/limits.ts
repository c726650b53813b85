/** Largest table that a check reads. */
export interface DataLimits {
  rows: number;
  columns: number;
}

let limits: DataLimits = { rows: 5_000_000, columns: 2_000 };

/** Set once when a child starts. */
export function useDataLimits(next: DataLimits): void {
  limits = next;
}

export function dataLimits(): DataLimits {
  return limits;
}
