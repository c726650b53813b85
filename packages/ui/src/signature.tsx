import { useSay } from "#say";
import type { SignatureView } from "@countersign/domain";
import { msg } from "@countersign/words";
import { Digest } from "./digest.tsx";
import { Rosette } from "./icon.tsx";
import { HatchedMark } from "./layout.tsx";
import { Moment } from "./time.tsx";

const acts: Record<string, string> = {
  recommend: msg("Recommends approval"),
  approve: msg("Approves"),
  approve_with_conditions: msg("Approves with conditions"),
  request_changes: msg("Requests changes"),
  reject: msg("Rejects"),
};
/** The seal of a signature in its state. */
export const sealOf = (state: string): "valid" | "struck" | "gone" =>
  state === "valid" ? "valid" : state === "withdrawn" ? "struck" : "gone";

const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());

/** The manifestation of a signature: name, role, decision, meaning, time, record (21 CFR 11.50). One in practice bears no seal. */
export function Manifestation({ signature, practice = false }: { signature: SignatureView; practice?: boolean }) {
  const say = useSay();
  const gone = signature.state !== "valid";
  return (
    <article
      className={`flex gap-3 border border-hair px-3 py-2.5 ${gone ? "border-l-[3px] border-l-control bg-sunken text-muted" : "border-l-[5px] border-double border-l-accent bg-surface"}`}
    >
      {practice ? (
        <HatchedMark className="mt-1 size-8" />
      ) : (
        <Rosette state={sealOf(signature.state)} className="mt-1 size-8" />
      )}
      <div className="min-w-0">
        <p className="font-serif text-[16px] font-[600]">{signature.person.name}</p>
        <p className="text-[13px] text-muted">
          {capital(say("{role}, round {n}", { role: say.term(signature.role), n: signature.round }))}
          {gone ? `: ${say.term(signature.state)}` : ""}
        </p>
        <p className="font-[650]">{say(actWord(signature))}</p>
        {signature.meaning && (
          <p lang="en" className="max-w-[62ch] font-serif">
            “{signature.meaning}”
          </p>
        )}
        {signature.reason && <p className="mt-1 max-w-[62ch] whitespace-pre-line">{signature.reason}</p>}
        <p className="mt-1 text-[13px] text-muted">
          {say.rich("{moment} · covers {digest} · {recorded}", {
            moment: <Moment iso={signature.signedAt} />,
            digest: <Digest sha256={signature.evidenceSha256} />,
            recorded: practice
              ? say("practice: recorded nowhere")
              : signature.recordedAs === null
                ? say("waits for the notary")
                : say("recorded as #{n}", { n: say.count(signature.recordedAs) }),
          })}
        </p>
      </div>
    </article>
  );
}

export const actWords = acts;

/** What a signature says, as a message: a recommendation on conditions says so, as an approval does. */
export function actWord({ act, withConditions }: Pick<SignatureView, "act" | "withConditions">): string {
  return act === "recommend" && withConditions ? msg("Recommends approval with conditions") : (acts[act] ?? act);
}
