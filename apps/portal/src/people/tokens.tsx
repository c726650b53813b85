import { type PersonListItem, type TokenListItem, tokenRoles } from "@countersign/domain";
import { Chip, Empty, Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { TokenActions, TokenForm } from "../client/token-forms.tsx";

/** Tokens of CI and machines: what they may, until when, and their end. */
export function Tokens({
  tokens,
  people,
  administers,
}: {
  tokens: TokenListItem[];
  people: PersonListItem[];
  administers: boolean;
}) {
  const say = useSay();
  return (
    <section aria-labelledby="tokens" className="mt-10">
      <h2 id="tokens" className="border-b border-rule pb-1 font-serif text-[18px] font-[600]">
        {say("Tokens")}{" "}
        <span className="ml-1 font-sans text-[13px] font-normal text-muted">
          {say("{n} active; none of them signs", { n: tokens.filter((token) => token.state === "active").length })}
        </span>
      </h2>
      {tokens.length === 0 && (
        <Empty title={say("No token yet")}>
          {say("CI registers and submits versions with a token of a person who answers for it.")}
        </Empty>
      )}
      <ul>
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-row">
            <span className="font-[650]">{token.label}</span>
            <span className="text-[13px] text-muted">
              {token.owner.name}; {token.roles.map((role) => say.term(role)).join(", ")};{" "}
              {token.models ? say("only {models}", { models: token.models.join(", ") }) : say("every model")}
            </span>
            <span className="ml-auto flex flex-wrap items-center gap-2 text-[13px] text-muted max-sm:ml-0 max-sm:basis-full [&>:first-child]:max-sm:basis-full">
              {token.state === "active" ? (
                <span>{say.rich("until {day}", { day: <Moment iso={token.expiresAt} withTime={false} /> })}</span>
              ) : (
                <Chip tone="draft" icon="ended">
                  {say.term(token.state)}
                </Chip>
              )}
              {administers && token.state === "active" && <TokenActions tokenId={token.id} label={token.label} />}
            </span>
          </li>
        ))}
      </ul>
      {administers && <TokenForm people={people.map(({ id, name }) => ({ id, name }))} roles={tokenRoles} />}
    </section>
  );
}
