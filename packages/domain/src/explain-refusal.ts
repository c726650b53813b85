import { anyOf, eitherOf, explain, type Role } from "@countersign/policy";
import { english, saidProblem, type Say, tell, type Words } from "@countersign/words";
import type { Refusal, RefusalKind, RefusalText } from "./refusals.ts";

type Texts = { [K in RefusalKind]: (refusal: Extract<Refusal, { kind: K }>, say: Say) => RefusalText };

const text = (title: string, detail: string, action: string): RefusalText => ({ title, detail, action });

const texts: Texts = {
  invalid_input: ({ problems }, say) => {
    const shown = problems
      .slice(0, 5)
      .map((problem) => saidProblem(say, problem))
      .map((problem) => `${problem.path ? `${problem.path} ` : ""}${problem.text}`)
      .join("; ");
    return text(
      say("What was sent cannot be used"),
      problems.length > 5
        ? say("{problems}; and {n} more.", { problems: shown, n: String(problems.length - 5) })
        : `${shown}.`,
      say("Correct it and send it again."),
    );
  },
  limit_exceeded: ({ what, limit, unit }, say) =>
    text(
      say("Too much at once"),
      capital(
        say("{what} may not exceed {limit} {unit}.", {
          what: tell(say, what),
          limit: String(limit),
          unit: tell(say, unit),
        }),
      ),
      say("Send less, or ask an administrator about the limit."),
    ),
  not_found: ({ what }, say) =>
    text(say("Not found"), notFound(what, say), say("Check the name, and that you hold a role in its workspace.")),
  already_exists: ({ what }, say) =>
    text(
      say("It exists already"),
      say("There is one already: {what}.", { what: tell(say, what) }),
      say("Use the one that exists, or choose another name."),
    ),
  not_permitted: ({ roles, actor }, say) => notPermitted(roles as Role[], actor === "token", say),
  not_in_force: (_, say) =>
    text(
      say("This account or token is not in force"),
      say("It is deactivated, revoked or expired, or the person it belongs to is."),
      say("Ask an administrator."),
    ),
  not_yours: ({ what }, say) =>
    text(
      say("This belongs to somebody else"),
      say("The {what} names another person.", { what: tell(say, what) }),
      say("Ask the person it names."),
    ),
  reauthenticate: ({ reason }, say) =>
    reason === "locked"
      ? text(
          say("The account is locked for a while"),
          say("Too many wrong passwords were given."),
          say("Wait fifteen minutes, or ask an administrator to reset the credentials."),
        )
      : text(
          say("Say again who you are"),
          reason === "missing"
            ? say("This act is a signature: it needs your password now.")
            : say("That is not your password."),
          say("Enter your password; what you have written is kept."),
        ),
  wrong_state: ({ what, state, wanted }, say) => {
    const is = { what: tell(say, what), state: tell(say, state) };
    return text(
      say("Not in this state"),
      wanted.length > 0
        ? say("The {what} is {state}; this needs it to be {wanted}.", {
            ...is,
            wanted: eitherOf(
              say,
              wanted.map((words) => tell(say, words)),
            ),
          })
        : say("The {what} is {state}.", is),
      say("Reload to see where it stands."),
    );
  },
  moved_meanwhile: (_, say) =>
    text(
      say("Somebody else was faster"),
      say("It changed while you were deciding; nothing was done."),
      say("Reload, look at what changed, and decide again."),
    ),
  stale_evidence: ({ what }, say) => {
    const named = { what: tell(say, what) };
    return text(
      say("What you saw has changed"),
      isPlural(what)
        ? say("The {what} are no longer what you were shown; nothing was signed.", named)
        : say("The {what} is no longer what you were shown; nothing was signed.", named),
      say("Reload, read what changed, and sign again."),
    );
  },
  idempotency_mismatch: ({ key }, say) =>
    text(
      say("The same key for another request"),
      say("The idempotency key {key} was used for a different request.", { key }),
      say("Use a new key for a new request."),
    ),
  own_work: ({ contribution }, say) =>
    text(
      say("Nobody decides on their own work"),
      say("You helped to build this version ({contribution}).", { contribution: say.term(contribution) }),
      say("Ask somebody independent of the work."),
    ),
  already_decided: ({ act }, say) =>
    text(
      say("You have signed in this round"),
      say("Your signature ({act}) stands: one for each person and round.", { act: say.term(act) }),
      say("Withdraw it first if it was a mistake."),
    ),
  not_eligible: ({ reason }, say) => {
    const { text: detail, who } = explain(reason, say);
    return text(say("You cannot decide this now"), detail, say("Who can act: {who}.", { who }));
  },
  sections_unread: ({ sections }, say) =>
    text(
      say("Not everything has been read"),
      say("Not marked as reviewed: {sections}.", { sections: sections.map((name) => say.term(name)).join(", ") }),
      say("Read these sections and mark them, then sign."),
    ),
  needs_second_person: ({ why }, say) =>
    text(say("A second person is needed"), tell(say, why), say("Ask somebody else who holds the role.")),
  conditions_closed: (_, say) =>
    text(
      say("No conditions here"),
      say("The policy allows no conditions for this approval."),
      say("Request changes, or approve without conditions where nothing needs one."),
    ),
  not_tiered: ({ model }, say) =>
    text(
      say("The model has no risk tier"),
      say("No policy can be chosen for {model} without one.", { model }),
      say("Ask a model risk manager to give it a tier."),
    ),
  no_policy: ({ tier, environment, several }, say) =>
    several.length > 0
      ? text(
          say("Several policies claim to apply"),
          say("For {tier} in {environment}: {policies}. None is followed until one is more specific.", {
            tier,
            environment,
            policies: several.join(", "),
          }),
          say("Ask a model risk manager to publish a policy that names the model."),
        )
      : text(
          say("No policy applies"),
          say("No published policy covers {tier} in {environment}; without one nothing is approved.", {
            tier: tier || say("this model"),
            environment,
          }),
          say("Ask a model risk manager to publish one."),
        ),
  alias_protected: ({ alias, environment, version }, say) =>
    text(
      say("The alias is protected"),
      say("{environment} protects {alias}, and {version} has no valid approval for it.", {
        environment,
        alias,
        version,
      }),
      say("Have the version approved first."),
    ),
  not_live: (_, say) =>
    text(
      say("Set-up is not finished"),
      say("Nobody signs before the instance is live: until then one administrator may grant any role."),
      say("Ask an administrator to finish set-up."),
    ),
  seed_closed: (_, say) =>
    text(
      say("Set-up is over"),
      say("History may be told and links redeemed only while the instance is set up; it is live."),
      say("Do it as a live act, by the person concerned."),
    ),
  digest_mismatch: ({ what, declared, received }, say) =>
    text(
      say("The bytes are not what was declared"),
      capital(
        say("{what}: declared {declared}, received {received}. Nothing was kept.", {
          what: tell(say, what),
          declared,
          received,
        }),
      ),
      say("Send the file again, or correct the digest."),
    ),
  refused_by_database: ({ guard, detail }, say) =>
    text(
      say("The database refused"),
      `${capital(tell(say, detail))} (${guard}).`,
      say("Reload; if it stays so, tell an administrator: the application should have said so first."),
    ),
};

/** Every refusal in words: what did not happen, why, and what to do or who can. Used by every transport. */
export function explainRefusal<K extends RefusalKind>(
  refusal: Extract<Refusal, { kind: K }>,
  say: Say = english,
): RefusalText {
  const explained = texts[refusal.kind as K] as (refusal: Extract<Refusal, { kind: K }>, say: Say) => RefusalText;
  return explained(refusal, say);
}

/** Every kind, for the maps of the transports and their tests. */
export const refusalKinds = Object.keys(texts) as RefusalKind[];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function notPermitted(roles: Role[], token: boolean, say: Say): RefusalText {
  const title = say("Your role does not allow this");
  if (roles.length === 0)
    return text(title, say("This is done by the system alone."), say("Wait until it happens by itself."));
  const who = { roles: anyOf(roles, say) };
  return token
    ? text(
        say("A token may not do this"),
        say("This is for a person who is {roles}, or for a token with that role where tokens are admitted.", who),
        say("Sign in with `countersign login`, or use a token that holds the role."),
      )
    : text(title, say("This is for {roles}.", who), say("Ask {roles} to do it.", who));
}

/** Where only the command is known that looked for it (`version.status`), its noun is. */
function notFound(what: Words, say: Say): string {
  const noun = typeof what === "string" ? /^([a-z]+)\.[a-z_]+$/.exec(what)?.[1] : undefined;
  return noun === undefined
    ? say("There is no such thing here, or it is not yours to see: {what}.", { what: tell(say, what) })
    : say("There is no such {noun} here, or it is not yours to see.", { noun: say.term(noun) });
}

const isPlural = (what: Words): boolean => what === "data" || (typeof what === "string" && what.endsWith("s"));
