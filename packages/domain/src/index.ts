export * from "./check-words.ts";
export * from "./submission.ts";
