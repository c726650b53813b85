export * from "./oms.ts";
export * from "./parts.ts";
export * from "./path.ts";
