import { fromUtf8 } from "@countersign/canonical";
import { disclosureDigest, layout, type Leaf, readDisclosure, readZip } from "@countersign/record";
import type { Code } from "../../src/index.ts";
import { dropActs, leavesOf, named, reword, rewrite, swapBlob, textBytes } from "./edit.ts";
import type { Opened } from "./opened.ts";

export interface Forgery {
  claim: string;
  /** `repacked`: every hash recomputed, no key. `foreign`: signed with the forger's own key. `insider`: signed with the log's true key. */
  by: "repacked" | "foreign" | "insider";
  /** Which bundle: an approval with a condition, or a rejection. */
  of: "approved" | "rejected";
  /** Discrepancies that must be named; others may be. */
  finds: Code[];
  edit(opened: Opened, original: Uint8Array): void;
}

export const member = (bundle: Uint8Array, path: string): string => {
  const zip = readZip(bundle);
  return (zip.ok && fromUtf8(zip.members.get(path) ?? new Uint8Array())) || "";
};

const put =
  (path: string, from: string, to: string) =>
  (opened: Opened, original: Uint8Array): void => {
    const text = member(original, path);
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    opened.force.set(path, textBytes(text.replaceAll(from, to)));
  };

export const isApproval = (leaf: Leaf): boolean =>
  leaf.core.rows.some((image) => image.t === "decision" && image.row["act"] === "approve_with_conditions");
export const idOf = (opened: Opened, name: string): string => {
  const digest = disclosureDigest(opened.disclosures.find((encoded) => readDisclosure(encoded)?.value === name) ?? "");
  const image = opened.leaves
    .flatMap((leaf) => leaf.core.rows)
    .find((one) => one.t === "person" && one.row["name"] === digest);
  if (!image) throw new Error(`nobody is called ${name}`);
  return String(image.row["id"]);
};

/** What somebody might want a bundle to say, with what each must be refused by. */
export const forgeries: Forgery[] = [
  {
    claim: "the signer's name in decision.html",
    by: "repacked",
    of: "approved",
    finds: ["decision_html_differs", "export_not_logged"],
    edit: put(layout.decisionHtml, "priya", "Somebody Else"),
  },
  {
    claim: "the signer's name in decision.json",
    by: "repacked",
    of: "approved",
    finds: ["decision_json_differs", "export_not_logged"],
    edit: put(layout.decisionJson, "priya", "Somebody Else"),
  },
  {
    claim: "the signer's name in decision.html, export recorded anew",
    by: "insider",
    of: "approved",
    finds: ["decision_html_differs"],
    edit: put(layout.decisionHtml, "priya", "Somebody Else"),
  },
  {
    claim: "the signer's name in the record",
    by: "repacked",
    of: "approved",
    finds: ["root_differs", "proof_false"],
    edit: (o) => reword(o, "priya", "Somebody Else"),
  },
  {
    claim: "the signer's name in the disclosure alone",
    by: "insider",
    of: "approved",
    finds: ["disclosure_missing", "disclosure_unbound"],
    edit: (o) => {
      const leaves = structuredClone(o.leaves);
      reword(o, "priya", "Somebody Else");
      o.leaves = leaves;
    },
  },
  {
    claim: "a rejection dropped",
    by: "repacked",
    of: "rejected",
    finds: ["export_not_logged"],
    edit: (o) =>
      dropActs(
        o,
        (leaf) => leaf.core.act === "review.rejected" || leaf.core.rows.some((image) => image.row["act"] === "reject"),
      ),
  },
  {
    claim: "a rejection dropped, its number left open",
    by: "insider",
    of: "rejected",
    finds: ["stream_gap", "ending_unfounded"],
    edit: (o) => {
      o.leaves = o.leaves.filter((leaf) => !leaf.core.rows.some((image) => image.row["act"] === "reject"));
    },
  },
  {
    claim: "the last act of the review dropped, the manifest's end moved",
    by: "repacked",
    of: "rejected",
    finds: ["export_not_logged"],
    edit: (o) => dropActs(o, (leaf) => leaf.core.act === "review.rejected"),
  },
  {
    claim: "the last act of the review dropped, recorded anew",
    by: "insider",
    of: "rejected",
    finds: ["rejection_ignored"],
    edit: (o) => dropActs(o, (leaf) => leaf.core.act === "review.rejected"),
  },
  {
    claim: "a check's result swapped under its old name",
    by: "repacked",
    of: "approved",
    finds: ["blob_changed"],
    edit: (o) => {
      const sha256 = named(o, "check_run", "result_sha256", (row) => row["check_key"] === "perf.gini");
      o.force.set(
        layout.blob(sha256),
        textBytes(JSON.stringify(o.blobs.get(sha256)).replace('"value":0.3', '"value":0.9')),
      );
    },
  },
  {
    claim: "a check's result swapped, its digest with it",
    by: "insider",
    of: "approved",
    finds: ["result_differs", "evidence_differs", "statement_differs"],
    edit: (o) => {
      swapBlob(
        o,
        named(o, "check_run", "result_sha256", (row) => row["check_key"] === "perf.gini"),
        (result) => Object.assign((result["measurements"] as object[])[0] ?? {}, { value: 0.9 }),
      );
    },
  },
  {
    claim: "a verdict swapped",
    by: "insider",
    of: "approved",
    finds: ["result_differs"],
    edit: (o) => rewrite(o, "check_run", (row) => row["verdict"] === "warn", { verdict: "pass", outcome: null }),
  },
  {
    claim: "another policy, with a quorum of one",
    by: "insider",
    of: "approved",
    finds: ["evidence_differs", "statement_differs"],
    edit: (o) => {
      swapBlob(o, named(o, "policy_revision", "sha256"), (policy) =>
        Object.assign((policy["signOffs"] as object[])[1] ?? {}, { count: 1 }),
      );
    },
  },
  {
    claim: "nothing, under a foreign key",
    by: "foreign",
    of: "approved",
    finds: ["checkpoint_untrusted"],
    edit: () => {},
  },
  {
    claim: "a role invented after the instance went live",
    by: "insider",
    of: "approved",
    finds: ["grant_unfounded"],
    edit: (o) => {
      const person = idOf(o, "tomas");
      const granted = structuredClone(
        leavesOf(o, "role.granted").findLast((leaf) => leaf.core.stream === `person:${person}`),
      );
      const last = Math.max(
        ...o.leaves.filter((leaf) => leaf.core.stream === `person:${person}`).map((leaf) => leaf.core.sver),
      );
      if (!granted) throw new Error("tomas has no role");
      granted.idx = o.hashes.length;
      o.hashes.push(new Uint8Array(32));
      Object.assign(granted.core, {
        sver: last + 1,
        id: "evt_invented",
        origin: "live",
        claimed_at: o.exported.core.claimed_at,
      });
      Object.assign(granted.core.rows[0]?.row ?? {}, { id: "grn_invented", role: "approver", bootstrap: true });
      granted.db = o.exported.db;
      o.leaves.push(granted);
    },
  },
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
  {
    claim: "a name in decision.html, beside the export's true record",
    by: "repacked",
    of: "approved",
    finds: ["export_other_manifest", "decision_html_differs"],
    edit: (o, original) => {
      o.keep = ["export"];
      put(layout.decisionHtml, "priya", "Somebody Else")(o, original);
    },
  },
  {
    claim: "the last act dropped, beside the export's true record",
    by: "repacked",
    of: "rejected",
    finds: ["export_other_heads", "export_other_manifest"],
    edit: (o) => {
      o.keep = ["export"];
      dropActs(o, (leaf) => leaf.core.act === "review.rejected");
    },
  },
  {
    claim: "a file changed and zipped again",
    by: "repacked",
    of: "approved",
    finds: ["member_changed"],
    edit: (o, original) => {
      o.keep = ["manifest", "export"];
      put(layout.decisionJson, "priya", "Somebody Else")(o, original);
    },
  },
  {
    claim: "a file taken out and one put in",
    by: "repacked",
    of: "approved",
    finds: ["member_missing", "member_unlisted"],
    edit: (o, original) => {
      o.keep = ["manifest", "export"];
      const text = member(original, layout.decisionHtml);
      o.force.set(layout.decisionHtml, null);
      o.force.set("decision.htm", textBytes(text));
    },
  },
  {
    claim: "an export from another history of the log",
    by: "insider",
    of: "approved",
    finds: ["trees_inconsistent"],
    edit: (o) => {
      o.fork = true;
    },
  },
  {
    claim: "a file more",
    by: "repacked",
    of: "approved",
    finds: ["member_unknown"],
    edit: (o) => o.force.set("log/extra.json", textBytes("{}")),
  },
  {
    claim: "a proof less",
    by: "insider",
    of: "approved",
    finds: ["proof_missing"],
    edit: (o) => o.force.set(layout.proof(o.leaves[3]?.idx ?? 0), null),
  },
  {
    claim: "a record in another spelling",
    by: "insider",
    of: "approved",
    finds: ["leaf_form", "leaf_not_in_tree"],
    edit: (o, original) => {
      const path = layout.leaf(o.leaves[3]?.idx ?? 0);
      o.force.set(path, textBytes(` ${member(original, path)}`));
    },
  },
  {
    claim: "hashes of the tree cut off",
    by: "insider",
    of: "approved",
    finds: ["tiles_wrong"],
    edit: (o, original) => {
      const zip = readZip(original);
      for (const [path, bytes] of zip.ok ? zip.members : [])
        if (path.startsWith("log/tile/")) o.force.set(path, bytes.subarray(32));
    },
  },
];
