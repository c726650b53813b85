import { msg, type PlaceProblem } from "@countersign/words";
import type { PolicyCheck, PolicyDocument } from "../types.ts";
import { parseCheck } from "./check.ts";
import { Place } from "./reader.ts";
import { parseSeparation, parseSignOffs } from "./sign-offs.ts";

export type ParsedPolicy = { ok: true; policy: PolicyDocument } | { ok: false; problems: PlaceProblem[] };

const tiers = ["T1", "T2", "T3", "T4"] as const;
const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads a policy document, version 1. Strict: unknown keys, sizes beyond the limits, an empty quorum and a policy
 * without an approver are refused, each with its place. Total: any value gives a policy or problems. Shares nothing with
 * what was sent.
 */
export function parsePolicy(value: unknown): ParsedPolicy {
  const problems: PlaceProblem[] = [];
  const policy = readPolicy(new Place(value, "", problems));
  if (problems.length === 0 && policy) return { ok: true, policy };
  return { ok: false, problems: problems.length > 0 ? problems : [{ path: "", text: msg("is not a policy") }] };
}

function readPolicy(place: Place): PolicyDocument | undefined {
  const fields = place.fields(
    [
      "policy",
      "key",
      "title",
      "appliesTo",
      "checks",
      "documents",
      "signOffs",
      "separation",
      "promotion",
      "reviewDays",
      "validityDays",
      "conditions",
      "favourable",
    ],
    ["favourable"],
  );
  if (!fields) return undefined;
  if (fields.policy.value !== undefined && fields.policy.value !== 1)
    fields.policy.wrong(msg("must be 1: this is the only version of the format"));
  const key = fields.key.text({
    max: 100,
    form: name,
    words: msg("must be letters, digits, dots, dashes and underscores"),
  });
  const title = fields.title.text({ max: 200 });
  const appliesTo = parseScope(fields.appliesTo);
  const favourable = fields.favourable.oneOf(["below", "at_or_above"]);
  const checks = parseChecks(fields.checks, favourable);
  const documents = fields.documents.someOf(["card", "datasheet"], { min: 0, max: 2 });
  const signOffs = parseSignOffs(fields.signOffs);
  const separation = parseSeparation(fields.separation, appliesTo?.tiers ?? []);
  const promotion = fields.promotion.oneOf(["on_approval", "by_deployer"]);
  const reviewDays = fields.reviewDays.whole({ min: 1, max: 365 });
  const validityDays = fields.validityDays.whole({ min: 1, max: 3_650 });
  const conditions = parseConditions(fields.conditions);
  if (conditions && !conditions.allowed && checks?.some(needsCondition))
    fields.conditions.wrong(msg("are not allowed, yet a check's outcome needs one"));
  if (
    key === undefined ||
    title === undefined ||
    !appliesTo ||
    !checks ||
    !documents ||
    !signOffs ||
    !separation ||
    promotion === undefined ||
    reviewDays === undefined ||
    validityDays === undefined ||
    !conditions
  )
    return undefined;
  return {
    policy: 1,
    key,
    title,
    appliesTo,
    checks,
    documents,
    signOffs,
    separation,
    promotion,
    reviewDays,
    validityDays,
    conditions,
    ...(favourable === undefined ? {} : { favourable }),
  };
}

const needsCondition = (check: PolicyCheck): boolean => Object.values(check.outcome).includes("condition");

function parseScope(place: Place): PolicyDocument["appliesTo"] | undefined {
  const fields = place.fields(["tiers", "environments", "tasks", "models"], ["tasks", "models"]);
  const covered = fields?.tiers.someOf(tiers, { min: 1, max: 4 });
  const environments = fields?.environments.texts({
    min: 1,
    max: 50,
    form: name,
    words: msg("is not an environment's key"),
  });
  const tasks = fields?.tasks.someOf(["binary", "multiclass", "regression"], { min: 1, max: 3 });
  const models = fields?.models.texts({ min: 1, max: 500, form: name, words: msg("is not a model's key") });
  if (!covered || !environments) return undefined;
  return { tiers: covered, environments, ...(tasks ? { tasks } : {}), ...(models ? { models } : {}) };
}

/** Each check once: a round runs a check once, so a second set of limits would never be measured. */
function parseChecks(place: Place, favourable: PolicyDocument["favourable"]): PolicyCheck[] | undefined {
  const checks = place.items({ min: 0, max: 100 })?.map(parseCheck);
  if (!checks || !checks.every((check) => check !== undefined)) return undefined;
  if (new Set(checks.map((check) => check.check)).size < checks.length)
    return place.wrong(msg("asks for the same check twice"));
  const sided = checks.map((check) => withSide(check, favourable));
  return sided.every((check) => check !== undefined)
    ? sided
    : place.wrong(msg("gives fairness another favourable side than the policy"));
}

/** The policy's favourable side stands in the parameters of every fairness check, so that what was measured says it. */
function withSide(check: PolicyCheck, favourable: PolicyDocument["favourable"]): PolicyCheck | undefined {
  if (favourable === undefined || !check.check.startsWith("fairness.")) return check;
  const own = check.params?.["favourable"];
  return own === undefined || own === favourable ? { ...check, params: { ...check.params, favourable } } : undefined;
}

function parseConditions(place: Place): PolicyDocument["conditions"] | undefined {
  const fields = place.fields(["allowed", "maxDays"]);
  const allowed = fields?.allowed.flag();
  const maxDays = fields?.maxDays.whole({ min: 1, max: 1_825 });
  return allowed === undefined || maxDays === undefined ? undefined : { allowed, maxDays };
}
