export * from "./evaluate-input.ts";
export * from "./obstacles.ts";
export * from "./reasons.ts";
export * from "./select.ts";
export * from "./types.ts";
export * from "./verdict.ts";
