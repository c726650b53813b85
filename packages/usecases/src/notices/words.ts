import type { TurnAct } from "@countersign/domain";

/** Every sentence of notices and their mails, and nothing else. English; `zone` is the reader's. */

/** `Tue 24 Nov`. */
const dayWords = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: zone })
    .format(new Date(iso))
    .replace(",", "");

interface About {
  /** Key of the model. */
  key: string;
  number: number;
}

export const subjectOf = ({ key, number }: About, says: string): string => `[${key} v${number}] ${says}`;
export const accountSubject = (says: string): string => `[Countersign] ${says}`;

/** What is asked of somebody, with its date. */
export function turnSubject(act: TurnAct | null, dueAt: string, late: boolean, zone: string): string {
  const date = `${late ? "was" : "is"} due ${dayWords(dueAt, zone)}`;
  if (act === "recommend") return `Your recommendation ${date}`;
  if (act === "approve" || act === "approve_with_conditions") return `Your approval ${date}`;
  return `Your turn: it ${date}`;
}

export const dueWords = (dueAt: string, late: boolean, zone: string): string =>
  late ? `It was due ${dayWords(dueAt, zone)} and is late.` : `It is due ${dayWords(dueAt, zone)}.`;

const outcomes: Record<string, string> = {
  "review.approved": "Approved",
  "review.rejected": "Rejected",
  "review.changes_requested": "Changes are requested",
  "review.withdrawn": "The review was withdrawn",
  "approval.revoked": "The approval was revoked",
};
/** What has become of something that its reader sent. */
export const decisionSubject = (act: string, environment: string): string =>
  `${outcomes[act] ?? "Decided"}: ${environment}`;
export const decisionWords = (act: string, environment: string): string =>
  `You asked for this approval for ${environment}. ${outcomes[act] ?? "It was decided"}.`;

export const answerSubject = (names: string[]): string => `${listed(names)} wrote in the discussion`;
export const answerWords = (names: string[]): string => `${listed(names)} wrote in a discussion in which you wrote.`;

export const conditionSubject = (number: number, dueAt: string, zone: string): string =>
  `Your condition ${number} ends ${dayWords(dueAt, zone)}`;
export const conditionWords = (number: number, days: number, dueAt: string, zone: string): string =>
  `Condition ${number} of this approval is yours and ends in ${counted(days, "day")}, ${dayWords(dueAt, zone)}.`;

const roleWords = (role: string): string => role.replaceAll("_", " ");

/** What somebody else did to an account. `by`: their name; null: nobody in person. */
export function accountWords(
  act: string,
  by: string | null,
  of: { role?: string; label?: string; waits?: boolean },
): string {
  const who = by ?? "Somebody who has the link";
  switch (act) {
    case "token.created":
      return `${who} made the token “${of.label ?? ""}” in your name.`;
    case "token.rotated":
      return `${who} gave the token “${of.label ?? ""}”, which is in your name, a new secret.`;
    case "role.granted":
      return `${who} granted you the role ${roleWords(of.role ?? "")}.`;
    case "role.asked":
      return `${who} asked to grant you the role ${roleWords(of.role ?? "")}; a second administrator has to confirm it.`;
    case "role.confirmed":
      return `${who} confirmed your role ${roleWords(of.role ?? "")}: it is in force.`;
    case "role.revoked":
      return `${who} ended your role ${roleWords(of.role ?? "")}.`;
    case "credential.reset":
      return of.waits
        ? `${who} asked for a link that sets a new password for you; a second administrator has to confirm it.`
        : `${who} made a link that sets a new password for you.`;
    default:
      return "Your password was set anew by a one-time link. All your sessions have ended.";
  }
}
const accountSubjects: Record<string, string> = {
  "token.created": "A token was made in your name",
  "token.rotated": "A token in your name has a new secret",
  "credential.reset": "A new password for your account",
  password: "Your password was set anew",
};
export const accountSubjectOf = (act: string): string => accountSubjects[act] ?? "Your roles have changed";
export const notYou = "Did you expect this? If not, tell an administrator now.";

/** Lines of the mail about one version, around what is told. */
export const letterWords = {
  why: "Why you",
  changed: "What changed",
  open: "Open it",
  footer: "You choose what is mailed, and when, under your name in Countersign. Nothing can be decided by mail.",
};
export const versionLine = (title: string, number: number, environment: string): string =>
  `${title}, version ${number}, for ${environment}`;
/** `The system sealed the evidence of round 1`. */
export const changedLine = (name: string | null, did: string): string => `${name ?? "The system"} ${did}`;

/** The morning mail. */
export const digestWords = {
  turn: "Your turn",
  conditions: "Conditions",
  waiting: "Waiting on others for more than 3 days",
  decided: "Decided since the last weekday morning",
  updates: "Also",
  footer: "You get this on weekdays at 08:00. You choose what is mailed, and when, under your name in Countersign.",
  end: "No more of these",
};
export const digestSubject = (yours: number, late: number): string =>
  yours === 0
    ? "[Countersign] Nothing waits for you this morning"
    : `[Countersign] ${yours} ${yours === 1 ? "waits" : "wait"} for you${late > 0 ? `, ${late} late` : ""}`;
export const digestItem = (title: string, number: number, says: string): string =>
  `${title}, version ${number}: ${says}`;
export const dueItem = (says: string, dueAt: string, late: boolean, zone: string): string =>
  `${says} ${late ? "Late since" : "Due"} ${dayWords(dueAt, zone)}.`;
export const waitsItem = (who: string, since: string, zone: string): string =>
  `waits for ${who} since ${dayWords(since, zone)}.`;
export const decidedItem = (state: string): string => `${state.replaceAll("_", " ")}.`;
export const moreItems = (count: number): string => `and ${counted(count, "more", "more")}`;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const listed = (names: string[]): string => new Intl.ListFormat("en").format([...new Set(names)]);
