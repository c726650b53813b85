import { decide, onWhatIsShown, reason, seen } from "../support/signing.ts";
import { idOf, Terminal } from "../support/terminal.ts";
import { type Attempt, run } from "./attempt.ts";

/** Machines that sign, and administrators who make approvers. */
export const tokens: Attempt[] = [
  {
    attempt: "a CI token approves",
    way: "HTTP",
    refusedBy: "A token may not do this",
    run: async ({ ci, open }) => (await decide(ci, open.reviewId, { password: undefined })).words,
  },
  {
    attempt: "a CI token approves with its owner's password",
    way: "HTTP",
    refusedBy: "A token may not do this",
    run: async ({ ci, open }) => (await decide(ci, open.reviewId, { password: "northgate-demo-tomas" })).words,
  },
  {
    attempt: "an administrator's token approves",
    way: "command line",
    refusedBy: "exit 1: A token may not do this",
    run: (stage) =>
      run(
        stage,
        stage.operator.bearer,
        "admin",
        "review.decide",
        "--input",
        JSON.stringify({ reviewId: stage.open.reviewId, evidenceSha256: "0".repeat(64), act: "approve" }),
      ),
  },
  {
    attempt: "an administrator signs an approval",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, open }) => (await decide(at.Ingrid, open.reviewId)).words,
  },
  {
    attempt: "an administrator makes a token that approves",
    way: "HTTP",
    refusedBy: 'roles.0 is "approver"; it can be',
    run: async ({ operator, ready }) =>
      (await operator.command("token.create", { label: "x", ownerId: await idOf(ready, "Priya"), roles: ["approver"] }))
        .words,
  },
  {
    attempt: "a developer makes a token",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, ready }) =>
      (
        await at.Tomas.command("token.create", {
          label: "x",
          ownerId: await idOf(ready, "Tomas"),
          roles: ["administrator"],
        })
      ).words,
  },
  {
    attempt: "whoever is to become approver approves before a second administrator has confirmed it",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, open }) => (await decide(at.Marcus, open.reviewId)).words,
  },
  {
    attempt: "the administrator who asked for an approver confirms it too",
    way: "HTTP",
    refusedBy: "Whoever asked for the grant, or receives it, cannot confirm it.",
    run: async ({ at, grantId }) => (await at.Ingrid.command("role.confirm", { grantId })).words,
  },
  {
    attempt: "an administrator confirms that they become approver",
    way: "HTTP",
    refusedBy: "Whoever asked for the grant, or receives it, cannot confirm it.",
    run: async ({ at, grantId }) => (await at.Marcus.command("role.confirm", { grantId })).words,
  },
  {
    attempt: "an administrator's token confirms an approver",
    way: "HTTP",
    refusedBy: "A token may not do this",
    run: async ({ operator, grantId }) => (await operator.command("role.confirm", { grantId })).words,
  },
  {
    attempt: "an approver grants herself the validator's role",
    way: "HTTP",
    refusedBy: "Your role does not allow this",
    run: async ({ at, ready }) =>
      (await at.Priya.command("role.grant", { personId: await idOf(ready, "Priya"), role: "validator" })).words,
  },
  {
    attempt: "one administrator resets an approver's password",
    way: "HTTP",
    refusedBy: "a second administrator",
    run: async ({ at, ready }) =>
      JSON.stringify((await at.Ingrid.command("credential.reset", { personId: await idOf(ready, "Daniel") })).body),
  },
  {
    attempt: "the same administrator asks twice for the reset",
    way: "HTTP",
    refusedBy: '"link":null',
    run: async ({ at, ready }) =>
      JSON.stringify((await at.Ingrid.command("credential.reset", { personId: await idOf(ready, "Daniel") })).body),
  },
  {
    attempt: "an administrator invites somebody with a password that the administrator knows",
    way: "HTTP",
    refusedBy: "Set-up is over",
    run: async ({ operator }) =>
      (
        await operator.command("person.invite", {
          name: "Straw Man",
          email: "straw@northgate.example",
          initialPassword: "known to the administrator",
        })
      ).words,
  },
  {
    attempt: "an administrator runs the worker's command that seals evidence",
    way: "HTTP",
    refusedBy: "This is done by the system alone.",
    run: async ({ operator, open }) =>
      (await operator.command("review.seal", { reviewId: open.reviewId, roundId: "rnd_any" })).words,
  },
  {
    attempt: "set-up is run again on a live instance",
    way: "HTTP",
    refusedBy: "This is done by the system alone.",
    run: async ({ operator }) =>
      (
        await operator.command("instance.set_up", {
          link: "x",
          origin: "x",
          name: "x",
          email: "x@example.org",
          password: "x".repeat(12),
        })
      ).words,
  },
  {
    attempt: "a rotated token's former secret",
    way: "HTTP",
    refusedBy: "unknown, has ended or has expired",
    run: async ({ ready, former }) => (await new Terminal(ready.gateway, former).command("version.annotate", {})).words,
  },
  {
    attempt: "a revoked token registers a version",
    way: "command line",
    refusedBy: "exit 1: Not signed in",
    run: (stage) => run(stage, stage.revoked, "submit", "credit-pd/3", "--env", "production"),
  },
  {
    attempt: "a validator signs as approver",
    way: "HTTP",
    refusedBy: "The policy asks an approver for the approval with conditions.",
    run: async ({ at, open }) =>
      (
        await at["Li Wei"].signed("review.decide", {
          ...onWhatIsShown(open.reviewId, await seen(at["Li Wei"], open.reviewId)),
          act: "approve_with_conditions",
          reason,
        })
      ).words,
  },
];
