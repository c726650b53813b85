import { dropActs, leavesOf, named, reword, rewrite, swapBlob } from "./edit.ts";
import { type Forgery, idOf, isApproval } from "./forgery.ts";

/** What somebody might want a bundle to say, with what each must be refused by. */
export const forgeriesOfClaims: Forgery[] = [
  {
    claim: "a condition's text",
    by: "repacked",
    of: "approved",
    finds: ["root_differs", "conditions_differ"],
    edit: (o) => reword(o, "Report monthly to the committee.", "Report when convenient."),
  },
  {
    claim: "a condition's text, recorded anew",
    by: "insider",
    of: "approved",
    finds: ["conditions_differ"],
    edit: (o) => reword(o, "Report monthly to the committee.", "Report when convenient."),
  },
  {
    claim: "the evidence digest",
    by: "insider",
    of: "approved",
    finds: ["evidence_differs", "statement_differs"],
    edit: (o) => {
      swapBlob(o, named(o, "round", "evidence_sha256"), (evidence) =>
        Object.assign(evidence, { base: { version: "ver_other", identity: "" } }),
      );
    },
  },
  {
    claim: "the model's identity",
    by: "insider",
    of: "approved",
    finds: ["identity_differs"],
    edit: (o) => {
      const now = swapBlob(o, named(o, "version", "identity"), (manifest) =>
        Object.assign((manifest["resources"] as object[])[0] ?? {}, { digest: "0".repeat(64) }),
      );
      o.manifest.scope.identity = now;
    },
  },
  {
    claim: "an approval without quorum, under a foreign key",
    by: "foreign",
    of: "approved",
    finds: ["checkpoint_untrusted", "approval_unfounded"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      dropActs(o, (leaf) => leaf === last);
    },
  },
  {
    claim: "an approval without quorum, under the true key",
    by: "insider",
    of: "approved",
    finds: ["approval_unfounded"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      dropActs(o, (leaf) => leaf === last);
    },
  },
  {
    claim: "a manifest that leaves a stream out",
    by: "repacked",
    of: "approved",
    finds: ["stream_head", "export_not_logged"],
    edit: (o) => {
      const stream = leavesOf(o, "approval.granted")[0]?.core.stream ?? "";
      o.forgetHeads = [stream];
    },
  },
  {
    claim: "a whole stream left out",
    by: "insider",
    of: "approved",
    finds: ["stream_missing", "ending_unfounded"],
    edit: (o) => {
      const stream = leavesOf(o, "approval.granted")[0]?.core.stream;
      dropActs(o, (leaf) => leaf.core.stream === stream);
    },
  },
  {
    claim: "records in another order",
    by: "repacked",
    of: "approved",
    finds: ["root_differs", "export_not_logged"],
    edit: (o) => {
      const [a, b] = o.leaves.filter(isApproval);
      if (a && b) [a.idx, b.idx] = [b.idx, a.idx];
    },
  },
  {
    claim: "the approval before the signatures, under the true key",
    by: "insider",
    of: "approved",
    finds: ["approval_unfounded"],
    edit: (o) => {
      const first = o.leaves.find(isApproval);
      const grant = leavesOf(o, "approval.granted")[0];
      if (first && grant) [first.idx, grant.idx] = [grant.idx, first.idx];
      o.leaves.sort((x, y) => x.idx - y.idx);
    },
  },
  {
    claim: "a signature by somebody who built the version",
    by: "insider",
    of: "approved",
    finds: ["signer_built_it", "signer_without_role"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      const tomas = idOf(o, "tomas");
      if (last) Object.assign(last.core.actor, { id: tomas, person: tomas });
      Object.assign(last?.core.rows.find((image) => image.t === "decision")?.row ?? {}, { person_id: tomas });
    },
  },
  {
    claim: "a signature in another's name",
    by: "insider",
    of: "approved",
    finds: ["signature_of_another"],
    edit: (o) => {
      const ingrid = idOf(o, "ingrid");
      const last = o.leaves.findLast(isApproval);
      if (last) Object.assign(last.core.actor, { id: ingrid, person: ingrid });
    },
  },
  {
    claim: "a signature by the system",
    by: "insider",
    of: "approved",
    finds: ["signature_of_another"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      if (last) Object.assign(last.core.actor, { kind: "job", id: "worker", person: null });
    },
  },
  {
    claim: "one person's signature twice",
    by: "insider",
    of: "approved",
    finds: ["signature_twice", "approval_unfounded"],
    edit: (o) => {
      const [first, last] = [o.leaves.find(isApproval), o.leaves.findLast(isApproval)];
      const who = String(first?.core.rows.find((image) => image.t === "decision")?.row["person_id"]);
      if (last) Object.assign(last.core.actor, { id: who, person: who });
      Object.assign(last?.core.rows.find((image) => image.t === "decision")?.row ?? {}, { person_id: who });
    },
  },
  {
    claim: "a signature told a month earlier",
    by: "insider",
    of: "approved",
    finds: ["time_moved"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      if (last) last.core.claimed_at = "2026-10-01T08:00:00.000Z";
    },
  },
  {
    claim: "a decision rewritten by a later record",
    by: "insider",
    of: "rejected",
    finds: ["row_rewritten"],
    edit: (o) => {
      const reject = o.leaves.flatMap((leaf) => leaf.core.rows).find((image) => image.row["act"] === "reject");
      const later = o.leaves.findLast((leaf) => leaf.core.act === "review.rejected");
      if (!reject || !later) throw new Error("no rejection");
      later.core = {
        ...later.core,
        act: "decision.signed",
        rows: [{ t: "decision", row: { ...reject.row, act: "approve" } }],
      };
    },
  },
  {
    claim: "a policy published by its author",
    by: "insider",
    of: "approved",
    finds: ["policy_unfounded"],
    edit: (o) => {
      const author = named(o, "policy_revision", "proposed_by");
      rewrite(o, "policy_revision", (row) => row["confirmed_by"] !== null, { confirmed_by: author });
      for (const leaf of leavesOf(o, "policy.published"))
        Object.assign(leaf.core.actor, { id: author, person: author });
    },
  },
  {
    claim: "a review under a policy that nobody published",
    by: "insider",
    of: "approved",
    finds: ["policy_not_applying"],
    edit: (o) => dropActs(o, (leaf) => leaf.core.act === "policy.published"),
  },
  {
    claim: "a review as of a lower tier",
    by: "insider",
    of: "approved",
    finds: ["policy_not_applying"],
    edit: (o) => rewrite(o, "review", () => true, { tier: "T4" }),
  },
  {
    claim: "the first administrator made by somebody later",
    by: "insider",
    of: "approved",
    finds: ["grant_unfounded"],
    edit: (o) => {
      const first = leavesOf(o, "role.granted").find((leaf) => leaf.core.rows[0]?.row["granted_by"] === null);
      if (first) first.core.cause = "req_other";
    },
  },
  {
    claim: "a rejection withdrawn by somebody else",
    by: "insider",
    of: "rejected",
    finds: ["signature_of_another"],
    edit: (o) => {
      const reject = o.leaves.flatMap((leaf) => leaf.core.rows).find((image) => image.row["act"] === "reject");
      const later = o.leaves.findLast((leaf) => leaf.core.act === "review.rejected");
      if (!reject || !later) throw new Error("no rejection");
      later.core = {
        ...later.core,
        act: "decision.withdrawn",
        data: { reason: "x" },
        actor: { ...later.core.actor, id: "usr_other", person: "usr_other" },
        rows: [{ t: "decision", row: { ...reject.row, state: "withdrawn" } }],
      };
    },
  },
  {
    claim: "the instance back in set-up",
    by: "insider",
    of: "approved",
    finds: ["row_rewritten"],
    edit: (o) => {
      const live = leavesOf(o, "instance.went_live")[0];
      const last = o.leaves.findLast((leaf) => leaf.core.stream.startsWith("instance:"));
      if (!live || !last) throw new Error("not live");
      const again = structuredClone(last);
      again.idx = o.hashes.length;
      o.hashes.push(new Uint8Array(32));
      Object.assign(again.core, { id: "evt_again", sver: last.core.sver + 1, claimed_at: o.exported.core.claimed_at });
      Object.assign(again.core.rows[0]?.row ?? {}, { state: "setup" });
      again.db = o.exported.db;
      o.leaves.push(again);
    },
  },
  {
    claim: "an act of the past told after going live",
    by: "insider",
    of: "approved",
    finds: ["seed_after_live"],
    edit: (o) => {
      const last = o.leaves.findLast(isApproval);
      if (last) last.core.origin = "seed";
    },
  },
  {
    claim: "a part's identity",
    by: "insider",
    of: "approved",
    finds: ["parts_differ"],
    edit: (o) => rewrite(o, "version_part", () => true, { identity: "0".repeat(64) }),
  },
  {
    claim: "the manifest is about another version",
    by: "insider",
    of: "approved",
    finds: ["scope_differs"],
    edit: (o) => {
      o.manifest.scope.number = 99;
    },
  },
  {
    claim: "a signature by an account that was deactivated",
    by: "insider",
    of: "approved",
    finds: ["signer_without_role"],
    edit: (o) => {
      rewrite(o, "person", (row) => row["id"] === idOf(o, "daniel"), { state: "deactivated" });
    },
  },
  {
    claim: "a condition without its owner's stream",
    by: "insider",
    of: "approved",
    finds: ["stream_missing"],
    edit: (o) => {
      const owner = idOf(o, "amara");
      dropActs(o, (leaf) => leaf.core.stream === `person:${owner}`);
    },
  },
  {
    claim: "an approval valid for ten years",
    by: "insider",
    of: "approved",
    finds: ["approval_unfounded"],
    edit: (o) => rewrite(o, "approval", () => true, { valid_until: "2036-11-26T00:00:00.000Z" }),
  },
  {
    claim: "a contributor left out",
    by: "insider",
    of: "approved",
    finds: ["contributors_differ"],
    edit: (o) => {
      for (const leaf of leavesOf(o, "version.frozen"))
        leaf.core.rows = leaf.core.rows.filter((image) => image.row["kind"] !== "trainer");
    },
  },
  {
    claim: "an alias moved without approval",
    by: "insider",
    of: "rejected",
    finds: ["alias_unfounded"],
    edit: (o) => {
      const seal = o.leaves.findLast((leaf) => leaf.core.stream.startsWith("model:"));
      if (!seal) throw new Error("no model stream");
      const version = o.manifest.scope.version;
      const model = seal.core.stream.slice("model:".length);
      seal.core = {
        ...seal.core,
        act: "alias.moved",
        data: { from_version_id: null, why: "approved" },
        rows: [
          {
            t: "alias",
            row: {
              id: "als_forged",
              model_id: model,
              workspace_id: "wsp_default",
              name: "champion",
              version_id: version,
              approval_id: null,
              moved_by: "system",
              moved_at: seal.core.claimed_at,
            },
          },
        ],
      };
    },
  },
];
