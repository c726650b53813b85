import { lstatSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { VersionUnderTest } from "../check.ts";
import { resolveInside } from "../resolve-inside.ts";

/** A column of an MLflow signature. `type` is MLflow's word: integer, long, float, double, string, boolean, datetime … */
export interface SignatureColumn {
  name: string;
  type: string;
  required: boolean;
}

const columnSpec = z.array(z.object({ name: z.string(), type: z.string(), required: z.boolean().default(true) }));
const mlmodel = z.object({ signature: z.object({ inputs: z.string() }) });
const largest = 4_000_000;

/**
 * Input columns of the signature in `MLmodel`, in order. Null where the version has no MLmodel, no signature,
 * or one of tensors without column names. An unreadable file counts as none: compat.signature names that fault.
 */
export function signatureColumns(version: VersionUnderTest): SignatureColumn[] | null {
  const file = version.files.find((f) => f.role === "model" && (f.path === "MLmodel" || f.path.endsWith("/MLmodel")));
  const path = file ? resolveInside(version.dir, file.path) : null;
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  if (path === null || !stat?.isFile() || stat.size > largest) return null;
  try {
    const document = mlmodel.parse(parse(readFileSync(path, "utf8"), { maxAliasCount: 100, schema: "core" }));
    const columns = columnSpec.safeParse(JSON.parse(document.signature.inputs));
    return columns.success ? columns.data : null;
  } catch {
    return null;
  }
}
