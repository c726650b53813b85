import type { Row } from "@countersign/db";
import { fakeId, type Forger, now } from "../forge.ts";
import type { Scenes } from "../scenes.ts";
import { approvalRow, type Attempt, decide, find, grant, move, quorum, rowOf } from "./attempt.ts";

const approvalOf = (sql: Forger, reviewId: string): Promise<string> =>
  find(sql, "select id from gov.approval where review_id = $1", [reviewId]);

/** Both approvers have signed; then an approval that is one thing off. */
const off = (
  attempt: string,
  refusedBy: string,
  change: (s: Scenes) => Partial<Row<"approval">>,
  before: (sql: Forger, s: Scenes) => Promise<unknown> = async () => {},
): Attempt => ({
  attempt,
  refusedBy,
  steps: async (sql, s) => {
    await quorum(sql, s, s.open);
    await before(sql, s);
    await grant(sql, s.open, change(s));
  },
});
const none = () => ({});
/** A review opened by hand is signed as it should be, and only its evidence is short. */
const short = (attempt: string, scene: "partial" | "putAside" | "undocumented"): Attempt => ({
  attempt,
  refusedBy: "evidence_missing",
  steps: async (sql, s) => {
    // Some other version's card is nobody else's.
    if (scene === "undocumented")
      await sql.record(
        await sql.insert("version_file", {
          id: fakeId("fil"),
          version_id: s.draft.versionId,
          role: "card",
          part: null,
          path: "card.md",
          sha256: "f".repeat(64),
          size: 3,
        }),
      );
    await decide(sql, s[scene], s.world.people.liwei, "validator", "recommend");
    await quorum(sql, s, s[scene]);
    await grant(sql, s[scene]);
  },
});
const champion = async (sql: Forger, s: Scenes, version: string, approval: string | null): Promise<void> =>
  move(sql, "alias", await find(sql, "select id from gov.alias where name = 'champion'"), {
    version_id: version,
    approval_id: approval,
    moved_by: s.world.people.dirk,
    moved_at: now(),
  });

/** An approval is of one review, one version, one place, one policy, one state of things. */
export const scope: Attempt[] = [
  off("an approval of a review that does not exist", "approval_scope", () => ({ review_id: "nowhere" })),
  off("an approval in another review's round", "approval_scope", (s) => ({
    round_id: s.fresh.round.id,
    evidence_sha256: s.fresh.round.evidence_sha256 ?? "",
  })),
  off("an approval of a round that is no longer the present one", "approval_scope", none, (sql, s) =>
    move(sql, "review", s.open.reviewId, { round: 2 }),
  ),
  off("an approval for another version", "approval_scope", (s) => ({ version_id: s.fresh.versionId })),
  off("an approval of another model", "approval_scope", () => ({ model_id: "nowhere" })),
  off("an approval in another workspace", "approval_scope", (s) => ({ workspace_id: s.elsewhere })),
  off("an approval under another policy", "approval_scope", () => ({ policy_revision_id: "nowhere" })),
  off("an approval that begins suspended", "approval_scope", () => ({ state: "suspended" })),
  off("an approval of a review that went back to validation", "not_sealed", none, (sql, s) =>
    move(sql, "review", s.open.reviewId, { state: "in_validation" }),
  ),
  off("an approval of a closed round", "not_sealed", none, (sql, s) =>
    move(sql, "round", s.open.round.id, { state: "closed", closed_at: now() }),
  ),
  off("an approval on another evidence digest", "not_sealed", () => ({ evidence_sha256: "d".repeat(64) })),
  off("an approval that has ended before it begins", "validity", () => ({ valid_until: now(-1) })),
  off("an approval of a retired version", "model_state", none, (sql, s) =>
    move(sql, "version", s.open.versionId, { state: "retired" }),
  ),
  off("an approval of a model that has lost its tier", "model_state", none, (sql, s) =>
    move(sql, "model", s.world.modelId, { tier: null }),
  ),
  off("an approval of a suspended model beside one that is not", "model_state", none, async (sql, s) => {
    const id = fakeId("mdl");
    await sql.record(
      await sql.insert("model", {
        ...(await rowOf(sql, "model", s.world.modelId)),
        id,
        key: "beside",
        state: "proposed",
        tier: null,
      }),
    );
    await move(sql, "model", id, { state: "registered", tier: "T1" });
    await move(sql, "model", s.world.modelId, { state: "suspended" });
  }),
  short("an approval of a round that ran one check of three", "partial"),
  short("an approval of a round whose errored check was put aside and not run again", "putAside"),
  short("an approval of a version without the model card that its policy asks for", "undocumented"),
  {
    attempt: "a protected alias that names no approval, onto an approved version",
    refusedBy: "protected_alias",
    steps: (sql, s) => champion(sql, s, s.approved.versionId, null),
  },
  {
    attempt: "the production alias by an approval for staging that is in force",
    refusedBy: "protected_alias",
    steps: async (sql, s) => champion(sql, s, s.staged.versionId, await approvalOf(sql, s.staged.reviewId)),
  },
  {
    attempt: "an approval that the policy's own clock would end",
    refusedBy: "validity",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await sql.record(
        await sql.insert(
          "approval",
          approvalRow(s.open, { valid_until: new Date(Date.now() + 365 * 86_400_000 + 3_600_000).toISOString() }),
        ),
      );
    },
  },
];
