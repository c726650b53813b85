import { type Reader, row, type Row, rows, sql } from "@countersign/db";
import { explain, gate } from "@countersign/domain";
import { z } from "zod";
import type { KnownActor } from "../kernel/actor.ts";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { keyText, sha256Text } from "../kernel/texts.ts";
import { People } from "../people/names.ts";
import { resolveVersion, sees } from "../models/resolve.ts";

export interface GateAnswer {
  answer: "allow" | "deny" | "cannot_decide";
  environment: string;
  versions: {
    model: string;
    version: number;
    label: string | null;
    identity: string | null;
    answer: string;
    reasons: { text: string; who: string }[];
    /** Whole, or the part that the bytes are. */
    matched: string;
    approval: {
      id: string;
      grantedAt: string;
      validUntil: string;
      index: number | null;
      signedBy: { name: string; role: string; act: string; at: string }[];
    } | null;
    url: string;
  }[];
  reason: string;
}

/**
 * May this run there, now? By name, or by the digest of bytes; bytes that are several versions are answered only
 * where all agree. Nothing found, nobody approved, unknown environment: never allow.
 */
export const askGate = defineQuery({
  name: "gate.ask",
  input: z
    .strictObject({
      workspace: keyText.default("default"),
      environment: keyText,
      model: keyText.optional(),
      version: z.string().min(1).max(101).optional(),
      digest: sha256Text.optional(),
    })
    .refine(
      (input) => (input.model !== undefined && input.version !== undefined) !== (input.digest !== undefined),
      "name a version or a digest",
    ),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask, _seen, input): Promise<GateAnswer> {
    const candidates = await candidatesOf(ask, input);
    const answers: GateAnswer["versions"] = [];
    for (const candidate of candidates) answers.push(await answerFor(ask, candidate, input.environment));
    const kinds = new Set(answers.map((entry) => entry.answer));
    if (answers.length === 0) {
      return {
        answer: "deny",
        environment: input.environment,
        versions: [],
        reason: input.digest ? "No version has these bytes." : "There is no such version.",
      };
    }
    const answer = kinds.size === 1 ? (answers[0]?.answer as GateAnswer["answer"]) : "cannot_decide";
    const reason =
      answer === "cannot_decide" && kinds.size > 1
        ? "The same bytes are several versions, and they are not all approved: name the version."
        : answer === "allow"
          ? "A valid approval covers it."
          : (answers[0]?.reasons[0]?.text ?? "Nothing allows it.");
    return { answer, environment: input.environment, versions: answers, reason };
  },
});

interface Candidate {
  model: Row<"model">;
  version: Row<"version">;
  matched: string;
}

async function candidatesOf(
  ask: Ask,
  input: { workspace: string; model?: string | undefined; version?: string | undefined; digest?: string | undefined },
): Promise<Candidate[]> {
  const { reader, known } = ask;
  if (input.model !== undefined && input.version !== undefined) {
    const found = await resolveVersion(reader, known, {
      workspace: input.workspace,
      model: input.model,
      version: input.version,
    });
    return found && concerns(known, found.model) ? [{ ...found, matched: "whole" }] : [];
  }
  const digest = input.digest ?? "";
  // Of the workspace that is asked for alone: a practice workspace approves nothing elsewhere, whatever its environments are called.
  const named = await reader.db.execute<{ id: string }>(sql`
    select v.id from gov.version v join gov.workspace w on w.id = v.workspace_id and w.key = ${input.workspace} where v.state <> 'draft'
      and (v.identity = ${digest} or exists (select 1 from gov.version_part p where p.version_id = v.id and (p.identity = ${digest} or p.file_sha256 = ${digest})))`);
  const ids = named.rows.map((entry) => entry.id);
  const found: Candidate[] = [];
  for (const id of ids) {
    const version = await row(reader, "version", id);
    const model = version ? await row(reader, "model", version.model_id) : null;
    const matched =
      version && model && sees(known, model.workspace_id) && concerns(known, model)
        ? await matchedPart(reader, version, digest)
        : null;
    if (version && model && matched) found.push({ version, model, matched });
  }
  return found;
}

/** A token limited to models asks about no other. */
const concerns = (known: KnownActor, model: Row<"model">): boolean => known.models?.includes(model.key) ?? true;

/** Which part the digest is: the whole, a named part, or one file that is a part by itself. */
async function matchedPart(reader: Reader, version: Row<"version">, digest: string): Promise<string | null> {
  if (version.identity === digest) return "whole";
  const parts = await rows(reader, "version_part", { version_id: version.id });
  return parts.find((part) => part.identity === digest || part.file_sha256 === digest)?.part ?? null;
}

async function answerFor(
  ask: Ask,
  { model, version, matched }: Candidate,
  environmentKey: string,
): Promise<GateAnswer["versions"][number]> {
  const { reader, at, deps, say } = ask;
  const [environment] = await rows(reader, "environment", { workspace_id: model.workspace_id, key: environmentKey });
  const approvals = environment
    ? await rows(
        reader,
        "approval",
        { version_id: version.id, environment_id: environment.id },
        { order: "granted_at", descending: true },
      )
    : [];
  const approval = approvals.find((entry) => entry.state === "valid") ?? approvals[0] ?? null;
  const conditions = approval
    ? await rows(reader, "condition", { review_id: approval.review_id, state: ["in_force", "evidence_given"] })
    : [];
  const verdict = gate({
    environmentKnown: environment !== undefined,
    approval: approval && { state: approval.state, validUntil: approval.valid_until },
    model: { key: model.key, state: model.state },
    version: { state: version.state },
    conditions: conditions.map(({ number, state, due_at, blocking }) => ({ number, state, dueAt: due_at, blocking })),
    at,
  });
  return {
    model: model.key,
    version: version.number,
    label: version.label,
    identity: version.identity,
    answer: verdict.answer,
    reasons: verdict.reasons.map((reason) => explain(reason, say)),
    matched,
    approval: approval && {
      id: approval.id,
      grantedAt: approval.granted_at,
      validUntil: approval.valid_until,
      index: await indexOfGrant(reader, approval.id),
      signedBy: await signersOf(reader, approval),
    },
    url: `${deps.portalUrl}/models/${model.key}/versions/${version.number}`,
  };
}

async function signersOf(reader: Reader, approval: Row<"approval">) {
  const decisions = await rows(
    reader,
    "decision",
    { round_id: approval.round_id, state: "valid" },
    { order: "signed_at" },
  );
  const people = await People.load(
    reader,
    decisions.map((decision) => decision.person_id),
  );
  return decisions.map((decision) => ({
    name: people.get(decision.person_id).name,
    role: decision.role,
    act: decision.act,
    at: decision.signed_at,
  }));
}

async function indexOfGrant(reader: Reader, approvalId: string): Promise<number | null> {
  const found = await reader.db.execute<{ idx: string }>(sql`
    select l.idx from audit.event e join audit.leaf l on l.event_id = e.event_id where e.stream = ${`approval:${approvalId}`} and e.sver = 1`);
  return found.rows[0] ? Number(found.rows[0].idx) : null;
}
