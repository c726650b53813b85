import { explainRefusal, type Refusal, type RefusalKind, saidRefusal } from "@countersign/domain";
import {
  type Actor,
  type Command,
  type Deps,
  execute,
  follow,
  Outage,
  outageWords,
  query,
  type Query,
  type Result,
  type Scope,
  whileReachable,
} from "@countersign/usecases";
import { english, msg, type Say } from "@countersign/words";
import { initTRPC, tracked, TRPCError } from "@trpc/server";

export interface ApiContext {
  deps: Deps;
  /** The signed-in person, read from the session at this request; null: nobody. */
  actor: Actor | null;
  /** How texts are said to whoever asks; absent: in English. */
  say?: Say | undefined;
  /** Of the request, where it has one: repeated with it, an act is done once. */
  idempotencyKey?: string | undefined;
  /** Whether that session still stands: asked again wherever an answer goes on for minutes. */
  stillSignedIn?: () => Promise<boolean>;
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

/** A stream ends after so long, and its browser asks for it anew: with its cookie, as for any request. */
const streamMs = 5 * 60_000;

const t = initTRPC.context<ApiContext>().create({
  sse: {
    maxDurationMs: streamMs,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const refusal = error.cause instanceof RefusalCause ? error.cause.refusal : null;
    const say = ctx?.say ?? english;
    const explained = refusal
      ? explainRefusal(refusal, say)
      : error.cause instanceof Outage
        ? { title: say(outageWords.title), detail: say(outageWords.detail), action: say(outageWords.action) }
        : null;
    // A fault shows no inner words; a refusal shows all of its own.
    const message = explained
      ? explained.detail
      : error.code === "UNAUTHORIZED"
        ? say(error.message)
        : say("Something broke. Nothing was changed.");
    return {
      ...shape,
      message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: refusal && saidRefusal(refusal, say),
        explained,
      },
    };
  },
});

export const { router, createCallerFactory } = t;

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor)
    throw new TRPCError({
      code: "UNAUTHORIZED",
      message: msg("Your session has ended. Sign in again: what you typed is kept."),
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
      unwrap(
        await available(ctx.deps, () =>
          execute(ctx.deps, ctx.actor, command, input, { idempotencyKey: ctx.idempotencyKey }),
        ),
      ),
    );

/** A procedure that asks one query. */
export const question = <I, S extends { workspaceId: string | null }, O>(asked: Query<I, S, O>) =>
  signedIn
    .input(asSent)
    .query(async ({ ctx, input }) =>
      unwrap(await available(ctx.deps, () => query(ctx.deps, ctx.actor, asked, input, ctx.say))),
    );

/** A procedure that sets something of one's own, which is no act on the record. */
export const own = <O>(set: (deps: Deps, actor: Actor, rawInput: unknown) => Promise<Result<O>>) =>
  signedIn
    .input(asSent)
    .mutation(async ({ ctx, input }) => unwrap(await available(ctx.deps, () => set(ctx.deps, ctx.actor, input))));

/** What happens, as it happens; after an interruption, what was missed. It ends with the session. */
export const news = signedIn.input(asSent).subscription(async function* ({ ctx, input, signal }) {
  const { lastEventId } = (input ?? {}) as { lastEventId?: unknown };
  const after = Number(lastEventId);
  for await (const told of follow(
    ctx.deps,
    ctx.actor,
    Number.isSafeInteger(after) && after > 0 ? after : null,
    signal ?? AbortSignal.timeout(streamMs),
    ctx.say,
  )) {
    if (ctx.stillSignedIn && !(await ctx.stillSignedIn())) return;
    yield tracked(String(told.to), told);
  }
});
