import type { ReviewView } from "@countersign/domain";
import { Note, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { ActButton } from "../client/review-actions.tsx";
import { FileTable } from "./files.tsx";
import type { SectionProps } from "./since-review.tsx";

const readWords: Record<string, string> = { card: msg("Read the model card"), datasheet: msg("Read the datasheet") };

export function Data({ view, mark, folded }: SectionProps) {
  const say = useSay();
  return (
    <Section
      id="data"
      folio="3"
      title={say("Data and lineage")}
      summary={say("{n} data sets by digest", { n: view.data.length })}
      action={mark}
      folded={folded}
    >
      <FileTable label={say("Data sets")} files={view.data} />
      <h3 className="mt-4 font-[650]">{say("Who built it")}</h3>
      <ul className="mt-1 text-[14px]">
        {view.contributors.map((contributor) => (
          <li key={contributor.id} className="flex flex-wrap items-center gap-2 border-b border-hair py-1.5">
            <span className="w-28 text-muted first-letter:uppercase">{say.term(contributor.kind)}</span>
            {contributor.person ? (
              contributor.person.name
            ) : (
              <strong className="font-[600] text-fail">
                {contributor.kind === "undeclared"
                  ? say("nobody is declared")
                  : say("{address} belongs to nobody here", { address: contributor.address ?? say("an address") })}
              </strong>
            )}
            {!contributor.person &&
              view.you.actions.map_contributor.allowed &&
              view.people
                .slice(0, 12)
                .map((person) => (
                  <ActButton
                    key={person.id}
                    act={{ kind: "map", contributorId: contributor.id, personId: person.id }}
                    word={say("It is {person}", { person: person.name })}
                  />
                ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Documents({ view, mark, folded }: SectionProps) {
  const say = useSay();
  return (
    <Section
      id="documents"
      folio="4"
      title={say("Documents")}
      summary={<DocumentsSummary view={view} />}
      action={mark}
      folded={folded}
    >
      {view.missingDocuments.length > 0 && (
        <Note tone="fail">
          {say("The policy asks for {documents}; the version has none. Content is frozen, so it takes a new version.", {
            documents: say.list(view.missingDocuments.map((role) => say.term(role))),
          })}
        </Note>
      )}
      <FileTable label={say("Document files")} files={view.documents} />
      {view.documents
        .filter((file) => file.text !== null)
        .map((file) => (
          <details key={file.role} className="mt-2 border border-hair">
            <summary className="bg-sunken px-3 py-2 font-[550]">{say(readWords[file.role] ?? file.role)}</summary>
            <pre
              className="max-h-[60vh] overflow-auto px-4 py-3 font-serif text-[15px] leading-relaxed whitespace-pre-wrap"
              tabIndex={0}
            >
              {file.text}
            </pre>
          </details>
        ))}
    </Section>
  );
}

/** Whether the files are there, and whether the check of what stands in them was passed: one does not tell the other. */
function DocumentsSummary({ view }: { view: ReviewView }) {
  const say = useSay();
  const complete = view.checks.find(({ check }) => check === "docs.completeness");
  if (view.missingDocuments.length > 0)
    return say("missing: {documents}", {
      documents: view.missingDocuments.map((role) => say.term(role)).join(", "),
    });
  if (!complete || complete.verdict === "pass") return say("all files are there");
  return say.rich(
    complete.verdict === null
      ? "all files are there, but <link>their content is being checked</link>"
      : "all files are there, but <link>not complete: see the check</link>",
    {
      link: (inside) => (
        <a className="link" href={`#check-${complete.check}`}>
          {inside}
        </a>
      ),
    },
  );
}
