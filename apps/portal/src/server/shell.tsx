import type { InboxView } from "@countersign/domain";
import { Icon, type IconName, Rosette } from "@countersign/ui";
import Link from "next/link";
import { SignOut } from "../client/sign-out.tsx";

interface ShellProps {
  current: "inbox" | "audit" | "review";
  you: InboxView["you"];
  roles: string[];
  turns?: number;
  trail?: { total: number } | null;
  children: React.ReactNode;
}

/** The frame of signed-in pages: rail on the left, bar at the bottom on a telephone. */
export function Shell({ current, you, roles, turns, trail, children }: ShellProps) {
  const items: { href: string; key: string; icon: IconName; word: string; count?: number | undefined }[] = [
    { href: "/inbox", key: "inbox", icon: "inbox", word: "Inbox", count: turns },
    { href: "/audit", key: "audit", icon: "trail", word: "Audit trail" },
    { href: "/verify", key: "verify", icon: "verify", word: "Verify" },
  ];
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[208px_minmax(0,1fr)]">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-surface focus:p-2">
        Skip to content
      </a>
      <header className="flex flex-col border-hair max-md:border-b md:sticky md:top-0 md:h-dvh md:border-r">
        <div className="flex items-center gap-2.5 px-5 py-3.5 font-serif text-[19px] font-[600]">
          <Rosette /> Countersign
        </div>
        <nav
          aria-label="Main"
          className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:border-t max-md:border-hair max-md:bg-canvas"
        >
          <ul className="flex md:flex-col">
            {items.map((item) => (
              <li key={item.key} className="max-md:flex-1">
                <Link
                  href={item.href}
                  aria-current={current === item.key ? "page" : undefined}
                  className="flex min-h-11 items-center gap-3 border-l-[3px] border-transparent px-5 py-1.5 text-ink-2 aria-[current]:border-accent aria-[current]:bg-surface aria-[current]:font-[650] aria-[current]:text-ink max-md:flex-col max-md:gap-0 max-md:border-l-0 max-md:px-1 max-md:text-[13px]"
                >
                  <Icon name={item.icon} className="size-[18px]" />
                  {item.word}
                  {item.count ? <span className="ml-auto font-[650] text-accent max-md:ml-0">{item.count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mt-auto border-t border-hair px-5 py-3 text-[13px] max-md:hidden">
          {trail && (
            <p className="mb-2 text-muted">
              Audit trail
              <br />
              <span className="font-mono font-[600] text-ink">#{trail.total.toLocaleString("en")}</span>
            </p>
          )}
          <p className="font-[600]">{you.name}</p>
          <p className="text-muted">{roles.map((role) => role.replaceAll("_", " ")).join(", ")}</p>
          <SignOut />
        </div>
      </header>
      <main id="content" className="min-w-0 bg-surface max-md:pb-20">
        {children}
      </main>
    </div>
  );
}
