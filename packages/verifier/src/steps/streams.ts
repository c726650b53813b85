import type { BundleManifest, Leaf, State } from "@countersign/record";
import { layout, replay } from "@countersign/record";
import { phrase } from "@countersign/words";
import { milliseconds, near } from "../instant.ts";
import type { Ledger } from "../report.ts";

/** What clocks of two machines, and a transaction that waits, may differ by. */
const toleranceMinutes = 10;

/** V11, ends: each stream counts from 1 without a gap up to the end that the manifest states, and no stream is left over. */
export function streamsComplete(leaves: readonly Leaf[], manifest: BundleManifest, ledger: Ledger): void {
  ledger.begin("V11");
  const { problems, heads } = replay(leaves);
  for (const { idx, problem } of problems) ledger.add("stream_gap", layout.leaf(idx), { problem });
  for (const [stream, head] of Object.entries(manifest.heads)) {
    if (heads.get(stream) !== head)
      ledger.add(
        "stream_head",
        stream,
        phrase("it ends at {end}, the manifest says {head}", { end: heads.get(stream) ?? 0, head }),
      );
  }
  for (const stream of heads.keys())
    if (!Object.hasOwn(manifest.heads, stream))
      ledger.add("stream_head", stream, phrase("the manifest does not name it"));
}

/** V11, times: a live act tells the time it was written at; the database's clock does not run backwards; no seed once live. */
export function timesFit(leaves: readonly Leaf[], ledger: Ledger): void {
  let latest = 0;
  let live = false;
  for (const { idx, db, core } of leaves) {
    const where = layout.leaf(idx);
    const written = milliseconds(db.at);
    if (written === null || written < latest - toleranceMinutes * 60_000)
      ledger.add("time_moved", where, phrase("written at {at}", { at: db.at }));
    if (core.origin === "live" && !near(core.claimed_at, db.at, toleranceMinutes))
      ledger.add(
        "time_moved",
        where,
        phrase("written at {at}, it says {claimed}", { at: db.at, claimed: core.claimed_at }),
      );
    if (core.origin !== "live" && live) ledger.add("seed_after_live", where);
    latest = Math.max(latest, written ?? 0);
    live ||= core.act === "instance.went_live";
  }
}

/** V11, references: what the version's story rests on is in the bundle, so that leaving a stream out is found. */
export function referencesThere(state: State, { scope }: BundleManifest, ledger: Ledger): void {
  const need = (table: keyof State, id: string | null): void => {
    if (id !== null && !state[table].has(id)) ledger.add("stream_missing", `${table} ${id}`);
  };
  const version = state.version.get(scope.version);
  need("instance", "instance");
  need("version", scope.version);
  if (!version) return;
  need("workspace", version.workspace_id);
  need("model", version.model_id);
  need("token", version.token_id);
  need("person", version.drafted_by);
  for (const contributor of state.contributor.values())
    if (contributor.version_id === version.id) need("person", contributor.person_id);
  for (const review of state.review.values()) {
    need("environment", review.environment_id);
    need("policy_revision", review.policy_revision_id);
    need("person", review.requested_by);
    if (
      review.state.startsWith("approved") &&
      ![...state.approval.values()].some((approval) => approval.review_id === review.id)
    )
      need("approval", `of ${review.id}`);
  }
  for (const round of state.round.values()) need("version", round.base_version_id);
  for (const decision of state.decision.values()) need("person", decision.person_id);
  for (const condition of state.condition.values()) need("person", condition.owner_id);
  for (const grant of state.role_grant.values())
    for (const id of [grant.person_id, grant.granted_by, grant.confirmed_by]) need("person", id);
  for (const alias of state.alias.values()) if (alias.version_id === version.id) need("approval", alias.approval_id);
}
