import { createHash } from "node:crypto";
import type { DecisionDocument, ReviewRecord } from "@countersign/record";

/** The words of the sheet. Everything in it stands in the decision document or in a statement that it names by digest. */
export function facts(document: DecisionDocument, review: ReviewRecord, statements: readonly Uint8Array[]) {
  const { model, version } = document;
  const round = review.rounds.at(-1);
  const meanings = new Map(statements.map((bytes) => [sha256(bytes), meaningOf(bytes)]));
  const conditions = review.conditions.length;
  return {
    title: model.title,
    name: `version ${version.number}${version.label ? ` · ${version.label}` : ""}`,
    ref: `${model.key}/${version.number}`,
    verdict: conditions === 0 ? "approved" : `approved with ${conditions} condition${conditions === 1 ? "" : "s"}`,
    environment: review.environment,
    from: day(review.approval?.granted_at ?? ""),
    until: day(review.approval?.valid_until ?? ""),
    rows: [
      ["Model", `${model.key}, ${model.tier ?? "untiered"}`],
      ["Policy", `${review.policy.key}, revision ${review.policy.revision}`],
    ],
    digests: [
      ["Identity", version.identity],
      ["Evidence", round?.evidence ?? null],
      ["Policy", review.policy.sha256],
    ].map(([label, hex]) => [label, grouped(hex ?? null)]),
    checks: (round?.checks ?? []).map((check) => [
      check.check,
      words(check.verdict ?? "not run"),
      check.outcome === null || check.outcome === "none" ? "nothing" : words(check.outcome),
    ]),
    round: round?.number ?? 0,
    conditions: review.conditions.map((entry) => [
      String(entry.number),
      entry.text,
      entry.owner,
      day(entry.due_at),
      `${words(entry.state)}${entry.blocking ? ", blocking" : ""}`,
    ]),
    signatures: review.signatures.map((entry) => ({
      name: entry.name,
      role: sentence(entry.role),
      act: acts[entry.act] ?? sentence(entry.act),
      state: entry.state === "valid" ? "" : words(entry.state),
      meaning: meanings.get(entry.statement) ?? "",
      reason: entry.reason ?? "",
      day: day(entry.signed_at),
      time: time(entry.signed_at),
      recorded: place(entry.recorded_as),
      round: entry.round,
    })),
    recorded: place(review.approval?.recorded_as ?? null),
    log: document.log,
    size: document.as_of.toLocaleString("en"),
    short: shortened(`${model.key}/${version.number}`, 44),
    columns: columnsFor(review.signatures),
    decided: moment(review.approval?.granted_at ?? ""),
  };
}

/** Three signatures side by side where their words are short; a reason that is a text of its own gets the whole width. */
function columnsFor(signatures: ReviewRecord["signatures"]): number {
  if (signatures.some((entry) => (entry.reason ?? "").length > 700)) return 1;
  const longest = Math.max(0, ...signatures.flatMap((entry) => entry.name.split(/\s+/)).map((word) => word.length));
  return signatures.length === 3 && longest <= 13 ? 3 : 2;
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** As the signature panel and the manifestation on the page say it. */
const acts: Record<string, string> = {
  recommend: "Recommends approval",
  approve: "Approves",
  approve_with_conditions: "Approves with conditions",
  request_changes: "Requests changes",
  reject: "Rejects",
};

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function meaningOf(bytes: Uint8Array): string {
  const statement: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof statement === "object" &&
    statement !== null &&
    "meaning" in statement &&
    typeof statement.meaning === "string"
    ? statement.meaning
    : "";
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const day = (iso: string): string =>
  `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(0, 4)}`;
const time = (iso: string): string => `${iso.slice(11, 19)} UTC+00:00`;
const moment = (iso: string): string => `${day(iso)}, ${time(iso)}`;
const words = (state: string): string => state.replaceAll("_", " ");
const sentence = (state: string): string => words(state.charAt(0).toUpperCase() + state.slice(1));
const place = (index: number | null): string => (index === null ? "not recorded" : `#${index.toLocaleString("en")}`);
const grouped = (hex: string | null): string => hex?.match(/.{1,8}/g)?.join(" ") ?? "none";
