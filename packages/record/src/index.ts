export * from "./acts.ts";
export * from "./core.ts";
export * from "./disclosure.ts";
export * from "./leaf.ts";
export * from "./replay.ts";
export * from "./tables.ts";
