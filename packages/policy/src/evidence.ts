import type { EvaluateInput } from "./evaluate-input.ts";
import { judge } from "./judge.ts";
import { verdictOrder, worst } from "./outcome.ts";
import type { Reason } from "./reasons.ts";
import { comparesWithChampion, staleInput } from "./stale.ts";
import type { JudgedCheck, PolicyCheck, PolicyDocument } from "./types.ts";

export interface JudgedEvidence {
  checks: JudgedCheck[];
  reasons: Reason[];
  /** Checks whose outcome needs a condition. */
  needCondition: JudgedCheck[];
}

/** Judges the round and every check of the policy. */
export function judgeEvidence(policy: PolicyDocument, input: EvaluateInput): JudgedEvidence {
  const checks = policy.checks.map((check) => judge(check, input.results[check.check]));
  const reasons = roundReasons(input);
  const needCondition: JudgedCheck[] = [];
  for (const [index, judged] of checks.entries()) {
    const rule = policy.checks[index];
    const reason = rule && checkReason(rule, judged, input);
    if (reason) reasons.push(reason);
    else if (judged.outcome === "condition") needCondition.push(judged);
  }
  for (const document of policy.documents) {
    if (!input.files.some((file) => file.role === document)) reasons.push({ kind: "document_missing", document });
  }
  return { checks, reasons, needCondition };
}

/** A sealed round is judged as things stand now; a closed one, with its approval, as they stood. */
function roundReasons({ round, approval, evidenceSha256, champion, results }: EvaluateInput): Reason[] {
  const state = round?.state ?? "none";
  if (!round || round.evidenceSha256 === null || (state !== "sealed" && !(state === "closed" && approval))) {
    return [{ kind: "round_not_sealed", state }];
  }
  const reasons: Reason[] = [];
  if (state === "closed") return reasons;
  if (evidenceSha256 !== round.evidenceSha256) reasons.push({ kind: "evidence_moved" });
  if (champion !== round.champion && Object.values(results).some(comparesWithChampion))
    reasons.push({ kind: "champion_moved" });
  return reasons;
}

function checkReason(rule: PolicyCheck, judged: JudgedCheck, input: EvaluateInput): Reason | null {
  const { check, title } = judged;
  const result = input.results[check];
  if (!result) return { kind: "check_missing", check, title };
  if (judged.verdict === "error") return { kind: "check_error", check, title, sentence: judged.sentence };
  const input_ = staleInput(rule, result, input.files, input.championFiles);
  if (input_ !== null) return { kind: "check_stale", check, title, input: input_ };
  if (judged.outcome !== "blocks") return null;
  const blocking = judged.measurements
    .filter((measurement) => measurement.outcome === "blocks")
    .map((measurement) => measurement.verdict);
  const verdict = worst(blocking, verdictOrder, judged.verdict);
  const said = { check, title, sentence: judged.sentence };
  if (verdict === "insufficient") return { kind: "check_insufficient", ...said };
  if (verdict === "skipped") return { kind: "check_skipped", ...said };
  return { kind: "check_failed", verdict, ...said };
}
