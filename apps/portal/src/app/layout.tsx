import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-mono/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "./globals.css";
import { requestSay } from "@countersign/ui/request-say";
import { Speaking } from "@countersign/ui/say";
import { forBrowser } from "@countersign/words/de/browser";
import type { Metadata, Viewport } from "next";
import { lookOf } from "../server/look.ts";
import { faces } from "./faces.ts";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return {
    title: { default: "Countersign", template: "%s · Countersign" },
    description: say("Where machine-learning models get approved"),
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };
// Every page carries a nonce of its own, so none can be made beforehand.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const look = await lookOf();
  const { language, zone } = await requestSay();
  return (
    <html lang={language} className={faces} data-theme={look("theme")} data-density={look("density")}>
      <body>
        <Speaking language={language} zone={zone} catalogue={language === "de" ? forBrowser : null}>
          {children}
        </Speaking>
      </body>
    </html>
  );
}
