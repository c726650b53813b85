import { msg } from "@countersign/words";
import type { Limit, OutcomeClass, PolicyCheck, Sufficiency } from "../types.ts";
import { parseParams } from "./json.ts";
import type { Place } from "./reader.ts";

const classes: readonly OutcomeClass[] = ["blocks", "condition", "informs"];
const supportKey = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** One check of a policy: what is measured, its limits, and what each verdict does. */
export function parseCheck(place: Place): PolicyCheck | undefined {
  const fields = place.fields(
    ["check", "title", "params", "limits", "sufficient", "outcome"],
    ["title", "params", "sufficient"],
  );
  if (!fields) return undefined;
  const check = fields.check.text({
    max: 80,
    form: /^[a-z][a-z0-9]*(\.[a-z][a-z0-9_]*)+$/,
    words: msg("is not a check's id, such as perf.roc_auc"),
  });
  const title = fields.title.text({ max: 120 });
  const params = parseParams(fields.params);
  const limits = fields.limits.items({ min: 0, max: 20 })?.map(parseLimit);
  const sufficient = fields.sufficient.items({ min: 0, max: 20 })?.map(parseSufficiency);
  const outcome = parseOutcome(fields.outcome);
  if (check === undefined || !limits || !outcome || !complete(limits) || (sufficient && !complete(sufficient)))
    return undefined;
  return {
    check,
    ...(title === undefined ? {} : { title }),
    ...(params ? { params } : {}),
    limits,
    ...(sufficient ? { sufficient } : {}),
    outcome,
  };
}

const complete = <T>(list: (T | undefined)[]): list is T[] => list.every((item) => item !== undefined);

function parseLimit(place: Place): Limit | undefined {
  const fields = place.fields(["verdict", "on", "is", "than"]);
  if (!fields) return undefined;
  const verdict = fields.verdict.oneOf(["fail", "warn"]);
  const on = fields.on.oneOf(["value", "abs", "low", "high", "width", "detections"]);
  const is = fields.is.oneOf(["<", "<=", ">", ">=", "outside"]);
  const than = is === undefined ? undefined : parseThan(fields.than, is);
  if (verdict === undefined || on === undefined || is === undefined || than === undefined) return undefined;
  if (on === "detections" && is === "outside")
    return fields.is.wrong(msg("a number of hits is compared with one number"));
  return { verdict, on, is, than };
}

function parseThan(place: Place, is: Limit["is"]): Limit["than"] | undefined {
  if (is === "outside") {
    const [low, high] = place.items({ min: 2, max: 2 })?.map((item) => item.number()) ?? [];
    if (low === undefined || high === undefined) return undefined;
    return low <= high ? [low, high] : place.wrong(msg("must be the lower bound, then the higher"));
  }
  return place.number();
}

function parseSufficiency(place: Place): Sufficiency | undefined {
  const fields = place.fields(["on", "is", "than"]);
  const on = fields?.on.text({
    max: 64,
    form: supportKey,
    words: msg("must be n, width or a key of the measurement's support"),
  });
  const is = fields?.is.oneOf([">=", "<="]);
  const than = fields?.than.number();
  return on === undefined || is === undefined || than === undefined ? undefined : { on, is, than };
}

function parseOutcome(place: Place): PolicyCheck["outcome"] | undefined {
  const verdicts = ["fail", "warn", "insufficient", "skipped"] as const;
  const fields = place.fields(verdicts, verdicts);
  if (!fields) return undefined;
  const given = verdicts.filter((verdict) => fields[verdict].value !== undefined);
  const named = given.map((verdict) => [verdict, fields[verdict].oneOf(classes)] as const);
  return named.every(([, outcome]) => outcome !== undefined)
    ? (Object.fromEntries(named) as PolicyCheck["outcome"])
    : undefined;
}
