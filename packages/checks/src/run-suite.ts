import type { CheckResult, Json } from "@countersign/domain";
import type { CheckCategory, CheckDefinition, VersionUnderTest } from "./check.ts";
import type { ChildMessage } from "./child/protocol.ts";
import { inputDigests } from "./input-digests.ts";
import { defaultLimits, type SuiteLimits } from "./limits.ts";
import { findCheck } from "./registry.ts";
import { runChild } from "./run-child.ts";
import { defaultChildEntry, sandboxFor } from "./sandbox.ts";

export interface SuiteInput extends VersionUnderTest {
  /** The version in production for the environment asked for. */
  champion?: VersionUnderTest & { label: string };
  /** Path of the local advisory file. */
  advisories?: string;
  /** Path of the list of globals that a pickle may name. */
  allowlist: string;
}

export interface RequestedCheck {
  check: string;
  params?: Record<string, Json>;
}

export interface RunSuiteOptions {
  signal: AbortSignal;
  /** Called once for every request as its result is known, with its place in `requested`. */
  onResult?: (result: CheckResult, index: number) => void | Promise<void>;
  limits?: Partial<SuiteLimits>;
  /** Entry file of the child process; a bundled app passes its own. */
  childEntry?: string;
}

/** Checks that open the model or the data run apart from those that inspect files, so that neither can forge the other's results. */
const inspecting: readonly CheckCategory[] = ["integrity", "security", "compatibility", "documents", "dependencies"];
const groupOf = (check: CheckDefinition): "inspect" | "evaluate" =>
  inspecting.includes(check.category) ? "inspect" : "evaluate";

/**
 * Runs the requested checks in confined child processes. Every request ends in exactly one result, in the order asked:
 * an unknown check, a crash, a timeout or exhausted memory is `error` with the reason, never measured.
 * Where `signal` aborts, it rejects: what has no result yet has none, so that another worker can take it up.
 */
export async function runSuite(
  input: SuiteInput,
  requested: RequestedCheck[],
  options: RunSuiteOptions,
): Promise<CheckResult[]> {
  const limits = { ...defaultLimits, ...options.limits };
  const entry = options.childEntry ?? defaultChildEntry();
  const folders = [
    input.dir,
    ...(input.champion ? [input.champion.dir] : []),
    ...(input.advisories ? [input.advisories] : []),
    input.allowlist,
  ];
  const sandbox = sandboxFor(entry, folders, limits);
  const results = new Map<number, CheckResult>();
  const told: Promise<void>[] = [];
  const asked = (index: number): { check: string; params: Record<string, Json> } => ({
    check: requested[index]?.check ?? "",
    params: requested[index]?.params ?? {},
  });

  const settle = (index: number, part: Partial<CheckResult> & Pick<CheckResult, "status">): void => {
    if (results.has(index) || requested[index] === undefined) return;
    const { check, params } = asked(index);
    const definition = findCheck(check);
    const result: CheckResult = {
      check,
      version: definition?.version ?? "0.0.0",
      params,
      measurements: [],
      assurance: "inspected",
      inputs: definition ? inputDigests(input, definition) : {},
      engine: {},
      isolation: definition ? sandbox.description : "not run",
      ...part,
    };
    results.set(index, result);
    const telling = Promise.resolve(options.onResult?.(result, index));
    // Waited for at the end; a failure before that must not count as unhandled.
    telling.catch(() => undefined);
    told.push(telling);
  };

  requested.forEach((request, index) => {
    const definition = findCheck(request.check);
    if (!definition) settle(index, { status: "error", reason: `There is no check called ${request.check}.` });
    else if (!definition.applies(input.submission.task))
      settle(index, {
        status: "skipped",
        reason: `${definition.title} does not apply to a ${input.submission.task} model.`,
      });
  });

  for (const group of ["inspect", "evaluate"] as const) {
    const lost: Record<string, string> = {};
    const open = (): number[] =>
      requested.map((_, i) => i).filter((i) => !results.has(i) && groupFor(requested[i]?.check) === group);
    while (open().length > 0) {
      const waiting = open();
      const job = { input, requested: waiting.map((index) => ({ index, ...asked(index) })), lost, limits };
      const end = await runChild(sandbox, job, options.signal, (message) => receive(message, waiting, settle));
      if (open().length === 0) break;
      options.signal.throwIfAborted();
      const reason = end.reason ?? "The checking process ended without a result.";
      if (end.step !== null) lost[end.step] = `It could not ${end.step}. ${reason}`;
      const blamed =
        end.running !== null && waiting.includes(end.running) && !results.has(end.running) ? [end.running] : open();
      for (const index of blamed) settle(index, { status: "error", reason });
    }
  }
  await Promise.all(told);
  return requested.map((_, index) => {
    const result = results.get(index);
    if (!result) throw new Error(`no result for request ${index}`);
    return result;
  });
}

const groupFor = (check: string | undefined): "inspect" | "evaluate" | null => {
  const definition = check === undefined ? undefined : findCheck(check);
  return definition ? groupOf(definition) : null;
};

function receive(
  message: ChildMessage,
  waiting: number[],
  settle: (index: number, part: Partial<CheckResult> & Pick<CheckResult, "status">) => void,
): void {
  if ((message.at !== "measured" && message.at !== "error") || !waiting.includes(message.index)) return;
  if (message.at === "error") return settle(message.index, { status: "error", reason: message.reason });
  const { status, reason, assurance, engine } = message;
  const measurements = message.measurements as CheckResult["measurements"];
  // A measurement of nothing could be judged as a pass: it is an error.
  if (status === "measured" && measurements.length === 0)
    return settle(message.index, { status: "error", reason: "The check measured nothing." });
  settle(message.index, { status, measurements, assurance, engine, ...(reason === undefined ? {} : { reason }) });
}
