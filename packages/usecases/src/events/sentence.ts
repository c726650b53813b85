import type { EventCore } from "@countersign/record";

const role = (core: EventCore): string =>
  String(core.rows.find((image) => image.t === "role_grant")?.row["role"] ?? "a role").replaceAll("_", " ");
const cell = (core: Pick<EventCore, "rows">, table: string, column: string): string =>
  String(core.rows.find((image) => image.t === table)?.row[column] ?? "");

/** The role that an assignment is for: of several rows the one that begins. */
const assigned = (core: EventCore): string => {
  const images = core.rows.filter((image) => image.t === "assignment");
  const [image] = [...images.filter(({ row }) => row["state"] === "active"), ...images];
  return String(image?.row["role"] ?? "signer").replaceAll("_", " ");
};

/** What an event says, in plain words without names: the page puts the person before it. */
export function sentence(core: EventCore): string {
  const say = sentences[core.act];
  return typeof say === "string" ? say : say(core);
}

const sentences: Record<EventCore["act"], string | ((core: EventCore) => string)> = {
  "instance.set_up": "set up this instance",
  "instance.went_live": "ended set-up: the instance is live",
  "person.added": "added a person",
  "person.renamed": "changed a person's name",
  "person.deactivated": "ended a person's access",
  "credential.reset": (core) =>
    core.data["confirmed_by"] ? "issued a link for a new password" : "asked for a new password for somebody who signs",
  "role.granted": (core) => `granted the role ${role(core)}`,
  "role.asked": (core) => `asked to grant the role ${role(core)}; a second administrator must confirm`,
  "role.confirmed": (core) => `confirmed the role ${role(core)}`,
  "role.revoked": (core) => `ended the role ${role(core)}`,
  "workspace.defined": (core) => `defined the workspace ${cell(core, "workspace", "key")}`,
  "environment.defined": (core) => `defined the environment ${cell(core, "environment", "key")}`,
  "token.created": (core) => `made the token “${cell(core, "token", "label")}”`,
  "token.rotated": (core) => `rotated the token “${cell(core, "token", "label")}”`,
  "token.revoked": (core) => `revoked the token “${cell(core, "token", "label")}”`,
  "policy.created": (core) => `began the policy ${cell(core, "policy", "key")}`,
  "policy.proposed": (core) => `proposed revision ${cell(core, "policy_revision", "number")} of a policy`,
  "policy.published": "published a policy revision",
  "model.proposed": (core) => `proposed the model ${cell(core, "model", "key")}`,
  "model.accepted": (core) => `accepted the model ${cell(core, "model", "key")} into the inventory`,
  "model.rejected": (core) => `refused the proposed model ${cell(core, "model", "key")}`,
  "model.edited": (core) => `edited the model ${cell(core, "model", "key")}`,
  "model.tiered": (core) =>
    `put the model ${cell(core, "model", "key")} into tier ${cell(core, "model", "tier").slice(1)}`,
  "model.activated": (core) => `made the model ${cell(core, "model", "key")} active`,
  "model.suspended": (core) => `suspended the model ${cell(core, "model", "key")}`,
  "model.restored": (core) => `restored the model ${cell(core, "model", "key")}`,
  "model.numbered": "numbered a new version",
  "alias.moved": (core) => `pointed the alias ${cell(core, "alias", "name")} at another version`,
  "version.drafted": (core) => `registered version ${cell(core, "version", "number")}`,
  "version.attached": (core) => `attached ${core.rows.length} ${core.rows.length === 1 ? "file" : "files"}`,
  "version.described": "described a version",
  "version.frozen": (core) => `submitted version ${cell(core, "version", "number")}: its content is frozen`,
  "contributor.mapped": "matched a contributor to a person",
  "review.opened": "asked for approval",
  "review.round_opened": (core) => `opened round ${cell(core, "round", "number")}`,
  "review.sealed": (core) => `sealed the evidence of round ${cell(core, "round", "number")}`,
  "review.section_marked": (core) => `marked the section ${cell(core, "section_mark", "section")}`,
  "review.commented": "commented",
  "review.assigned": (core) => `asked somebody for the sign-off as ${assigned(core)}`,
  "review.unassigned": (core) => `asks everybody again for the sign-off as ${assigned(core)}`,
  "check.queued": (core) =>
    `ran the check ${cell({ rows: core.rows.filter((image) => image.row["state"] === "queued") }, "check_run", "check_key")} again`,
  "check.ended": (core) => `recorded ${cell(core, "check_run", "check_key")}: ${cell(core, "check_run", "verdict")}`,
  "finding.raised": (core) =>
    `raised finding ${cell(core, "finding", "number")} (${cell(core, "finding", "severity")})`,
  "finding.answered": (core) => `answered finding ${cell(core, "finding", "number")}`,
  "finding.closed": (core) => `closed finding ${cell(core, "finding", "number")}`,
  "finding.reopened": (core) => `opened finding ${cell(core, "finding", "number")} again`,
  "condition.proposed": (core) => {
    const count = core.rows.filter((image) => image.t === "condition" && image.row["state"] === "proposed").length;
    return count === 0
      ? "took the proposed conditions back"
      : `proposed ${count} ${count === 1 ? "condition" : "conditions"}`;
  },
  "condition.evidence_given": (core) => `gave evidence for condition ${cell(core, "condition", "number")}`,
  "condition.accepted": (core) =>
    `${cell(core, "condition", "state") === "accepted" ? "accepted" : "sent back"} the evidence for condition ${cell(core, "condition", "number")}`,
  "decision.signed": (core) => `signed: ${cell(core, "decision", "act").replaceAll("_", " ")}`,
  "decision.withdrawn": "withdrew a signature",
  "review.changes_requested": "signed: request changes",
  "review.approved": (core) =>
    `ended the review with the last signature: ${cell(core, "review", "state").replaceAll("_", " ")}`,
  "review.rejected": "signed: reject; the review ended",
  "review.withdrawn": "withdrew the review",
  "approval.granted": (core) =>
    `completed the quorum: approval granted until ${cell(core, "approval", "valid_until").slice(0, 10)}`,
  "approval.revoked": "revoked an approval",
  "approval.expired": "ended an approval whose validity ran out",
  "approval.staled": "replaced an earlier approval",
  "evidence.exported": "exported an evidence bundle",
  "trail.read": "read the trail",
  "attempt.refused": (core) =>
    `was refused: ${String(core.data["command"])} (${String(core.data["refusal"]).replaceAll("_", " ")})`,
};
