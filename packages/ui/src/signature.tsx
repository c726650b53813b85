import type { SignatureView } from "@countersign/domain";
import { Digest } from "./digest.tsx";
import { Rosette } from "./icon.tsx";
import { Moment } from "./time.tsx";

const acts: Record<string, string> = {
  recommend: "Recommends approval",
  approve: "Approves",
  approve_with_conditions: "Approves with conditions",
  request_changes: "Requests changes",
  reject: "Rejects",
};
const roleWords = (role: string): string => role.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

/** The manifestation of a signature: name, role, decision, meaning, time, record (21 CFR 11.50). */
export function Manifestation({ signature }: { signature: SignatureView }) {
  const gone = signature.state !== "valid";
  return (
    <article
      className={`flex gap-3 border border-l-4 px-3 py-2.5 ${gone ? "border-hair border-l-muted bg-sunken text-muted" : "border-hair border-l-accent bg-surface"}`}
    >
      <Rosette state={gone ? "gone" : "valid"} className="mt-1 size-8" />
      <div className="min-w-0">
        <p className="font-serif text-[16px] font-[600]">{signature.person.name}</p>
        <p className="text-[13px] text-muted">
          {roleWords(signature.role)}, round {signature.round}
          {gone ? `: ${signature.state}` : ""}
        </p>
        <p className="font-[650]">{actWord(signature)}</p>
        {signature.meaning && <p className="max-w-[62ch] font-serif">“{signature.meaning}”</p>}
        {signature.reason && <p className="mt-1 max-w-[62ch] whitespace-pre-line">{signature.reason}</p>}
        <p className="mt-1 text-[13px] text-muted">
          <Moment iso={signature.signedAt} /> · covers <Digest sha256={signature.evidenceSha256} /> ·{" "}
          {signature.recordedAs === null
            ? "waits for the notary"
            : `recorded as #${signature.recordedAs.toLocaleString("en")}`}
        </p>
      </div>
    </article>
  );
}

export const actWords = acts;

/** What a signature says: a recommendation on conditions says so, as an approval does. */
export function actWord({ act, withConditions }: Pick<SignatureView, "act" | "withConditions">): string {
  return `${acts[act] ?? act}${act === "recommend" && withConditions ? " with conditions" : ""}`;
}
