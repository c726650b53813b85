"use client";

import type { Allowed, ReviewView } from "@countersign/domain";
import { buttonClass, Due, Icon, type IconName, panelClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import { useState } from "react";
import { Asked } from "./asked.tsx";
import { promotionWords } from "../review/approval.ts";
import { blockWords, changesWords, needWords, standing } from "../review/standing.ts";
import { Key, useKey, useKeys } from "./keymap.tsx";
import { NextWaiting } from "./next-waiting.tsx";
import { Receipt } from "./receipt.tsx";
import { type SignAct, SignDialog } from "./sign-dialog.tsx";
import { Ended, Signed, WaitingFor } from "./signed.tsx";

const buttons: { act: SignAct; word: string; kind: "primary" | "plain" | "danger"; key: string }[] = [
  { act: "recommend", word: msg("Recommend and sign…"), kind: "primary", key: "a" },
  { act: "approve_with_conditions", word: msg("Approve with conditions…"), kind: "primary", key: "c" },
  { act: "approve", word: msg("Approve and sign…"), kind: "primary", key: "a" },
  { act: "request_changes", word: msg("Request changes…"), kind: "plain", key: "r" },
  { act: "reject", word: msg("Reject…"), kind: "danger", key: "x" },
];
const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());
const buttonId = (act: SignAct): string => `act-${act}`;

const sectionWords: Record<string, string> = {
  checks: msg("Checks"),
  changes: msg("Compared"),
  data: msg("Data and lineage"),
  documents: msg("Documents"),
};

/** What waits in a section, in two or three words. */
function contentOf(say: Say, view: ReviewView, section: string): string {
  if (section === "checks") {
    const { blocking, needing } = standing(view);
    if (blocking > 0) return blockWords(say, blocking);
    return needing > 0 ? needWords(say, needing) : say("nothing blocks");
  }
  if (section === "changes") return view.base ? changesWords(say, view) : say("first");
  if (section === "data") return say("{n} files", { n: view.data.length });
  return view.missingDocuments.length > 0
    ? say("{n} missing", { n: view.missingDocuments.length })
    : say("{n} files", { n: view.documents.length });
}

/** The sign-off: what is missing, as links; what you may do, and why not. */
export function SignPanel({
  view,
  covered,
  next = null,
  missing,
  certificate,
}: {
  view: ReviewView;
  /** Which check each condition answers, in words, for whoever signs. */
  covered: readonly string[];
  /** What else waits for who has signed. */
  next?: React.ComponentProps<typeof NextWaiting>["next"] | null;
  missing: React.ReactNode;
  certificate: React.ReactNode;
}) {
  const say = useSay();
  const [signing, setSigning] = useState<SignAct | null>(null);
  const [justSigned, setJustSigned] = useState(false);
  const { you, sections } = view;
  // The panel's days are those of the page: both are made from the moment the page was asked for.
  const now = Date.parse(view.at);
  const read = sections.filter((section) => section.reviewedByYou).length;
  const unread = sections.filter((section) => !section.reviewedByYou);
  const offered = buttons.filter(({ act }) =>
    act === "request_changes"
      ? you.signOff !== null
      : (act === "recommend" ? "recommend" : "approve") === you.signOff?.act,
  );
  const signed = you.signature?.state === "valid";
  const promotion = promotionWords(say, view);
  // Where conditions alone are missing, the way on is to propose them.
  const { blocking, needing } = standing(view);
  const proposes = blocking === 0 && needing > 0 && you.actions.propose_conditions.allowed;
  const ended = ["approved", "approved_with_conditions", "rejected", "withdrawn"].includes(view.state);
  const may = (act: SignAct): Allowed => mayNow(say, view, act, unread.length);
  // A key whose act is closed goes to its button, where the reason stands.
  useKeys(
    Object.fromEntries(
      (signed || ended ? [] : offered).map(({ act, key }) => [
        key,
        () => (may(act).allowed ? setSigning(act) : document.getElementById(buttonId(act))?.focus()),
      ]),
    ),
  );
  const receipt = signed && you.signature && (
    <>
      <Receipt view={view} signature={you.signature} arrives={justSigned} />
      {next && <NextWaiting next={next} />}
    </>
  );
  return (
    <section
      id="sign-off"
      aria-label={say("Your sign-off")}
      className={`${panelClass} ${ended || signed ? "border-t-[5px]! [border-top-style:double]" : ""}`}
    >
      <h2 className="font-serif text-[18px] leading-snug font-[600]">{say("Your sign-off")}</h2>
      {ended ? (
        <Ended view={view} certificate={certificate} receipt={receipt} />
      ) : signed ? (
        <Signed view={view} missing={missing} receipt={receipt} />
      ) : you.signOff ? (
        <>
          <p className="text-ink-2">
            {say.rich("{role} ({n} of {total}). Due {day}", {
              role: capital(say.term(you.signOff.role)),
              n: you.signOff.ordinal,
              total: you.signOff.count,
              day: <Due iso={view.dueAt} now={now} />,
            })}
          </p>
          {view.round.state === "sealed" && (
            <div className="mt-3 border-t border-hair pt-3">
              <p className="flex justify-between">
                <span>{say("Evidence reviewed")}</span>
                <strong className="font-[650]">{say("{n} of {total}", { n: read, total: sections.length })}</strong>
              </p>
              <progress
                className="my-1 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
                value={read}
                max={sections.length}
                aria-label={say("Evidence reviewed")}
              />
              <ol>
                {sections.map((section, i) => (
                  <li key={section.section} className="flex items-center gap-2 py-0.5">
                    <Icon
                      name={section.reviewedByYou ? "check" : "open"}
                      className={`size-4 ${section.reviewedByYou ? "text-ok" : "text-muted"}`}
                    />
                    <a href={`#${section.section}`} className="min-h-6 hover:underline">
                      {i + 1} {say(sectionWords[section.section] ?? section.section)}
                    </a>
                    <span className="ml-auto text-right text-[13px] text-muted">
                      <span className="sr-only">{say(section.reviewedByYou ? "reviewed" : "not reviewed")} </span>
                      {section.changedSinceYourMark ? say("changed") : contentOf(say, view, section.section)}
                    </span>
                  </li>
                ))}
              </ol>
              {unread.length > 0 && (
                <p className="mt-1 text-[13px] text-muted">
                  {say(
                    you.signOff.act === "recommend"
                      ? "Recommending takes “I have reviewed this” at each of them; requesting changes does not."
                      : "Approving takes “I have reviewed this” at each of them; requesting changes or rejecting does not.",
                  )}
                </p>
              )}
            </div>
          )}
          <ul className="mt-3 grid gap-1.5 border-t border-hair pt-3">
            {you.conflict ? (
              <Line icon="cross" tone="text-fail">
                {say("Conflict: {why} You may not decide on it.", { why: you.conflict })}
              </Line>
            ) : (
              <Line icon="check" tone="text-ok">
                {say("No conflict: you did not train, commit or submit this version.")}
              </Line>
            )}
          </ul>
          <div className="mt-3 grid gap-2">
            {offered.map((button) => (
              <Act
                key={button.act}
                button={button}
                may={may(button.act)}
                proposes={proposes && button.act === you.signOff?.act}
                onSign={() => setSigning(button.act)}
              />
            ))}
          </div>
          {you.signOff.act === "recommend" && (
            <p className="mt-2 text-[13px] text-muted">{say("Rejecting is for whoever approves.")}</p>
          )}
          {promotion && <p className="mt-2 text-[13px] text-muted">{promotion}</p>}
          {missing}
        </>
      ) : (
        <>
          <p className="mt-1">{say("This review asks for no signature of yours.")}</p>
          <WaitingFor view={view} />
          {missing}
        </>
      )}
      {!ended && <WhoSigns view={view} />}
      {signing && (
        <SignDialog
          view={view}
          act={signing}
          covered={covered}
          onSigned={() => setJustSigned(true)}
          onClose={() => setSigning(null)}
        />
      )}
    </section>
  );
}

/** Whom the missing signatures are asked of, and the acts on it for whoever has any. */
function WhoSigns({ view }: { view: ReviewView }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const asked = view.assignments.filter(({ state }) => state === "asked");
  const names = asked.map(({ person }) => (person.id === view.you.person.id ? say("you") : person.name));
  const says =
    names.length === 0 ? say("Anyone with the role may sign") : say("Asked: {names}", { names: names.join(", ") });
  return (
    <div className="mt-4 border-t border-hair pt-3">
      {view.you.actions.assign.allowed ? (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="text-accent underline underline-offset-2">{says}</summary>
          <div className="mt-3">{open && <Asked reviewId={view.id} />}</div>
        </details>
      ) : (
        <p className="text-ink-2">{says}.</p>
      )}
    </div>
  );
}

/** Unread sections close recommending and approving; dissent needs no reading to the end. */
function mayNow(say: Say, view: ReviewView, act: SignAct, unread: number): Allowed {
  const may = view.you.actions[act];
  const reads = act !== "reject" && act !== "request_changes";
  return may.allowed && reads && unread > 0
    ? {
        allowed: false,
        why: say("{n, plural, one {# section is} other {# sections are}} not reviewed yet.", { n: unread }),
      }
    : may;
}

function Act({
  button: { act, word, kind, key },
  may,
  proposes,
  onSign,
}: {
  button: (typeof buttons)[number];
  may: Allowed;
  proposes: boolean;
  onSign: () => void;
}) {
  const say = useSay();
  const shortcut = useKey(key);
  const id = buttonId(act);
  return (
    <div>
      <button
        id={id}
        type="button"
        aria-disabled={!may.allowed}
        aria-describedby={may.allowed ? undefined : `${id}-why`}
        aria-keyshortcuts={shortcut}
        className={`w-full justify-between! ${buttonClass(kind, !may.allowed)}`}
        onClick={() => may.allowed && onSign()}
      >
        {say(word)}
        <Key of={key} button className="max-md:hidden" />
      </button>
      {!may.allowed && (
        <p id={`${id}-why`} className="mt-0.5 text-[13px] text-muted">
          {may.why}{" "}
          {proposes && (
            <a className="link" href="#propose">
              {say("Propose conditions")}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

function Line({ icon, tone, children }: { icon: IconName; tone: string; children: React.ReactNode }) {
  return (
    <li className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 size-4 ${tone}`} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
