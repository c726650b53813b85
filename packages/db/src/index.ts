export * from "./connect.ts";
export * from "./read.ts";
export { schema } from "./schema.ts";
export { sql } from "drizzle-orm";
export * from "./trail.ts";
export * from "./log.ts";
export * from "./models.ts";
export type { Row, TableName } from "@countersign/record";
export { requireCurrentSchema, schemaVersion } from "./require-schema.ts";
