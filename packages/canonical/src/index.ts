export * from "./bytes.ts";
export * from "./jcs.ts";
export * from "./strict.ts";
