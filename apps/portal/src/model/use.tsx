import type { CardPart, ModelAbout, ModelView } from "@countersign/domain";
import { Moment, Note, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { environmentInside, versionName } from "./names.ts";

/** Where the documents of the version that tells a model are read; null before a review shows them. */
export const documentsOf = ({ version }: ModelAbout): string | null =>
  version.reviewId ? `/reviews/${version.reviewId}#documents` : null;

const halted: Record<string, string> = {
  suspended: msg("The model is suspended: no version of it may run, whatever stands here."),
  rejected: msg("The proposal was refused: no version of the model may run, whatever stands here."),
  retired: msg("The model is retired: no version of it may run, whatever stands here."),
};

/** What the card of the version in use says on where the model may be used, and where not. */
export function Use({ view }: { view: ModelView }) {
  const say = useSay();
  const { about } = view;
  const stopped = halted[view.state];
  const approved = about?.version.approval?.state === "valid" && !stopped;
  return (
    <Section
      id="use"
      folio="2"
      title={say("Use and limits")}
      summary={about && say("of version {version}", { version: versionName(about.version) })}
    >
      {about === null ? (
        <p className="text-ink-2">
          {say("There is no version yet. What a model may be used for stands in the card of a version.")}
        </p>
      ) : (
        <>
          {stopped && <Note tone="warn">{say(stopped)}</Note>}
          <p className={`max-w-[68ch] text-[14px] text-ink-2 ${stopped ? "mt-2" : ""}`}>
            <Source about={about} />
          </p>
          {about.card === "missing" && (
            <p className="mt-2">{say("The version has no model card, so nothing is known of its use and limits.")}</p>
          )}
          {about.card === "unreadable" && (
            <p className="mt-2">{say("The model card cannot be read: its bytes are gone, or they are no text.")}</p>
          )}
          {about.card === "read" && (
            <div className="mt-3 grid gap-x-8 gap-y-4 lg:grid-cols-2">
              <div className="grid content-start gap-4">
                <Part title={approved ? say("Approved use") : say("Intended use")} part={about.use} about={about} />
                <Part title={say("Not for")} part={about.notFor} about={about} />
              </div>
              <Part title={say("Known limits")} part={about.limits} about={about} />
            </div>
          )}
        </>
      )}
    </Section>
  );
}

/** Which version all of it comes from, why that one, and whether anybody approved it. */
function Source({ about }: { about: ModelAbout }) {
  const say = useSay();
  const { version } = about;
  const { approval } = version;
  const values = {
    version: versionName(version),
    alias: version.alias ?? "",
    link: (inside: React.ReactNode) => {
      const address = documentsOf(about);
      return address ? (
        <Link className="link" href={address}>
          {inside}
        </Link>
      ) : (
        <>{inside}</>
      );
    },
  };
  const told =
    version.because === "in_use"
      ? say.rich("From <link>version {version}</link>, in use as {alias}.", values)
      : version.because === "approved"
        ? say.rich("From <link>version {version}</link>, the newest that is approved; none is in use.", values)
        : version.because === "named"
          ? say.rich("From <link>version {version}</link>, which the alias {alias} names.", values)
          : say.rich("From <link>version {version}</link>, the newest.", values);
  return (
    <>
      {told}{" "}
      {approval === null
        ? say("Nobody has approved it.")
        : approval.state === "valid"
          ? say.rich("It is approved for {environment} until {until}.", {
              environment: environmentInside(say, approval.environment),
              until: <Moment iso={approval.validUntil} withTime={false} />,
            })
          : say("Its approval is {state}.", { state: say.term(approval.state) })}
    </>
  );
}

function Part({ title, part, about }: { title: string; part: CardPart | null; about: ModelAbout }) {
  const say = useSay();
  const address = documentsOf(about);
  return (
    <div className="max-w-[68ch] text-[14px]">
      <h3 className="font-[650]">{title}</h3>
      {part === null ? (
        <p className="mt-1 text-muted">{say("The card says nothing on it.")}</p>
      ) : (
        <ul className="mt-1 grid gap-1">
          {part.blocks.map(({ kind, text }, i) => (
            <li key={`${i} ${text}`} className={`wrap-anywhere ${kind === "item" ? "ml-4 list-disc" : ""}`}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {part?.more && (
        <p className="mt-1 text-muted">
          {address ? (
            <Link className="link" href={address}>
              {say("The card says more")}
            </Link>
          ) : (
            say("The card says more")
          )}
        </p>
      )}
    </div>
  );
}
