import type { Leaf } from "../leaf.ts";
import type { State } from "../replay.ts";
import type { Row } from "../tables.ts";

/** A reader's copy of what was decided on a version: derived from leaves, disclosures and nothing else. */
export interface DecisionDocument {
  decision: 1;
  log: string;
  /** Size of the tree it is told as of. */
  as_of: number;
  model: { key: string; title: string; tier: string | null; state: string };
  version: { number: number; label: string | null; identity: string | null; state: string };
  aliases: { name: string; moved_at: string }[];
  reviews: ReviewRecord[];
}

export interface ReviewRecord {
  id: string;
  environment: string;
  state: string;
  requested_at: string;
  policy: { key: string; revision: number; sha256: string };
  rounds: {
    number: number;
    state: string;
    evidence: string | null;
    checks: { check: string; verdict: string | null; outcome: string | null; result: string | null }[];
  }[];
  signatures: SignatureRecord[];
  conditions: { number: number; text: string; owner: string; due_at: string; blocking: boolean; state: string }[];
  findings: { number: number; severity: string; state: string; title: string }[];
  approval: { state: string; granted_at: string; valid_until: string; recorded_as: number | null } | null;
}

export interface SignatureRecord {
  round: number;
  person: string;
  name: string;
  role: string;
  act: string;
  reason: string | null;
  state: string;
  signed_at: string;
  evidence: string;
  conditions: string | null;
  statement: string;
  /** Index of the leaf that recorded it. */
  recorded_as: number | null;
}

/** Text behind a digest; `erased` where the disclosure is not in the bundle. */
export type Text = (digest: string) => string;

/**
 * Builds the document of a version from replayed state and the leaves it was replayed from. Deterministic:
 * the same leaves and disclosures give the same document, byte for byte in canonical JSON.
 */
export function decisionDocument(
  state: State,
  leaves: readonly Leaf[],
  versionId: string,
  asOf: number,
  text: Text,
): DecisionDocument | null {
  const version = state.version.get(versionId);
  const model = version ? state.model.get(version.model_id) : undefined;
  if (!version || !model) return null;
  const places = firstPlaces(leaves);
  const reviews = sorted(
    [...state.review.values()].filter((review) => review.version_id === versionId),
    (review) => review.id,
  );
  return {
    decision: 1,
    log: leaves[0]?.log ?? "",
    as_of: asOf,
    model: { key: model.key, title: model.title, tier: model.tier, state: model.state },
    version: { number: version.number, label: version.label, identity: version.identity, state: version.state },
    aliases: sorted(
      [...state.alias.values()].filter((alias) => alias.version_id === versionId),
      (alias) => alias.name,
    ).map(({ name, moved_at }) => ({ name, moved_at })),
    reviews: reviews.map((review) => reviewRecord(state, review, places, text)),
  };
}

function reviewRecord(state: State, review: Row<"review">, places: Places, text: Text): ReviewRecord {
  const of = <T extends { review_id: string }>(table: Map<string, T>): T[] =>
    [...table.values()].filter((row) => row.review_id === review.id);
  const revision = state.policy_revision.get(review.policy_revision_id);
  const policy = revision ? state.policy.get(revision.policy_id) : undefined;
  const approval = of(state.approval)[0];
  return {
    id: review.id,
    environment: state.environment.get(review.environment_id)?.key ?? "",
    state: review.state,
    requested_at: review.requested_at,
    policy: { key: policy?.key ?? "", revision: revision?.number ?? 0, sha256: revision?.sha256 ?? "" },
    rounds: sorted(of(state.round), (round) => String(round.number).padStart(6, "0")).map((round) => ({
      number: round.number,
      state: round.state,
      evidence: round.evidence_sha256,
      checks: sorted(
        of(state.check_run).filter((run) => run.round_id === round.id && run.state !== "superseded"),
        (run) => run.check_key,
      ).map((run) => ({ check: run.check_key, verdict: run.verdict, outcome: run.outcome, result: run.result_sha256 })),
    })),
    signatures: sorted(of(state.decision), (decision) => decision.signed_at + decision.id).map((decision) =>
      signatureRecord(state, decision, places, text),
    ),
    conditions: sorted(
      of(state.condition).filter((condition) => condition.state !== "superseded"),
      (condition) => String(condition.number).padStart(6, "0"),
    ).map((condition) => ({
      number: condition.number,
      text: text(condition.text),
      owner: personName(state, condition.owner_id, text),
      due_at: condition.due_at,
      blocking: condition.blocking,
      state: condition.state,
    })),
    findings: sorted(of(state.finding), (finding) => String(finding.number).padStart(6, "0")).map((finding) => ({
      number: finding.number,
      severity: finding.severity,
      state: finding.state,
      title: text(finding.title),
    })),
    approval: approval
      ? {
          state: approval.state,
          granted_at: approval.granted_at,
          valid_until: approval.valid_until,
          recorded_as: places.get(approval.id) ?? null,
        }
      : null,
  };
}

function signatureRecord(state: State, decision: Row<"decision">, places: Places, text: Text): SignatureRecord {
  return {
    round: state.round.get(decision.round_id)?.number ?? 0,
    person: decision.person_id,
    name: personName(state, decision.person_id, text),
    role: decision.role,
    act: decision.act,
    reason: decision.reason === null ? null : text(decision.reason),
    state: decision.state,
    signed_at: decision.signed_at,
    evidence: decision.evidence_sha256,
    conditions: decision.conditions_sha256,
    statement: decision.statement_sha256,
    recorded_as: places.get(decision.id) ?? null,
  };
}

const personName = (state: State, id: string, text: Text): string => {
  const person = state.person.get(id);
  return person ? text(person.name) : id;
};

type Places = Map<string, number>;

/** Row id → index of the leaf that first carried it. */
function firstPlaces(leaves: readonly Leaf[]): Places {
  const places: Places = new Map();
  for (const leaf of leaves) {
    for (const image of leaf.core.rows) {
      const id = String(image.row["id"]);
      if (!places.has(id)) places.set(id, leaf.idx);
    }
  }
  return places;
}

const sorted = <T>(items: T[], key: (item: T) => string): T[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
