import type { Refusal } from "@countersign/domain";
import { msg } from "@countersign/words";

interface PgFault {
  code: string;
  constraint?: string;
  message: string;
}

/** The server's own error, under whatever the query builder wrapped it in. */
function pgFault(error: unknown): PgFault | null {
  for (let at: unknown = error, depth = 0; at && depth < 5; at = (at as { cause?: unknown }).cause, depth++) {
    const fault = at as Partial<PgFault>;
    if (typeof fault.code === "string" && /^[0-9A-Z]{5}$/.test(fault.code)) return fault as PgFault;
  }
  return null;
}

/** Somebody else committed between our reading and our writing; the whole command may be run again. */
export function isSerializationFailure(error: unknown): boolean {
  const fault = pgFault(error);
  if (!fault) return false;
  if (fault.code === "40001" || fault.code === "40P01") return true;
  return (
    fault.code === "23505" && (fault.constraint === "idempotency_pkey" || fault.constraint === "event_stream_sver_key")
  );
}

/** What the database's own guards said, as a refusal; null for a fault. */
export function databaseRefusal(error: unknown): Refusal | null {
  const fault = pgFault(error);
  if (!fault) return null;
  if (fault.code === "42501" && fault.message.startsWith("countersign: ")) {
    return {
      kind: "refused_by_database",
      guard: fault.constraint ?? "event",
      detail: fault.message.slice("countersign: ".length),
    };
  }
  // A row that refers to nothing, or a value that a constraint of the table does not admit.
  if (fault.code === "23503" || fault.code === "23514")
    return {
      kind: "refused_by_database",
      guard: fault.constraint ?? "constraint",
      detail: msg("a constraint of the database does not admit this"),
    };
  if (fault.code === "23505") return { kind: "already_exists", what: { text: fault.constraint ?? "row" } };
  if (isSerializationFailure(error)) return { kind: "moved_meanwhile" };
  return null;
}
