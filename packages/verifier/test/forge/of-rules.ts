import type { StrictJson } from "@countersign/record";
import type { Code } from "../../src/index.ts";
import { actedBy, actOf, dropActs, imageIn, later, rewrite, swapBlob } from "./edit.ts";
import { type Forgery, idOf, isApproval } from "./forgery.ts";
import type { Opened } from "./opened.ts";

const nobody = "0".repeat(64);
/** With the log's true key, so that nothing but the rule itself can find it. */
const insider = (
  claim: string,
  finds: Code,
  edit: (opened: Opened) => void,
  of: Forgery["of"] = "approved",
): Forgery => ({ claim, by: "insider", of, finds: [finds], edit });
type Columns = { [column: string]: StrictJson };
const grant = (o: Opened): Columns => imageIn(actOf(o, "approval.granted"), "approval");
const signature = (o: Opened): Columns => imageIn(o.leaves.find(isApproval) ?? actOf(o, "decision.signed"), "decision");

/** An approval that is for something else than its review, in each column that says for what. */
const elsewhere = {
  round_id: "rnd_0",
  version_id: "ver_0",
  model_id: "mdl_0",
  workspace_id: "wsp_0",
  environment_id: "env_0",
  policy_revision_id: "prv_0",
  evidence_sha256: nobody,
  conditions_sha256: null,
};

const approvals: Forgery[] = [
  ...Object.entries(elsewhere).map(([column, value]) =>
    insider(
      `an approval of another ${column}`,
      "approval_unfounded",
      (o) => void Object.assign(grant(o), { [column]: value }),
    ),
  ),
  insider(
    "an approval of a review that is not there",
    "approval_unfounded",
    (o) => void Object.assign(grant(o), { review_id: "rev_0" }),
  ),
  insider("an approval whose review does not say so", "approval_unfounded", (o) =>
    dropActs(o, (leaf) => leaf.core.act === "review.approved"),
  ),
  insider(
    "an approval that begins suspended",
    "approval_unfounded",
    (o) => void Object.assign(grant(o), { state: "suspended" }),
  ),
  insider(
    "an approval granted at another time than it tells",
    "approval_unfounded",
    (o) =>
      void Object.assign(grant(o), { granted_at: "2026-01-01T00:00:00.000Z", valid_until: "2027-01-01T00:00:00.000Z" }),
  ),
  insider("a revoked approval valid again", "approval_unfounded", (o) => {
    const like = actOf(o, "approval.granted");
    later(o, like, {
      act: "approval.revoked",
      data: { reason: nobody },
      actor: { kind: "user", id: idOf(o, "priya"), person: idOf(o, "priya"), roles: [] },
      rows: [{ t: "approval", row: { ...grant(o), state: "revoked" } }],
    });
    later(o, like, { rows: [{ t: "approval", row: { ...grant(o) } }] });
  }),
  insider(
    "an approval expired before its time",
    "approval_unfounded",
    (o) =>
      void later(o, actOf(o, "approval.granted"), {
        act: "approval.expired",
        data: {},
        rows: [{ t: "approval", row: { ...grant(o), state: "expired" } }],
      }),
  ),
  insider(
    "an approval expired by another act",
    "approval_unfounded",
    (o) =>
      void later(o, actOf(o, "approval.granted"), {
        act: "approval.staled",
        data: { by: "apr_0" },
        rows: [{ t: "approval", row: { ...grant(o), state: "expired" } }],
      }),
  ),
  insider("an approval revoked by the system", "approval_unfounded", (o) => {
    later(o, actOf(o, "approval.granted"), {
      act: "approval.revoked",
      data: { reason: nobody },
      actor: { kind: "job", id: "worker", person: null, roles: [] },
      rows: [{ t: "approval", row: { ...grant(o), state: "revoked" } }],
    });
  }),
];

const aliases: Forgery[] = Object.entries({
  version_id: "ver_0",
  environment_id: "env_0",
  state: "suspended",
  valid_until: "2026-01-01T00:00:00.000Z",
}).map(([column, value]) =>
  insider(
    `a protected name under an approval with another ${column}`,
    "alias_unfounded",
    (o) => void Object.assign(grant(o), { [column]: value }),
  ),
);

const checks: Forgery[] = [
  insider("a check's result that is not there", "result_differs", (o) =>
    rewrite(o, "check_run", (row) => row["check_key"] === "perf.gini" && row["state"] === "ended", {
      result_sha256: nobody,
    }),
  ),
  insider("a check's result recorded by a person", "result_differs", (o) =>
    actedBy(actOf(o, "check.ended"), idOf(o, "tomas")),
  ),
  insider(
    "a check's result recorded by another act",
    "result_differs",
    (o) => void Object.assign(actOf(o, "check.ended").core, { act: "check.queued" }),
  ),
  insider("a condition that joins its set later", "conditions_differ", (o) => {
    const proposed = actOf(o, "condition.proposed", (row) => "due_at" in row);
    later(o, proposed, {
      act: "condition.accepted",
      rows: [{ t: "condition", row: { ...imageIn(proposed, "condition"), id: "cnd_later", number: 9 } }],
    });
  }),
];

const makers: Forgery[] = [
  insider("a contributor who joins later", "contributors_differ", (o) => {
    const frozen = actOf(o, "version.frozen");
    later(o, frozen, {
      act: "contributor.mapped",
      rows: [{ t: "contributor", row: { ...imageIn(frozen, "contributor"), id: "ctb_later" } }],
    });
  }),
  insider("a version by a token whose owner is not named", "contributors_differ", (o) =>
    rewrite(o, "version", () => true, { token_id: "tok_0" }),
  ),
  insider("a contributor mapped to somebody else than their address says", "contributors_differ", (o) =>
    rewrite(o, "contributor", (row) => row["kind"] === "trainer", { person_id: idOf(o, "amara") }),
  ),
  insider("an identity that is not its manifest's digest", "identity_differs", (o) =>
    rewrite(o, "version", (row) => row["state"] === "frozen", { manifest_sha256: nobody }),
  ),
  insider(
    "files in no part of the submission",
    "parts_differ",
    (o) =>
      void swapBlob(o, String(imageIn(actOf(o, "version.frozen"), "version")["submission_sha256"]), (submission) =>
        Object.assign(submission, { files: { onnx: "elsewhere/" } }),
      ),
  ),
  insider("a record of a day that no calendar has", "time_moved", (o) => {
    const set = actOf(o, "instance.set_up");
    set.db = { ...set.db, at: set.db.at.replace(/^(\d{4})-\d\d/, "$1-13") };
  }),
  insider("a file that joins the frozen version", "row_rewritten", (o) => {
    const attached = actOf(o, "version.attached");
    later(o, attached, {
      rows: [
        {
          t: "version_file",
          row: { ...attached.core.rows[0]?.row, id: "fil_later", path: "later.bin", role: "card", part: null },
        },
      ],
    });
  }),
];

/** Somebody's grant from set-up, and later ones made from it. */
const granted = (o: Opened, name: string) => actOf(o, "role.granted", (row) => row["person_id"] === idOf(o, name));
const asked = (o: Opened, change: Columns = {}): Columns => ({
  ...granted(o, "tomas").core.rows[0]?.row,
  id: "grn_later",
  role: "approver",
  state: "pending",
  bootstrap: false,
  granted_by: idOf(o, "ingrid"),
  ...change,
});
const live = (o: Opened, act: "role.asked" | "role.granted" | "role.confirmed", by: string, row: Columns): void => {
  actedBy(later(o, granted(o, "tomas"), { act, rows: [{ t: "role_grant", row }] }), idOf(o, by));
};
const confirmed = (o: Opened, by: string, says: string): void => {
  live(o, "role.asked", "ingrid", asked(o));
  live(o, "role.confirmed", by, asked(o, { state: "active", confirmed_by: idOf(o, says) }));
};
const ofGrant = (claim: string, edit: (opened: Opened) => void): Forgery => insider(claim, "grant_unfounded", edit);

const grants: Forgery[] = [
  ofGrant(
    "a grant that begins revoked",
    (o) => void Object.assign(granted(o, "tomas").core.rows[0]?.row ?? {}, { state: "revoked" }),
  ),
  ofGrant(
    "a grant confirmed before it was asked for",
    (o) => void Object.assign(granted(o, "tomas").core.rows[0]?.row ?? {}, { confirmed_by: idOf(o, "ingrid") }),
  ),
  ofGrant(
    "a grant of set-up that hides where it is from",
    (o) => void Object.assign(granted(o, "tomas").core.rows[0]?.row ?? {}, { bootstrap: false }),
  ),
  ofGrant("a grant recorded by somebody else than its grantor", (o) => actedBy(granted(o, "tomas"), idOf(o, "amara"))),
  ofGrant("a grant by somebody who administers nothing", (o) => {
    Object.assign(granted(o, "amara").core.rows[0]?.row ?? {}, { granted_by: idOf(o, "tomas") });
    actedBy(granted(o, "amara"), idOf(o, "tomas"));
  }),
  ofGrant("a role that signs, from one administrator", (o) =>
    live(o, "role.granted", "ingrid", asked(o, { state: "active" })),
  ),
  ofGrant("a grant that comes into force without being confirmed", (o) => {
    live(o, "role.asked", "ingrid", asked(o));
    live(o, "role.granted", "ingrid", asked(o, { state: "active" }));
  }),
  ofGrant("a grant confirmed by somebody else than it says", (o) => confirmed(o, "amara", "priya")),
  ofGrant("a grant confirmed by whoever asked for it", (o) => confirmed(o, "ingrid", "ingrid")),
  ofGrant("a grant confirmed by somebody who administers nothing", (o) => confirmed(o, "amara", "amara")),
];

const policies: Forgery[] = [
  insider("a policy proposed by somebody else than it says", "policy_unfounded", (o) =>
    actedBy(actOf(o, "policy.proposed"), idOf(o, "tomas")),
  ),
  insider("a policy published by somebody else than it says", "policy_unfounded", (o) =>
    actedBy(actOf(o, "policy.published"), idOf(o, "tomas")),
  ),
  insider(
    "a policy published by another act",
    "policy_unfounded",
    (o) => void Object.assign(actOf(o, "policy.published").core, { act: "policy.proposed", data: { dry_run: nobody } }),
  ),
  insider("a policy published by somebody who publishes none", "policy_unfounded", (o) => {
    Object.assign(
      imageIn(
        actOf(o, "policy.published", (row) => row["state"] === "published"),
        "policy_revision",
      ),
      { confirmed_by: idOf(o, "tomas") },
    );
    actedBy(actOf(o, "policy.published"), idOf(o, "tomas"));
  }),
  insider("a policy whose document is not there", "policy_unfounded", (o) =>
    rewrite(o, "policy_revision", () => true, { sha256: nobody }),
  ),
];

const signatures: Forgery[] = [
  insider("signatures for an environment that is not there", "signature_out_of_turn", (o) =>
    dropActs(o, (leaf) => leaf.core.act === "environment.defined"),
  ),
  insider(
    "a signature in another round",
    "signature_out_of_turn",
    (o) => void Object.assign(signature(o), { round_id: "rnd_0" }),
  ),
  insider(
    "a signature that begins withdrawn",
    "signature_out_of_turn",
    (o) => void Object.assign(signature(o), { state: "withdrawn" }),
  ),
  insider(
    "a signature of another minute than its record",
    "signature_time",
    (o) => void Object.assign(signature(o), { signed_at: `${String(signature(o)["signed_at"]).slice(0, 17)}59.999Z` }),
  ),
  insider(
    "a signature whose signer proved who they are long before",
    "signature_time",
    (o) => void Object.assign(signature(o), { authenticated_at: "2026-01-01T00:00:00.000Z" }),
  ),
  insider("a signature by somebody who had not read every section", "signature_out_of_turn", (o) => {
    const reader = String(signature(o)["person_id"]);
    const marked = actOf(o, "review.section_marked", (row) => row["person_id"] === reader);
    const section = imageIn(marked, "section_mark")["section"];
    dropActs(o, (leaf) => leaf === marked);
    swapBlob(o, String(signature(o)["statement_sha256"]), (statement) => {
      statement["sections"] = (statement["sections"] as { section: string }[]).filter(
        (read) => read.section !== section,
      );
    });
  }),
  insider(
    "a signature on other evidence",
    "signature_on_other_content",
    (o) => void Object.assign(signature(o), { evidence_sha256: nobody }),
  ),
  insider(
    "a signature on other conditions",
    "signature_on_other_content",
    (o) => void Object.assign(signature(o), { conditions_sha256: nobody }),
  ),
];

/** What each rule of V16 and V11 finds by itself, wherever one claim is edited in a record and nothing else. */
export const forgeriesOfRules: Forgery[] = [
  ...approvals,
  ...aliases,
  ...checks,
  ...makers,
  ...grants,
  ...policies,
  ...signatures,
];
