import "server-only";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());

/** Aborts when this process is asked to end: Next waits for every answer under way, and some go on for minutes. */
export const stopping = controller.signal;
