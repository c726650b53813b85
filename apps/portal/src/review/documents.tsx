import type { DocumentView, ReviewView } from "@countersign/domain";
import { Digest, Icon, Note, Section } from "@countersign/ui";
import { ActButton } from "../client/review-actions.tsx";

const roleWords: Record<string, string> = {
  train: "Training data",
  test: "Test data",
  predictions: "Supplied predictions",
  card: "Model card",
  datasheet: "Datasheet",
  reported: "Reported metrics",
  parameters: "Parameters",
  requirements: "Requirements",
};

export function Data({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  return (
    <Section
      id="data"
      folio="3"
      title="Data and lineage"
      summary={`${view.data.length} data sets by digest`}
      action={mark}
    >
      <FileTable label="Data sets" files={view.data} />
      <h3 className="mt-4 font-[650]">Who built it</h3>
      <ul className="mt-1 text-[14px]">
        {view.contributors.map((contributor) => (
          <li key={contributor.id} className="flex flex-wrap items-center gap-2 border-b border-hair py-1.5">
            <span className="w-24 text-muted">{contributor.kind}</span>
            {contributor.person ? (
              contributor.person.name
            ) : (
              <strong className="font-[600] text-fail">
                {contributor.kind === "undeclared"
                  ? "nobody is declared"
                  : `${contributor.address ?? "an address"} belongs to nobody here`}
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
                    word={`It is ${person.name}`}
                  />
                ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Documents({ view, mark }: { view: ReviewView; mark: React.ReactNode }) {
  return (
    <Section id="documents" folio="4" title="Documents" summary={<DocumentsSummary view={view} />} action={mark}>
      {view.missingDocuments.length > 0 && (
        <Note tone="fail">
          The policy asks for {view.missingDocuments.join(" and ")}; the version has none. Content is frozen, so it
          takes a new version.
        </Note>
      )}
      <FileTable label="Document files" files={view.documents} />
      {view.documents
        .filter((file) => file.text !== null)
        .map((file) => (
          <details key={file.role} className="mt-2 border border-hair">
            <summary className="bg-sunken px-3 py-2 font-[550]">Read the {roleWords[file.role]?.toLowerCase()}</summary>
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
  const complete = view.checks.find(({ check }) => check === "docs.completeness");
  if (view.missingDocuments.length > 0) return `missing: ${view.missingDocuments.join(", ")}`;
  if (!complete || complete.verdict === "pass") return "all files are there";
  return (
    <>
      all files are there, but{" "}
      <a className="link" href={`#check-${complete.check}`}>
        {complete.verdict === null ? "their content is being checked" : "not complete: see the check"}
      </a>
    </>
  );
}

function FileTable({ files, label }: { files: DocumentView[]; label: string }) {
  return (
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-left text-[14px]">
        <thead>
          <tr className="text-[13px] text-muted">
            <th className="py-1 font-normal">What</th>
            <th className="py-1 font-normal">File</th>
            <th className="py-1 pr-3 text-right font-normal">Bytes</th>
            <th className="py-1 font-normal">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.role}${file.path}`} className="border-t border-hair">
              <td className="py-1 pr-3 font-[550] whitespace-nowrap">
                <Icon name="file" className="mr-1 size-4 text-muted" />
                {roleWords[file.role] ?? file.role}
              </td>
              <td className="py-1 pr-3">{file.path}</td>
              <td className="py-1 pr-3 text-right font-mono">{file.size.toLocaleString("en")}</td>
              <td className="py-1 font-mono text-[13px] whitespace-nowrap">
                <Digest sha256={file.sha256} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
