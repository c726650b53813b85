import { text } from "../args.ts";
import { endProgress, Failure, json, out, progress } from "../output.ts";
import { requestJson, versionRef } from "../client/request.ts";
import { readSettings, type Settings } from "../client/settings.ts";
import type { CliCommand } from "../run.ts";

interface Status {
  model: string;
  version: number;
  label: string | null;
  state: string;
  modelState: string;
  aliases: string[];
  reviews: {
    environment: string;
    state: string;
    roundState: string;
    round: number;
    dueAt: string;
    url: string;
    verdict: string;
    missing: { text: string; who: string }[];
    turns: { role: string; act: string; count: number }[];
    checks: {
      check: string;
      title: string;
      state: string;
      verdict: string | null;
      outcome: string | null;
      reason: string | null;
      measurements: { sentence: string | null; verdict: string | null }[];
    }[];
    approval: { validUntil: string; state: string } | null;
  }[];
}

export const status: CliCommand = {
  help: {
    usage: "status MODEL/VERSION [--wait] [--workspace W]",
    summary: "where a version stands: checks, what is missing, whose turn",
    details:
      "--wait returns when the checks of every open review have ended, with progress on the way.\nWith --json: state, every check with verdict, outcome, value, limit and detections.\n\n  countersign status credit-pd/2 --wait",
    exits: { 0: "known", 2: "the call is wrong, a setting is missing, or the checks did not end in time" },
    options: {
      wait: { type: "boolean", help: "until the checks have ended" },
      timeout: { type: "string", value: "SECONDS", help: "how long to wait at most; default 900" },
      workspace: { type: "string", value: "W", help: "default: default" },
    },
    positionals: [1, 1],
  },
  async run({ values, positionals }) {
    const ref = versionRef(positionals[0] ?? "");
    if (!ref) throw new Failure("Name the version: countersign status MODEL/VERSION", { exitCode: 2 });
    const settings = await readSettings();
    const path = `/v1/versions/${ref.model}/${encodeURIComponent(ref.version)}?workspace=${encodeURIComponent(text(values["workspace"]) ?? "default")}`;
    const found = values["wait"]
      ? await waited(settings, path, Number(text(values["timeout"]) ?? 900))
      : await requestJson<Status>(settings, path);
    if (values["json"]) json(found);
    else print(found);
  },
};

async function waited(settings: Settings, path: string, seconds: number): Promise<Status> {
  for (const until = Date.now() + seconds * 1000; ;) {
    const found = await requestJson<Status>(settings, path);
    const running = found.reviews.filter((review) => review.roundState === "gathering");
    if (running.length === 0) {
      endProgress();
      return found;
    }
    const checks = running.flatMap((review) => review.checks);
    progress(`checks: ${checks.filter((check) => check.state === "ended").length} of ${checks.length} ended`);
    if (Date.now() > until)
      throw new Failure(`The checks did not end in ${seconds} s. They go on; ask again later.`, { exitCode: 2 });
    await new Promise((done) => setTimeout(done, 500));
  }
}

function print(found: Status): void {
  out(
    `${found.model}/${found.version}${found.label ? ` (${found.label})` : ""}: ${found.state}; model ${found.modelState}${found.aliases.length > 0 ? `; alias ${found.aliases.join(", ")}` : ""}`,
  );
  if (found.reviews.length === 0) out("Not submitted: `countersign submit` asks for approval.");
  for (const review of found.reviews) {
    out(
      `\n${review.environment}: ${review.state.replaceAll("_", " ")}, round ${review.round} ${review.roundState}${review.approval ? `, approval ${review.approval.state} until ${review.approval.validUntil.slice(0, 10)}` : `, due ${review.dueAt.slice(0, 10)}`}`,
    );
    for (const check of review.checks.filter((entry) => entry.verdict !== "pass")) {
      out(`  ${(check.verdict ?? check.state).padEnd(12)} ${(check.outcome ?? "").padEnd(9)} ${check.title}`);
      if (check.reason) out(`               ${check.reason}`);
      for (const measurement of check.measurements.filter((entry) => entry.verdict !== "pass"))
        if (measurement.sentence) out(`               ${measurement.sentence}`);
    }
    out(
      `  ${review.checks.filter((check) => check.verdict === "pass").length} of ${review.checks.length} checks passed`,
    );
    if (!review.approval) for (const { text, who } of review.missing) out(`  - ${text} ${toDo(who)}`.trimEnd());
    if (review.turns.length > 0)
      out(
        `  Next: ${review.turns.map((turn) => `${turn.role.replaceAll("_", " ")}: ${turn.act.replaceAll("_", " ")}`).join("; ")}`,
      );
    out(`  ${review.url}`);
  }
}

/** "To do: a developer." Where nobody can do anything, that is what is said. */
const toDo = (who: string): string =>
  who === "" || who.startsWith("Nobody") ? who : `To do: ${who.charAt(0).toLowerCase()}${who.slice(1)}.`;
