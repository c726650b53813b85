import { type JobView, jobWords as whatWords, type TurnAct } from "@countersign/domain";
import { dayParts, msg, type Say } from "@countersign/words";

/** Every sentence of notices and their mails, and nothing else: said to whoever they are for, in their language and zone. */

/** `Tue 24 Nov`. */
function dayWords(say: Say, iso: string): string {
  const { weekday, day, month } = dayParts(say, iso);
  return `${weekday} ${day} ${month}`;
}

interface About {
  /** Key of the model. */
  key: string;
  number: number;
}

export const subjectOf = ({ key, number }: About, says: string): string => `[${key} v${number}] ${says}`;
export const accountSubject = (says: string): string => `[Countersign] ${says}`;

/** What is asked of somebody, with its date. */
export function turnSubject(say: Say, act: TurnAct | null, dueAt: string, late: boolean): string {
  const day = dayWords(say, dueAt);
  if (act === "recommend")
    return say(late ? "Your recommendation was due {day}" : "Your recommendation is due {day}", { day });
  if (act === "approve" || act === "approve_with_conditions")
    return say(late ? "Your approval was due {day}" : "Your approval is due {day}", { day });
  return say(late ? "Your turn: it was due {day}" : "Your turn: it is due {day}", { day });
}

export const dueWords = (say: Say, dueAt: string, late: boolean): string =>
  say(late ? "It was due {day} and is late." : "It is due {day}.", { day: dayWords(say, dueAt) });

const outcomes: Record<string, string> = {
  "review.approved": msg("Approved"),
  "review.rejected": msg("Rejected"),
  "review.changes_requested": msg("Changes are requested"),
  "review.withdrawn": msg("The review was withdrawn"),
  "approval.revoked": msg("The approval was revoked"),
};
/** What has become of something that its reader sent. */
export const decisionSubject = (say: Say, act: string, environment: string): string =>
  `${say(outcomes[act] ?? "Decided")}: ${environment}`;
export const decisionWords = (say: Say, act: string, environment: string): string =>
  say("You asked for this approval for {environment}. {outcome}.", {
    environment,
    outcome: say(outcomes[act] ?? "It was decided"),
  });

export const answerSubject = (say: Say, names: string[]): string =>
  say("{names} wrote in the discussion", { names: listed(say, names) });
export const answerWords = (say: Say, names: string[]): string =>
  say("{names} wrote in a discussion in which you wrote.", { names: listed(say, names) });

export const conditionSubject = (say: Say, number: number, dueAt: string): string =>
  say("Your condition {number} ends {day}", { number, day: dayWords(say, dueAt) });
export const conditionWords = (say: Say, number: number, n: number, dueAt: string): string =>
  say("Condition {number} of this approval is yours and ends in {n, plural, one {# day} other {# days}}, {day}.", {
    number,
    n,
    day: dayWords(say, dueAt),
  });

/** What has become of a file that somebody asked for, and waited for in vain. */
export function jobWords(say: Say, { what, state }: JobView): { subject: string; text: string } {
  const named = { what: whatWords(say, what) };
  return state === "done"
    ? {
        subject: say("Ready: {what}", named),
        text: say(
          "The file that you asked for is ready: {what}. You find it under “jobs” at the top of every page.",
          named,
        ),
      }
    : {
        subject: say("Not made: {what}", named),
        text: say(
          "The file that you asked for could not be made: {what}. Why stands under “jobs” at the top of every page.",
          named,
        ),
      };
}

/** What somebody else did to an account. `by`: their name; null: nobody in person. */
export function accountWords(
  say: Say,
  act: string,
  by: string | null,
  of: { role?: string; label?: string; waits?: boolean },
): string {
  const who = by ?? say("Somebody who has the link");
  const role = say.term(of.role ?? "");
  const label = of.label ?? "";
  switch (act) {
    case "token.created":
      return say("{who} made the token “{label}” in your name.", { who, label });
    case "token.rotated":
      return say("{who} gave the token “{label}”, which is in your name, a new secret.", { who, label });
    case "role.granted":
      return say("{who} granted you the role {role}.", { who, role });
    case "role.asked":
      return say("{who} asked to grant you the role {role}; a second administrator has to confirm it.", { who, role });
    case "role.confirmed":
      return say("{who} confirmed your role {role}: it is in force.", { who, role });
    case "role.revoked":
      return say("{who} ended your role {role}.", { who, role });
    case "credential.reset":
      return of.waits
        ? say("{who} asked for a link that sets a new password for you; a second administrator has to confirm it.", {
            who,
          })
        : say("{who} made a link that sets a new password for you.", { who });
    default:
      return say("Your password was set anew by a one-time link. All your sessions have ended.");
  }
}
const accountSubjects: Record<string, string> = {
  "token.created": msg("A token was made in your name"),
  "token.rotated": msg("A token in your name has a new secret"),
  "credential.reset": msg("A new password for your account"),
  password: msg("Your password was set anew"),
};
export const accountSubjectOf = (say: Say, act: string): string =>
  say(accountSubjects[act] ?? "Your roles have changed");
export const notYou = msg("Did you expect this? If not, tell an administrator now.");

/** Lines of the mail about one version, around what is told. */
export const letterWords = {
  why: msg("Why you"),
  changed: msg("What changed"),
  open: msg("Open it"),
  footer: msg("You choose what is mailed, and when, under your name in Countersign. Nothing can be decided by mail."),
};
export const versionLine = (say: Say, title: string, number: number, environment: string): string =>
  say("{title}, version {number}, for {environment}", { title, number, environment });

/** The morning mail. */
export const digestWords = {
  turn: msg("Your turn"),
  conditions: msg("Conditions"),
  waiting: msg("Waiting on others for more than 3 days"),
  decided: msg("Decided since the last weekday morning"),
  updates: msg("Also"),
  footer: msg(
    "You get this on weekdays at 08:00. You choose what is mailed, and when, under your name in Countersign.",
  ),
  end: msg("No more of these"),
};
export function digestSubject(say: Say, yours: number, late: number): string {
  if (yours === 0) return accountSubject(say("Nothing waits for you this morning"));
  const waits = say("{n, plural, one {# waits} other {# wait}} for you", { n: yours });
  return accountSubject(late > 0 ? say("{waits}, {n} late", { waits, n: late }) : waits);
}
export const digestItem = (say: Say, title: string, number: number, says: string): string =>
  say("{title}, version {number}: {says}", { title, number, says });
export const dueItem = (say: Say, says: string, dueAt: string, late: boolean): string =>
  `${says} ${say(late ? "Late since {day}." : "Due {day}.", { day: dayWords(say, dueAt) })}`;
export const waitsItem = (say: Say, who: string, since: string): string =>
  say("waits for {who} since {day}.", { who, day: dayWords(say, since) });
export const decidedItem = (say: Say, state: string): string => `${say.term(state)}.`;
export const moreItems = (say: Say, n: number): string => say("and {n} more", { n });

const listed = (say: Say, names: string[]): string => say.list([...new Set(names)]);
