import type { ModelView } from "@countersign/domain";
import { Digest, Moment, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { fileRoleWords, FileTable } from "../review/files.tsx";
import { Line } from "./line.tsx";
import { environmentInside, versionName } from "./names.ts";
import { documentsOf } from "./use.tsx";

/** The documents of the version that tells the model, by digest, and where they are read. */
export function ModelDocuments({ about }: { about: ModelView["about"] }) {
  const say = useSay();
  const address = about && documentsOf(about);
  return (
    <Section
      id="documents"
      folio="6"
      title={say("Documents")}
      summary={about && say("of version {version}", { version: versionName(about.version) })}
      action={
        address && (
          <Link className="link" href={address}>
            {say("Read them in the review")}
          </Link>
        )
      }
    >
      {about === null || about.documents.length === 0 ? (
        <p className="text-ink-2">{about ? say("The version has no documents.") : say("There is no version yet.")}</p>
      ) : (
        <FileTable label={say("Document files")} files={about.documents} href={address} />
      )}
      {about && about.documents.length > 0 && !address && (
        <p className="mt-2 text-[13px] text-muted">{say("They are read in the review, once one is asked for.")}</p>
      )}
    </Section>
  );
}

/** What the model is made from and where it goes, as far as it is recorded. */
export function Connections({ view }: { view: ModelView }) {
  const say = useSay();
  const { about, environments } = view;
  return (
    <Section
      id="connections"
      folio="7"
      title={say("Connections")}
      summary={about && say("of version {version}", { version: versionName(about.version) })}
    >
      <dl className="text-[14px]">
        {about && (
          <>
            {about.data.map((file) => (
              <Line key={`${file.role}${file.path}`} title={say(fileRoleWords[file.role] ?? file.role)}>
                <span className="wrap-anywhere">{file.path}</span> <Digest sha256={file.sha256} />
                {file.alsoIn.length > 0 && (
                  <span className="block text-muted">
                    {say("The same data in:")}{" "}
                    {file.alsoIn.map(({ key, title }) => (
                      <Link key={key} className="link mr-3 inline-block min-h-6" href={`/models/${key}`}>
                        {title}
                      </Link>
                    ))}
                    {file.more && say("and others")}
                  </span>
                )}
              </Line>
            ))}
            <Line title={say("Code")}>
              {about.run.repository || about.run.commit ? (
                <>
                  {about.run.repository && <span className="block wrap-anywhere">{about.run.repository}</span>}
                  {about.run.commit && (
                    <span className="block">
                      {say("Git commit")}{" "}
                      <code className="font-mono text-[13px] wrap-anywhere">{about.run.commit}</code>
                    </span>
                  )}
                </>
              ) : (
                <None />
              )}
            </Line>
            <Line title={say("Training run")}>
              {about.run.runId ? (
                <code className="font-mono text-[13px] wrap-anywhere">{about.run.runId}</code>
              ) : (
                <None />
              )}
            </Line>
            <Line title={say("Registry")}>
              {about.run.registered ? (
                <code className="font-mono text-[13px] wrap-anywhere">{about.run.registered}</code>
              ) : (
                <None />
              )}
            </Line>
            {about.sameBytes.length > 0 && (
              <Line title={say("Same model files")}>
                {about.sameBytes.map(({ key, number, label }) => (
                  <Link key={`${key}/${number}`} className="link mr-3 inline-block min-h-6" href={`/models/${key}`}>
                    {say("{model}, version {version}", { model: key, version: versionName({ number, label }) })}
                  </Link>
                ))}
              </Line>
            )}
          </>
        )}
        <Line title={say("Approved for")}>
          {environments.length === 0 ? (
            <span className="text-muted">{say("no environment")}</span>
          ) : (
            <ul>
              {environments.map(({ title, version, validUntil, reviewId }) => (
                <li key={`${title}${version.id}`}>
                  {say.rich("{environment}: <link>version {version}</link> until {until}", {
                    environment: environmentInside(say, title),
                    version: versionName(version),
                    until: <Moment iso={validUntil} withTime={false} />,
                    link: (inside) => (
                      <Link className="link" href={`/reviews/${reviewId}`}>
                        {inside}
                      </Link>
                    ),
                  })}
                </li>
              ))}
            </ul>
          )}
        </Line>
        <Line title={say("Used by")}>
          <span className="text-muted">{say("Systems that use its scores are not recorded.")}</span>
        </Line>
      </dl>
    </Section>
  );
}

function None() {
  const say = useSay();
  return <span className="text-muted">{say("none recorded")}</span>;
}
