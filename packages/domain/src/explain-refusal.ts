import { anyOf, explain, plain, type Role } from "@countersign/policy";
import { english, type Say } from "@countersign/words";
import type { Refusal, RefusalKind, RefusalText } from "./refusals.ts";

type Texts = { [K in RefusalKind]: (refusal: Extract<Refusal, { kind: K }>, say: Say) => RefusalText };

const text = (title: string, detail: string, action: string): RefusalText => ({ title, detail, action });

const texts: Texts = {
  invalid_input: ({ problems }) =>
    text(
      "What was sent cannot be used",
      problems
        .slice(0, 5)
        .map((problem) => `${problem.path ? `${problem.path} ` : ""}${problem.text}`)
        .join("; ") +
        (problems.length > 5 ? `; and ${problems.length - 5} more` : "") +
        ".",
      "Correct it and send it again.",
    ),
  limit_exceeded: ({ what, limit, unit }) =>
    text(
      "Too much at once",
      `${capital(what)} may not exceed ${limit} ${unit}.`,
      "Send less, or ask an administrator about the limit.",
    ),
  not_found: ({ what }) =>
    text("Not found", notFound(what), "Check the name, and that you hold a role in its workspace."),
  already_exists: ({ what }) =>
    text("It exists already", `There is one already: ${what}.`, "Use the one that exists, or choose another name."),
  not_permitted: ({ roles, actor }) =>
    actor === "token" && roles.length > 0
      ? text(
          "A token may not do this",
          `This is for a person who is ${anyOf(roles as Role[])}, or for a token with that role where tokens are admitted.`,
          "Sign in with `countersign login`, or use a token that holds the role.",
        )
      : text(
          "Your role does not allow this",
          roles.length > 0 ? `This is for ${anyOf(roles as Role[])}.` : "This is done by the system alone.",
          roles.length > 0 ? `Ask ${anyOf(roles as Role[])} to do it.` : "Wait until it happens by itself.",
        ),
  not_in_force: () =>
    text(
      "This account or token is not in force",
      "It is deactivated, revoked or expired, or the person it belongs to is.",
      "Ask an administrator.",
    ),
  not_yours: ({ what }) =>
    text("This belongs to somebody else", `The ${what} names another person.`, "Ask the person it names."),
  reauthenticate: ({ reason }) =>
    reason === "locked"
      ? text(
          "The account is locked for a while",
          "Too many wrong passwords were given.",
          "Wait fifteen minutes, or ask an administrator to reset the credentials.",
        )
      : text(
          "Say again who you are",
          reason === "missing" ? "This act is a signature: it needs your password now." : "That is not your password.",
          "Enter your password; what you have written is kept.",
        ),
  wrong_state: ({ what, state, wanted }) =>
    text(
      "Not in this state",
      `The ${plain(what)} is ${plain(state)}${wanted.length > 0 ? `; this needs it to be ${wanted.map(plain).join(" or ")}` : ""}.`,
      "Reload to see where it stands.",
    ),
  moved_meanwhile: () =>
    text(
      "Somebody else was faster",
      "It changed while you were deciding; nothing was done.",
      "Reload, look at what changed, and decide again.",
    ),
  stale_evidence: ({ what }) =>
    text(
      "What you saw has changed",
      `The ${plain(what)} ${what.endsWith("s") || what === "data" ? "are" : "is"} no longer what you were shown; nothing was signed.`,
      "Reload, read what changed, and sign again.",
    ),
  idempotency_mismatch: ({ key }) =>
    text(
      "The same key for another request",
      `The idempotency key ${key} was used for a different request.`,
      "Use a new key for a new request.",
    ),
  own_work: ({ contribution }) =>
    text(
      "Nobody decides on their own work",
      `You helped to build this version (${plain(contribution)}).`,
      "Ask somebody independent of the work.",
    ),
  already_decided: ({ act }) =>
    text(
      "You have signed in this round",
      `Your signature (${plain(act)}) stands: one for each person and round.`,
      "Withdraw it first if it was a mistake.",
    ),
  not_eligible: ({ reason }) => {
    const { text: detail, who } = explain(reason);
    return text("You cannot decide this now", detail, `Who can act: ${who}.`);
  },
  sections_unread: ({ sections }) =>
    text(
      "Not everything has been read",
      `Not marked as reviewed: ${sections.join(", ")}.`,
      "Read these sections and mark them, then sign.",
    ),
  needs_second_person: ({ why }) => text("A second person is needed", why, "Ask somebody else who holds the role."),
  conditions_closed: () =>
    text(
      "No conditions here",
      "The policy allows no conditions for this approval.",
      "Request changes, or approve without conditions where nothing needs one.",
    ),
  not_tiered: ({ model }) =>
    text(
      "The model has no risk tier",
      `No policy can be chosen for ${model} without one.`,
      "Ask a model risk manager to give it a tier.",
    ),
  no_policy: ({ tier, environment, several }) =>
    several.length > 0
      ? text(
          "Several policies claim to apply",
          `For ${tier} in ${environment}: ${several.join(", ")}. None is followed until one is more specific.`,
          "Ask a model risk manager to publish a policy that names the model.",
        )
      : text(
          "No policy applies",
          `No published policy covers ${tier || "this model"} in ${environment}; without one nothing is approved.`,
          "Ask a model risk manager to publish one.",
        ),
  alias_protected: ({ alias, environment, version }) =>
    text(
      "The alias is protected",
      `${environment} protects ${alias}, and ${version} has no valid approval for it.`,
      "Have the version approved first.",
    ),
  not_live: () =>
    text(
      "Set-up is not finished",
      "Nobody signs before the instance is live: until then one administrator may grant any role.",
      "Ask an administrator to finish set-up.",
    ),
  seed_closed: () =>
    text(
      "Set-up is over",
      "History may be told and links redeemed only while the instance is set up; it is live.",
      "Do it as a live act, by the person concerned.",
    ),
  digest_mismatch: ({ what, declared, received }) =>
    text(
      "The bytes are not what was declared",
      `${capital(what)}: declared ${declared}, received ${received}. Nothing was kept.`,
      "Send the file again, or correct the digest.",
    ),
  refused_by_database: ({ guard, detail }) =>
    text(
      "The database refused",
      `${capital(detail)} (${guard}).`,
      "Reload; if it stays so, tell an administrator: the application should have said so first.",
    ),
};

/** Every refusal in words: what did not happen, why, and what to do or who can. Used by every transport. */
export function explainRefusal<K extends RefusalKind>(
  refusal: Extract<Refusal, { kind: K }>,
  say: Say = english,
): RefusalText {
  const explain = texts[refusal.kind as K] as (refusal: Extract<Refusal, { kind: K }>, say: Say) => RefusalText;
  return explain(refusal, say);
}

/** Every kind, for the maps of the transports and their tests. */
export const refusalKinds = Object.keys(texts) as RefusalKind[];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Where only the command is known that looked for it (`version.status`), its noun is. */
function notFound(what: string): string {
  const noun = /^([a-z]+)\.[a-z_]+$/.exec(what)?.[1];
  return noun === undefined
    ? `There is no such thing here, or it is not yours to see: ${what}.`
    : `There is no such ${noun} here, or it is not yours to see.`;
}
