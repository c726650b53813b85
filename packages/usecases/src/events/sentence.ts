import type { EventCore } from "@countersign/record";
import { type Phrase, phrase, type Say } from "@countersign/words";

/** The first cell of a column that an event wrote to a table. */
const cell = (core: Pick<EventCore, "rows">, table: string, column: string): string =>
  String(core.rows.find((image) => image.t === table)?.row[column] ?? "");

/** The role that is granted or ended. */
const role = (core: EventCore, say: Say): { role: string } => ({
  role: say.term(String(core.rows.find((image) => image.t === "role_grant")?.row["role"] ?? "a role")),
});

/** The role that an assignment is for: of several rows the one that begins. */
const assigned = (core: EventCore, say: Say): { role: string } => {
  const images = core.rows.filter((image) => image.t === "assignment");
  const [image] = [...images.filter(({ row }) => row["state"] === "active"), ...images];
  return { role: say.term(String(image?.row["role"] ?? "signer")) };
};

const model = (core: EventCore): { model: string } => ({ model: cell(core, "model", "key") });
const finding = (core: EventCore): { n: string } => ({ n: cell(core, "finding", "number") });
const token = (core: EventCore): { token: string } => ({ token: cell(core, "token", "label") });

/** What an event says, in one sentence: whoever shows it puts the person in as `who`, which is at its beginning in every language. */
export const sentence = (core: EventCore, say: Say): Phrase => sentences[core.act](core, say);

/** What is told of a decision that somebody does not see yet. */
export const closedSentence = (): Phrase =>
  phrase("{who} signed a decision, shown when the review has ended or you have given yours");

const sentences: Record<EventCore["act"], (core: EventCore, say: Say) => Phrase> = {
  "instance.set_up": () => phrase("{who} set up this instance"),
  "instance.went_live": () => phrase("{who} ended set-up: the instance is live"),
  "person.added": () => phrase("{who} added a person"),
  "person.renamed": () => phrase("{who} changed a person's name"),
  "person.deactivated": () => phrase("{who} ended a person's access"),
  "credential.reset": (core) =>
    core.data["confirmed_by"]
      ? phrase("{who} issued a link for a new password")
      : phrase("{who} asked for a new password for somebody who signs"),
  "role.granted": (core, say) => phrase("{who} granted the role {role}", role(core, say)),
  "role.asked": (core, say) =>
    phrase("{who} asked to grant the role {role}; a second administrator must confirm", role(core, say)),
  "role.confirmed": (core, say) => phrase("{who} confirmed the role {role}", role(core, say)),
  "role.revoked": (core, say) => phrase("{who} ended the role {role}", role(core, say)),
  "workspace.defined": (core) => phrase("{who} defined the workspace {key}", { key: cell(core, "workspace", "key") }),
  "environment.defined": (core) =>
    phrase("{who} defined the environment {key}", { key: cell(core, "environment", "key") }),
  "token.created": (core) => phrase("{who} made the token “{token}”", token(core)),
  "token.rotated": (core) => phrase("{who} rotated the token “{token}”", token(core)),
  "token.revoked": (core) => phrase("{who} revoked the token “{token}”", token(core)),
  "policy.created": (core) => phrase("{who} began the policy {policy}", { policy: cell(core, "policy", "key") }),
  "policy.proposed": (core) =>
    phrase("{who} proposed revision {n} of a policy", { n: cell(core, "policy_revision", "number") }),
  "policy.published": () => phrase("{who} published a policy revision"),
  "model.proposed": (core) => phrase("{who} proposed the model {model}", model(core)),
  "model.accepted": (core) => phrase("{who} accepted the model {model} into the inventory", model(core)),
  "model.rejected": (core) => phrase("{who} refused the proposed model {model}", model(core)),
  "model.edited": (core) => phrase("{who} edited the model {model}", model(core)),
  "model.tiered": (core) =>
    phrase("{who} put the model {model} into tier {tier}", {
      ...model(core),
      tier: cell(core, "model", "tier").slice(1),
    }),
  "model.activated": (core) => phrase("{who} made the model {model} active", model(core)),
  "model.suspended": (core) => phrase("{who} suspended the model {model}", model(core)),
  "model.restored": (core) => phrase("{who} restored the model {model}", model(core)),
  "model.numbered": () => phrase("{who} numbered a new version"),
  "alias.moved": (core) =>
    phrase("{who} pointed the alias {alias} at another version", { alias: cell(core, "alias", "name") }),
  "version.drafted": (core) => phrase("{who} registered version {n}", { n: cell(core, "version", "number") }),
  "version.attached": (core) =>
    phrase("{who} attached {n, plural, one {# file} other {# files}}", { n: core.rows.length }),
  "version.described": () => phrase("{who} described a version"),
  "version.frozen": (core) =>
    phrase("{who} submitted version {n}: its content is frozen", { n: cell(core, "version", "number") }),
  "contributor.mapped": () => phrase("{who} matched a contributor to a person"),
  "review.opened": () => phrase("{who} asked for approval"),
  "review.round_opened": (core) => phrase("{who} opened round {n}", { n: cell(core, "round", "number") }),
  "review.sealed": (core) => phrase("{who} sealed the evidence of round {n}", { n: cell(core, "round", "number") }),
  "review.section_marked": (core, say) =>
    phrase("{who} marked the section {section}", { section: say.term(cell(core, "section_mark", "section")) }),
  "review.commented": () => phrase("{who} commented"),
  "review.assigned": (core, say) => phrase("{who} asked somebody for the sign-off as {role}", assigned(core, say)),
  "review.unassigned": (core, say) =>
    phrase("{who} asks everybody again for the sign-off as {role}", assigned(core, say)),
  "check.queued": (core) =>
    phrase("{who} ran the check {check} again", {
      check: cell({ rows: core.rows.filter((image) => image.row["state"] === "queued") }, "check_run", "check_key"),
    }),
  "check.ended": (core, say) =>
    phrase("{who} recorded {check}: {verdict}", {
      check: cell(core, "check_run", "check_key"),
      verdict: say.term(cell(core, "check_run", "verdict")),
    }),
  "finding.raised": (core, say) =>
    phrase("{who} raised finding {n} ({severity})", {
      ...finding(core),
      severity: say.term(cell(core, "finding", "severity")),
    }),
  "finding.answered": (core) => phrase("{who} answered finding {n}", finding(core)),
  "finding.closed": (core) => phrase("{who} closed finding {n}", finding(core)),
  "finding.reopened": (core) => phrase("{who} opened finding {n} again", finding(core)),
  "condition.proposed": (core) => {
    const n = core.rows.filter((image) => image.t === "condition" && image.row["state"] === "proposed").length;
    return n === 0
      ? phrase("{who} took the proposed conditions back")
      : phrase("{who} proposed {n, plural, one {# condition} other {# conditions}}", { n });
  },
  "condition.evidence_given": (core) =>
    phrase("{who} gave evidence for condition {n}", { n: cell(core, "condition", "number") }),
  "condition.accepted": (core) => {
    const n = cell(core, "condition", "number");
    return cell(core, "condition", "state") === "accepted"
      ? phrase("{who} accepted the evidence for condition {n}", { n })
      : phrase("{who} sent back the evidence for condition {n}", { n });
  },
  "decision.signed": (core, say) => phrase("{who} signed: {act}", { act: say.term(cell(core, "decision", "act")) }),
  "decision.withdrawn": () => phrase("{who} withdrew a signature"),
  "review.changes_requested": () => phrase("{who} signed: request changes"),
  "review.approved": (core, say) =>
    phrase("{who} ended the review with the last signature: {state}", {
      state: say.term(cell(core, "review", "state")),
    }),
  "review.rejected": () => phrase("{who} signed: reject; the review ended"),
  "review.withdrawn": () => phrase("{who} withdrew the review"),
  "approval.granted": (core) =>
    phrase("{who} completed the quorum: approval granted until {day}", {
      day: cell(core, "approval", "valid_until").slice(0, 10),
    }),
  "approval.revoked": () => phrase("{who} revoked an approval"),
  "approval.expired": () => phrase("{who} ended an approval whose validity ran out"),
  "approval.staled": () => phrase("{who} replaced an earlier approval"),
  "evidence.exported": () => phrase("{who} exported an evidence bundle"),
  "trail.read": () => phrase("{who} read the trail"),
  "attempt.refused": (core, say) =>
    phrase("{who} was refused: {command} ({refusal})", {
      command: String(core.data["command"]),
      refusal: say.term(String(core.data["refusal"])),
    }),
};
