export * from "./connect.ts";
export * from "./read.ts";
export { schema } from "./schema.ts";
export { sql } from "drizzle-orm";
