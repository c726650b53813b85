import { fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

/** The key in force: the instance's own claim, or one that the reader has from elsewhere. */
export interface KeyChoice {
  from: "claim" | "own";
  own: string;
}

const exampleKey = "log.example.com+4f1c2b0a+…";
const radio = "mt-1 size-4 shrink-0";

/** Which log to believe. A bundle cannot vouch for itself, and neither can the page it is dropped on. */
export function KeyField({
  choice,
  claim,
  onChange,
}: {
  choice: KeyChoice;
  claim: string | null;
  onChange(choice: KeyChoice): void;
}) {
  const say = useSay();
  return (
    <fieldset className="mt-6 border-t border-rule pt-3">
      <legend className="float-left mb-2 w-full font-serif text-[18px] font-[600]">
        {say("Which log to believe")}
      </legend>
      <div className="clear-left space-y-3">
        {claim !== null && (
          <div className="flex gap-2.5">
            <input
              id="key-claim"
              type="radio"
              name="key"
              className={radio}
              aria-describedby="key-claim-help"
              checked={choice.from === "claim"}
              onChange={() => onChange({ ...choice, from: "claim" })}
            />
            <div className="min-w-0">
              <label htmlFor="key-claim" className="font-[550]">
                {say("This instance’s claim")}
              </label>
              <p id="key-claim-help" className="text-[14px] text-ink-2">
                {say(
                  "The key that this portal says is its log’s. It shows that the bundle is as this instance signed it, and nothing about the instance.",
                )}
              </p>
              <code className="block font-mono text-[13px] break-all text-muted">{claim}</code>
            </div>
          </div>
        )}
        <div className="flex gap-2.5">
          <input
            id="key-own"
            type="radio"
            name="key"
            className={radio}
            checked={choice.from === "own"}
            onChange={() => onChange({ ...choice, from: "own" })}
          />
          <div className="min-w-0 grow">
            <label htmlFor="key-own" className="font-[550]">
              {say("A key that I have from elsewhere")}
            </label>
            <p id="key-help" className="text-[14px] text-ink-2">
              {say("From a contract, an audit file or an earlier audit: name, id and key joined by +.")}
            </p>
            <input
              className={`${fieldClass} mt-1 font-mono text-[13px]`}
              aria-label={say("Verifier key")}
              aria-describedby="key-help"
              spellCheck={false}
              autoComplete="off"
              maxLength={512}
              placeholder={exampleKey}
              value={choice.own}
              onFocus={() => onChange({ ...choice, from: "own" })}
              onChange={(event) => onChange({ from: "own", own: event.target.value })}
            />
          </div>
        </div>
      </div>
    </fieldset>
  );
}
