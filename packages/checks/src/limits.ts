/** What one child process may use. Wall time is per check; memory and CPU time are per child. */
export interface SuiteLimits {
  /** Milliseconds a single check may take before its process is killed. */
  wallMs: number;
  /** CPU seconds of the whole child (RLIMIT_CPU). */
  cpuSeconds: number;
  /** Writable memory in bytes (RLIMIT_DATA). Not address space: V8 and WebAssembly reserve gigabytes that they never touch. */
  memoryBytes: number;
  /** JavaScript heap in MiB. */
  heapMiB: number;
  /** Rows that a data file may have. */
  rows: number;
  /** Columns that a data file may have. */
  columns: number;
  /** Bytes of one result as JSON. */
  resultBytes: number;
}

export const defaultLimits: SuiteLimits = {
  wallMs: 120_000,
  cpuSeconds: 900,
  memoryBytes: 4_000_000_000,
  heapMiB: 1536,
  rows: 5_000_000,
  columns: 2_000,
  resultBytes: 1_000_000,
};
