import { explainRefusal, type Refusal, type RefusalKind, saidRefusal } from "@countersign/domain";
import type { Context } from "hono";

/** HTTP status of every refusal, once. */
const statusOf = {
  invalid_input: 422,
  limit_exceeded: 413,
  not_found: 404,
  already_exists: 409,
  not_permitted: 403,
  not_in_force: 401,
  not_yours: 403,
  reauthenticate: 401,
  wrong_state: 409,
  moved_meanwhile: 409,
  stale_evidence: 409,
  idempotency_mismatch: 422,
  own_work: 403,
  already_decided: 409,
  not_eligible: 403,
  sections_unread: 409,
  needs_second_person: 403,
  conditions_closed: 409,
  not_tiered: 409,
  no_policy: 409,
  alias_protected: 409,
  not_live: 409,
  seed_closed: 409,
  digest_mismatch: 422,
  refused_by_database: 409,
} as const satisfies Record<RefusalKind, number>;

/** A refusal as problem+json (RFC 9457): what happened, what to do, who can. */
export function problem(c: Context, refusal: Refusal, url?: string): Response {
  const { title, detail, action } = explainRefusal(refusal);
  const said = saidRefusal(refusal);
  const status = statusOf[refusal.kind];
  const body = {
    type: `urn:countersign:problem:${refusal.kind}`,
    title,
    status,
    detail,
    action,
    ...(url ? { url } : {}),
    ...(said.kind === "invalid_input" ? { problems: said.problems } : {}),
    refusal: said,
  };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}

/** A problem that is no refusal of a command: no or bad credentials, unknown route, malformed JSON. */
export function plainProblem(
  c: Context,
  status: 400 | 401 | 404 | 413 | 429 | 500 | 503,
  title: string,
  detail: string,
  action: string,
): Response {
  return c.body(JSON.stringify({ type: "about:blank", title, status, detail, action }), status, {
    "content-type": "application/problem+json",
  });
}
