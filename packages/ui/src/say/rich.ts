import type { Say } from "@countersign/words";
import { createElement, Fragment, type ReactNode } from "react";

type RichValues = Record<string, string | number | ReactNode | ((inside: ReactNode) => ReactNode)>;

/** `Say` for pages: `rich` says a message with elements in it. */
export interface PageSay extends Say {
  rich(message: string, values: RichValues): ReactNode;
}

const together = (parts: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);

export function forPages(say: Say): PageSay {
  const rich = (message: string, values: RichValues): ReactNode =>
    together(
      say.parts<ReactNode>(
        message,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === "function" ? (inside: ReactNode[]) => value(together(inside)) : value,
          ]),
        ),
      ),
    );
  return Object.assign((...said: Parameters<Say>) => say(...said), say, { rich });
}
