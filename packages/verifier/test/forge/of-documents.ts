import { layout, readZip } from "@countersign/record";
import { dropActs, leavesOf, named, reword, rewrite, swapBlob, textBytes } from "./edit.ts";
import { type Forgery, idOf, put, member } from "./forgery.ts";

/** What somebody might want a bundle to say, with what each must be refused by. */
export const forgeriesOfDocuments: Forgery[] = [
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
