import type { Say } from "@countersign/words";
import type { Changed } from "./views/review.ts";

/** `2 metrics, 1 check`: what is another than at somebody's last review. Null where nothing is. */
export function changedWords(say: Say, { metrics, checks, data, documents, base }: Changed): string | null {
  const parts = [
    metrics > 0 && say("{n, plural, one {# metric} other {# metrics}}", { n: metrics }),
    checks > 0 && say("{n, plural, one {# check} other {# checks}}", { n: checks }),
    data > 0 && say("{n, plural, one {# data set} other {# data sets}}", { n: data }),
    documents > 0 && say("{n, plural, one {# document} other {# documents}}", { n: documents }),
    base && say("the version that it is compared with"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}
