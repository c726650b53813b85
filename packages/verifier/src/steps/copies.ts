import { jcsBytes, sameBytes, utf8 } from "@countersign/canonical";
import {
  type BundleManifest,
  decisionDocument,
  type DecisionDocument,
  decisionHtml,
  layout,
  type Leaf,
  type State,
  type Text,
} from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import type { Bundle } from "./container.ts";

/** V19. The readable copies, written again from the records: every byte is the same. Answers the document as the records give it. */
export function copiesTrue(
  { members }: Bundle,
  manifest: BundleManifest,
  leaves: readonly Leaf[],
  state: State,
  text: Text,
  ledger: Ledger,
): DecisionDocument | null {
  ledger.begin("V19");
  const document = decisionDocument(state, leaves, manifest.scope.version, manifest.size, text);
  if (!document)
    return ledger.add("decision_json_differs", layout.decisionJson, phrase("the records tell no such version"));
  const same = (path: string, bytes: Uint8Array): boolean => sameBytes(members.get(path) ?? new Uint8Array(), bytes);
  if (!same(layout.decisionJson, jcsBytes(document))) ledger.add("decision_json_differs", layout.decisionJson);
  if (!same(layout.decisionHtml, utf8(decisionHtml(document))))
    ledger.add("decision_html_differs", layout.decisionHtml);
  return document;
}
