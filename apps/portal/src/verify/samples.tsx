import { useSay } from "@countersign/ui/say";

const where = "/verify/samples/";

/** Bundles of the demo, for whoever has none: one that is as it was signed, and one that is not. */
export function Samples({ onFile, onProblem }: { onFile(file: File): void; onProblem(text: string): void }) {
  const say = useSay();
  const take = async (name: string): Promise<void> => {
    const answer = await fetch(where + name).catch(() => null);
    if (!answer?.ok) return onProblem(say("The sample could not be fetched: the portal does not answer."));
    onFile(new File([await answer.blob()], name, { type: "application/zip" }));
  };
  return (
    <p className="mt-3 text-[14px]">
      {say.rich(
        "No bundle at hand? Take <sound>one of this demo</sound>, or <changed>a copy in which a signed reason was rewritten</changed>",
        {
          sound: (inside) => (
            <button type="button" className="link" onClick={() => void take("evidence.zip")}>
              {inside}
            </button>
          ),
          changed: (inside) => (
            <button type="button" className="link" onClick={() => void take("tampered.zip")}>
              {inside}
            </button>
          ),
        },
      )}
    </p>
  );
}
