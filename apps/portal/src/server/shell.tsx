import { overseers, type PersonView, practisingRoles } from "@countersign/domain";
import { Hatched, HatchedWord, Icon, type IconName, Moment, Rosette } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { jobsOf } from "@countersign/usecases";
import { msg } from "@countersign/words";
import Link from "next/link";
import { Keys } from "../client/keys.tsx";
import { Changed, Live, SignedTo } from "../client/live.tsx";
import { Palette } from "../client/palette.tsx";
import { SignOut } from "../client/sign-out.tsx";
import { Tray } from "../client/tray.tsx";
import { ThemeSwitch } from "../client/theme-switch.tsx";
import { api, requestEnd } from "./caller.ts";
import { deps } from "./deps.ts";
import { hasSamples } from "./samples.ts";

interface ShellProps {
  current: "inbox" | "models" | "audit" | "review" | "policies" | "people" | "me" | "help" | "practice";
  you: PersonView;
  roles: string[];
  turns?: number;
  /** What stands beside the sheet and stays in sight: the sign-off, a peek. */
  panel?: React.ReactNode;
  /** A panel that repeats the sheet: left out where there is no room beside it, instead of standing under it. */
  besideOnly?: boolean;
  /** The streams whose changes the page tells of, and in which words. */
  changes?: { of: string[] | "all"; says: string };
  children: React.ReactNode;
}

/** Pages that the palette leads to beside those of the rail. */
const more = [
  { href: "/me", word: msg("You: sessions and roles") },
  { href: "/audit/sample", word: msg("Sample decisions") },
  { href: "/help", word: msg("Help: words, roles, keys") },
  { href: "#jobs", word: msg("Jobs: what is being made for you") },
];

const holds = (held: string[], any: readonly string[]): boolean => held.some((role) => any.includes(role));

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word, i, all) => (i === 0 || i === all.length - 1 ? [Array.from(word)[0] ?? ""] : []))
    .join("");

/** The frame of signed-in pages: bar above, rail on the left and at the bottom on a telephone, a white sheet, a panel beside it. */
export async function Shell({ current, you, roles, turns, panel, besideOnly, changes, children }: ShellProps) {
  const { signed, lastEvent, at } = await requestEnd();
  const say = await requestSay();
  const { database } = await deps();
  const sampled = (await hasSamples()) ? (await (await api("/inbox")).me({})).workspaces.join(", ") : null;
  const items: { href: string; key: string; icon: IconName; word: string; count?: number | undefined }[] = [
    { href: "/inbox", key: "inbox", icon: "inbox", word: say("Inbox"), count: turns },
    { href: "/models", key: "models", icon: "models", word: say("Models") },
    { href: "/audit", key: "audit", icon: "trail", word: say("Audit trail") },
    { href: "/policies", key: "policies", icon: "policy", word: say("Policies") },
    ...(holds(roles, overseers)
      ? [{ href: "/people", key: "people", icon: "people" as const, word: say("People") }]
      : []),
    { href: "/verify", key: "verify", icon: "verify", word: say("Verify") },
  ];
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-2">
        {say("Skip to content")}
      </a>
      <header className="sticky top-0 z-10 flex h-[52px] print:hidden items-center gap-3 border-b border-hair bg-canvas pr-4 max-sm:gap-0 max-sm:pr-3">
        <Link
          href="/inbox"
          className="flex h-full min-w-0 items-center gap-2.5 border-hair pl-5 font-serif text-[17px] font-[600] max-md:pl-4 max-sm:gap-1.5 max-sm:pl-3 md:w-[208px] md:shrink-0 md:border-r"
        >
          <Rosette /> <span className="truncate">Countersign</span>
        </Link>
        <Palette
          places={[
            ...items.map(({ href, word }) => ({ href, word })),
            ...(holds(roles, practisingRoles) ? [{ href: "/practice", word: say("Practise a decision") }] : []),
            ...more.map(({ href, word }) => ({ href, word: say(word) })),
          ]}
        />
        <span className="grow" />
        {sampled !== null && (
          <p className="flex min-w-0 items-center gap-2 max-xl:hidden">
            <HatchedWord>{say("Sample data")}</HatchedWord>
            <span className="truncate text-[14px] text-ink-2">{sampled}</span>
          </p>
        )}
        <Tray jobs={await jobsOf(database, you.id, say)} />
        <ThemeSwitch />
        <Link
          href="/me"
          aria-current={current === "me" ? "page" : undefined}
          className="flex min-h-8 min-w-0 items-center gap-3 leading-tight hover:underline max-sm:mr-2 max-sm:min-h-11 max-sm:shrink-0"
        >
          <span
            aria-hidden="true"
            className="grid size-7 shrink-0 place-items-center rounded-full border border-control bg-surface text-[11px] font-[600] text-ink-2"
          >
            {initials(you.name)}
          </span>
          <span className="min-w-0 max-sm:sr-only">
            <span className="block truncate text-[14px]">{you.name}</span>
            <span className="block truncate text-[12px] text-muted">
              {roles.map((role) => say.term(role)).join(", ")}
            </span>
          </span>
        </Link>
        <SignOut />
      </header>
      <div
        className={`print:block! md:grid md:min-h-[calc(100dvh-52px)] md:grid-rows-[1fr_auto] ${panel ? "md:grid-cols-[208px_minmax(0,1fr)] xl:grid-cols-[208px_minmax(0,1fr)_348px]" : "md:grid-cols-[208px_minmax(0,1fr)]"}`}
      >
        <div className="border-hair print:hidden md:row-span-2 md:border-r">
          <div className="flex flex-col md:sticky md:top-[52px] md:h-[calc(100dvh-52px)] md:py-4">
            <nav
              aria-label={say("Main")}
              className="md:flex md:grow md:flex-col max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:border-t max-md:border-hair max-md:bg-canvas"
            >
              <ul className="flex md:flex-col">
                {items.map((item) => (
                  <li key={item.key} className="max-md:min-w-0 max-md:flex-auto">
                    <Link
                      href={item.href}
                      aria-current={current === item.key ? "page" : undefined}
                      className="relative flex items-center gap-2.5 border-y border-l-[3px] border-transparent px-4 text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:border-y-hair aria-[current]:border-l-accent aria-[current]:bg-surface aria-[current]:font-[650] aria-[current]:text-ink max-md:min-h-11 max-md:flex-col max-md:justify-center max-md:gap-0 max-md:overflow-hidden max-md:border-y-0 max-md:border-l-0 max-md:px-1 max-md:text-[12px] max-md:whitespace-nowrap md:min-h-[34px] [&[aria-current]>svg]:text-accent"
                    >
                      <Icon name={item.icon} className="size-[18px]" />
                      {item.word}
                      {item.count ? (
                        <span className="ml-auto font-[650] text-accent max-md:absolute max-md:top-0.5 max-md:left-[calc(50%+12px)]">
                          {item.count}
                          <span className="sr-only"> {say("waiting for you")}</span>
                        </span>
                      ) : null}
                    </Link>
                  </li>
                ))}
              </ul>
              {signed > 0 && (
                <p className="mt-auto border-t-[3px] border-double border-hair px-5 pt-3 text-[12px] text-muted max-md:hidden">
                  {say("Audit trail")}
                  <span className="block font-mono text-[13px] font-[500] text-ink">
                    <SignedTo signed={signed} />
                  </span>
                  {say("signed by the notary")}
                </p>
              )}
            </nav>
          </div>
        </div>
        <main
          id="content"
          className={`min-w-0 bg-surface ${panel ? "border-hair xl:border-r" : ""} ${panel && !besideOnly ? "" : "max-md:pb-20"}`}
        >
          {sampled !== null && (
            <div className="xl:hidden print:block">
              <Hatched>
                <b className="font-[650]">{say("Sample data")}</b> {sampled}
              </Hatched>
            </div>
          )}
          {children}
          <p className="mx-auto hidden max-w-[1080px] border-t border-rule px-4 py-2 text-[13px] text-muted md:px-7 print:block">
            {say.rich(
              "As {person} saw it, {moment}. What is signed stands in the evidence bundle, which anyone can verify.",
              {
                person: you.name,
                moment: <Moment iso={at} />,
              },
            )}
          </p>
        </main>
        {panel && (
          <aside
            className={`min-w-0 p-5 ${besideOnly ? "max-xl:hidden" : "max-xl:border-t max-xl:border-hair max-md:pb-24"}`}
          >
            <div className="xl:sticky xl:top-[72px] xl:max-h-[calc(100dvh-92px)] xl:overflow-y-auto">{panel}</div>
          </aside>
        )}
      </div>
      {changes && <Changed {...changes} lastEvent={lastEvent} />}
      <Live you={you.id} lastEvent={lastEvent} />
      <Keys />
    </>
  );
}
