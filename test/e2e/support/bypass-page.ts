export interface TriedRow {
  attempt: string;
  way: string;
  refusedBy: string;
}

/** Where each of the twelve things that are broken somewhere in this field is held here. */
const invariants: [rule: string, held: string][] = [
  [
    "Nobody decides on what they developed or asked for, administrators included",
    "`mayDecide` (own work, role); guard `own_work`; the permission table gives an administrator no decision",
  ],
  [
    "No approver configured is not approved",
    "reasons `no_approver`, `empty_quorum`; guard `empty_quorum`; a policy without sign-offs is not published",
  ],
  [
    "A decision names digest, evidence and policy",
    "statement by digest, evidence digest, pinned revision; guards `stale_evidence`, `policy_applies`",
  ],
  [
    "A change of any of these makes it stale",
    "new round on new evidence; new set of conditions supersedes signatures; reasons `decision_on_other_evidence`, `decision_on_other_conditions`",
  ],
  ["A decided request takes no further decision", "obstacle `review_not_open`; guards `review_closed`, `not_sealed`"],
  [
    "Only those who are listed and independent count, for approval and rejection alike",
    "`eligible`; guards `sign_off`, `role_in_force`, `own_work`",
  ],
  ["A decision and its leaf commit together or not at all", "`execute`; guards `require_event`, `require_rows`"],
  ["Signed content cannot be edited, only superseded", "guards `signed`, `decision_state`, `frozen`, `sealed`"],
  ["Expired is denied", "gate: reason `approval_expired`; time is the database's"],
  [
    "Removing a user does not remove or break history",
    "`person.deactivate` ends access and keeps every row; guard `person_ended`",
  ],
  ["Reading and exporting by auditors is recorded", "`event.list` and `evidence.export` are commands with events"],
  ["Verification needs nothing from us", "`countersign verify` and `/verify` work offline on the bundle alone"],
];

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
const section = (title: string, rows: TriedRow[]): string =>
  `## ${title}\n\n${table(
    ["attempt", "way", "what refuses it"],
    rows.map(({ attempt, way, refusedBy }) => [attempt, way, refusedBy]),
  )}\n`;

/** The page `docs/bypass.md`, from the attempts that are run. */
export function bypassPage(outside: TriedRow[], inside: TriedRow[]): string {
  return `# Ways round, and what stops them

Written from the attempts that the tests make: \`test/e2e/attempts\` against the built product with every process running, \`packages/db/test/attempts\` with raw SQL under the roles of the processes. After each attempt every governed table is the same as before. ${outside.length} attempts from outside, ${inside.length} in the database. Besides, the permission matrix tries every command as every role, on own and on others' work.

${section("From outside", outside)}
${section("In the database", inside)}
## What is not stopped

With the application's own database password a decision can be written in another person's name, with a well-formed event (SECURITY.md, "What remains possible", 1). The log keeps it for good. The test that shows it stands beside the raw SQL attempts. It ends when a decision carries that person's passkey signature.

## Twelve rules that are broken somewhere in this field

${table(
  ["rule", "held by"],
  invariants.map(([rule, held]) => [rule, held]),
)}
`;
}
