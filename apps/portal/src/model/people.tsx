import type { ModelPerson, ModelView } from "@countersign/domain";
import { Chip, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { Line } from "./line.tsx";
import { spans } from "./names.ts";

/** Who had which part in the model, and how they stand today. */
export function ModelPeople({ people }: { people: ModelView["people"] }) {
  const say = useSay();
  return (
    <Section id="people" folio="5" title={say("People")} summary={say("as they stand today")}>
      <dl className="text-[14px]">
        <Part title={say("Owner")} people={[people.owner]} />
        <Part title={say("Developed")} people={people.developed}>
          {people.unmapped > 0 && (
            <li className="pb-1 text-muted">
              {say(
                "{n, plural, one {# declared address belongs to nobody here} other {# declared addresses belong to nobody here}}",
                { n: people.unmapped },
              )}
            </li>
          )}
        </Part>
        <Part title={say("Validated")} people={people.validated} />
        <Part title={say("Approved")} people={people.approved} />
        {people.against.length > 0 && <Part title={say("Rejected, or asked for changes")} people={people.against} />}
        <Part title={say("May decide")} people={people.mayDecide} />
      </dl>
      <p className="mt-2 max-w-[68ch] text-[13px] text-muted">
        {say(
          "Decisions are those of reviews that have ended. Whoever may decide holds a role whose signature a policy in force asks for; whether they may sign one review, that review says.",
        )}
      </p>
    </Section>
  );
}

function Part({ title, people, children }: { title: string; people: ModelPerson[]; children?: React.ReactNode }) {
  const say = useSay();
  return (
    <Line title={title}>
      <ul>
        {people.length === 0 && <li className="pb-1 text-muted">{say("nobody yet")}</li>}
        {people.map(({ person, state, roles, versions }) => (
          <li key={person.id} className="flex flex-wrap items-baseline gap-x-3 pb-1 last:pb-0">
            <span className="font-[550]">{person.name}</span>
            {state === "active" ? (
              <span className="text-muted">
                {roles.length > 0 ? say.list(roles.map((role) => say.term(role))) : say("no role today")}
              </span>
            ) : (
              <Chip tone="draft" icon="ended">
                {say("Deactivated")}
              </Chip>
            )}
            {versions.length > 0 && (
              <span className="text-muted sm:ml-auto">
                {say("{n, plural, one {version} other {versions}} {numbers}", {
                  n: versions.length,
                  numbers: spans(versions),
                })}
              </span>
            )}
          </li>
        ))}
        {children}
      </ul>
    </Line>
  );
}
