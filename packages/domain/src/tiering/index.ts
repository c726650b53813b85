export * from "./answers.ts";
export * from "./compute.ts";
export * from "./rules.ts";
