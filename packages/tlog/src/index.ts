export * from "./base64.ts";
export * from "./compact-range.ts";
export * from "./hash.ts";
export * from "./sha256.ts";
export * from "./verify-proof.ts";
