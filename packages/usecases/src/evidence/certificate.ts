import type { Refusal } from "@countersign/domain";
import { approvedReview, layout } from "@countersign/record";
import { msg } from "@countersign/words";
import type { Actor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { query } from "../kernel/query.ts";
import { askGate } from "../gate/ask.ts";
import { versionStatus } from "../versions/status.ts";
import { exportBundle, type ExportInput } from "./export.ts";

/** What a certificate is printed from: members of one evidence bundle, and the bundle. */
export interface CertificateParts {
  environment: string;
  /** decision.json of the bundle, byte for byte. */
  decision: Uint8Array;
  /** The signed statements that it names by SHA-256. */
  statements: Uint8Array[];
  bundle: Uint8Array;
}

/**
 * The approval certificate of a version for an environment: an export of evidence like any other, printed. Made only while
 * the gate allows: whoever holds a fresh sheet may rely on what it says. Refused before anything is recorded otherwise.
 */
export async function exportCertificate(
  deps: Deps,
  actor: Actor,
  input: ExportInput & { environment: string },
  print: (parts: CertificateParts) => Promise<Uint8Array>,
): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const { environment, ...ref } = input;
  const status = await query(deps, actor, versionStatus, ref);
  if (!status.ok) return status;
  const gate = await query(deps, actor, askGate, input);
  if (!gate.ok) return gate;
  const [asked] = gate.value.versions;
  if (gate.value.answer !== "allow") {
    const standing = status.value.reviews.find((review) => review.environment === environment)?.approval?.state;
    const why = (asked?.reasons[0]?.text ?? gate.value.reason).replace(/\.$/, "");
    return {
      ok: false,
      refusal: notInForce(environment, standing && standing !== "valid" ? standing : `not in force (${why})`),
    };
  }
  const made = await exportBundle(deps, actor, ref, {
    judge: ({ document }) => (approvedReview(document, environment) ? null : notSignedYet),
  });
  if (!made.ok) return made;
  const { draft, number, bundle } = made.value;
  const member = new Map(draft.members.map(({ path, bytes }) => [path, bytes]));
  const decision = member.get(layout.decisionJson);
  if (!decision) throw new Error("the bundle has no decision document");
  const statements = (approvedReview(draft.document, environment)?.signatures ?? []).flatMap(
    ({ statement }) => member.get(layout.blob(statement)) ?? [],
  );
  const bytes = await print({ environment, decision, statements, bundle });
  return { ok: true, value: { name: `certificate-${input.model}-${number}-${environment}-${draft.size}.pdf`, bytes } };
}

const notInForce = (environment: string, state: string): Refusal => ({
  kind: "wrong_state",
  what: { text: msg("approval for {environment}"), values: { environment } },
  state,
  wanted: ["valid"],
});

/** The approval is given, and no tree head covers it yet. */
const notSignedYet: Refusal = {
  kind: "wrong_state",
  what: msg("record"),
  state: msg("waiting for the notary"),
  wanted: [msg("a checkpoint that covers the approval: try again")],
};
