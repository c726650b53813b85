import type { Facts, Report } from "@countersign/verifier";

/** What people read in a terminal: the answer first, then what was decided by whom, then the steps. */
export function reportText(file: string, report: Report): string {
  const answer = report.accepted
    ? `VERIFIED: ${file} holds.`
    : report.unreadable
      ? `UNREADABLE: ${file} is not an evidence bundle. Nothing was decided.`
      : `REFUSED: ${file} does not hold. ${report.discrepancies.length} ${report.discrepancies.length === 1 ? "discrepancy" : "discrepancies"}.`;
  const found = report.discrepancies.map(
    ({ code, step, where, text }) => `  ${step.padEnd(4)} ${code}\n       ${text}\n       in ${where}`,
  );
  const steps = report.steps.map(
    ({ id, does, state }) => `  ${id.padEnd(4)} ${state.replace("_", " ").padEnd(8)} ${does}`,
  );
  return printable(
    [
      answer,
      ...(found.length > 0 ? ["", ...found] : []),
      ...(report.facts
        ? ["", ...(report.accepted ? [] : ["What it claims, unproven:"]), ...factLines(report.facts)]
        : []),
      "",
      "Steps:",
      ...steps,
    ].join("\n"),
  );
}

function factLines({ log, asOf, document, reviews }: Facts): string[] {
  const { model, version } = document;
  return [
    `${model.title} (${model.key}), version ${version.number}${version.label === null ? "" : ` (${version.label})`}`,
    `  identity ${version.identity ?? "none: not submitted"}`,
    ...(asOf
      ? [
          `  as of ${asOf.size} records of ${log}; exported ${when(asOf.exportedAt)} as #${asOf.index}. Later acts are not in it.`,
        ]
      : []),
    ...document.reviews.flatMap((review) => {
      const own = reviews.find((one) => one.review === review.id);
      return [
        "",
        `  ${review.environment}: ${words(review.state)}, under ${review.policy.key} revision ${review.policy.revision}`,
        ...(own ? [`    the policy, applied again, gives: ${words(own.verdict)}`] : []),
        ...(own?.reasons ?? []).map((reason) => `    - ${reason}`),
        ...(review.approval
          ? [
              `    approval ${words(review.approval.state)} until ${when(review.approval.valid_until)}${own?.holdsNow === false ? ": it does not hold now" : ""}`,
            ]
          : []),
        ...review.signatures.map(
          (one) =>
            `    ${one.name}, ${words(one.role)}: ${words(one.act)}, ${when(one.signed_at)}, #${one.recorded_as ?? "?"}${one.state === "valid" ? "" : ` (${words(one.state)})`}`,
        ),
        ...review.conditions.map(
          (one) =>
            `    condition ${one.number}: ${one.text} Owner ${one.owner}, due ${one.due_at.slice(0, 10)}: ${words(one.state)}`,
        ),
        ...review.findings.map(
          (one) => `    finding ${one.number} (${one.severity}): ${one.title}: ${words(one.state)}`,
        ),
      ];
    }),
  ];
}

const words = (word: string): string => word.replaceAll("_", " ");
const when = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** Text of a bundle steers no terminal: control characters and marks of writing direction are replaced. */
const printable = (text: string): string => text.toWellFormed().replaceAll(/[^\P{C}\n]/gu, "\ufffd");
