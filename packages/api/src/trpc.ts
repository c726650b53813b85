import { explainRefusal, type Refusal, type RefusalKind } from "@countersign/domain";
import {
  type Actor,
  type Command,
  type Deps,
  execute,
  Outage,
  outageWords,
  query,
  type Query,
  type Result,
  type Scope,
  whileReachable,
} from "@countersign/usecases";
import { initTRPC, TRPCError } from "@trpc/server";

export interface ApiContext {
  deps: Deps;
  /** The signed-in person, read from the session at this request; null: nobody. */
  actor: Actor | null;
}

/** tRPC code of every refusal, once. */
const codeOf = {
  invalid_input: "BAD_REQUEST",
  limit_exceeded: "PAYLOAD_TOO_LARGE",
  not_found: "NOT_FOUND",
  already_exists: "CONFLICT",
  not_permitted: "FORBIDDEN",
  not_in_force: "UNAUTHORIZED",
  not_yours: "FORBIDDEN",
  reauthenticate: "PRECONDITION_FAILED",
  wrong_state: "CONFLICT",
  moved_meanwhile: "CONFLICT",
  stale_evidence: "CONFLICT",
  idempotency_mismatch: "CONFLICT",
  own_work: "FORBIDDEN",
  already_decided: "CONFLICT",
  not_eligible: "FORBIDDEN",
  sections_unread: "PRECONDITION_FAILED",
  needs_second_person: "FORBIDDEN",
  conditions_closed: "CONFLICT",
  not_tiered: "CONFLICT",
  no_policy: "CONFLICT",
  alias_protected: "CONFLICT",
  not_live: "CONFLICT",
  seed_closed: "CONFLICT",
  digest_mismatch: "BAD_REQUEST",
  refused_by_database: "CONFLICT",
} as const satisfies Record<RefusalKind, TRPCError["code"]>;

class RefusalCause extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error }) {
    const refusal = error.cause instanceof RefusalCause ? error.cause.refusal : null;
    const explained = refusal ? explainRefusal(refusal) : error.cause instanceof Outage ? outageWords : null;
    // A fault shows no inner words; a refusal shows all of its own.
    const message = explained
      ? explained.detail
      : error.code === "UNAUTHORIZED"
        ? error.message
        : "Something broke. Nothing was changed.";
    return {
      ...shape,
      message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal, explained },
    };
  },
});

export const { router, createCallerFactory } = t;

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor)
    throw new TRPCError({
      code: "UNAUTHORIZED",
      message: "Your session has ended. Sign in again: what you typed is kept.",
    });
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

function unwrap<O>(result: Result<O>): O {
  if (result.ok) return result.value;
  throw new TRPCError({ code: codeOf[result.refusal.kind], cause: new RefusalCause(result.refusal) });
}

/** Work on the database, or 503 where it is away. */
export async function available<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await whileReachable(deps, work);
  } catch (error) {
    throw error instanceof Outage ? new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: error }) : error;
  }
}

/** Whatever was sent goes to the use case, which parses it: a mistake is a refusal in words, as on every transport. */
const asSent = (sent: unknown): unknown => sent;

/** A procedure that gives one command; the use case parses, judges and records. */
export const mutation = <I, S extends Scope, O>(command: Command<I, S, O>) =>
  signedIn
    .input(asSent)
    .mutation(async ({ ctx, input }) =>
      unwrap(await available(ctx.deps, () => execute(ctx.deps, ctx.actor, command, input))),
    );

/** A procedure that asks one query. */
export const question = <I, S extends { workspaceId: string | null }, O>(asked: Query<I, S, O>) =>
  signedIn
    .input(asSent)
    .query(async ({ ctx, input }) => unwrap(await available(ctx.deps, () => query(ctx.deps, ctx.actor, asked, input))));

/** A procedure that sets something of one's own, which is no act on the record. */
export const own = <O>(set: (deps: Deps, actor: Actor, rawInput: unknown) => Promise<Result<O>>) =>
  signedIn
    .input(asSent)
    .mutation(async ({ ctx, input }) => unwrap(await available(ctx.deps, () => set(ctx.deps, ctx.actor, input))));
