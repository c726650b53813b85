import { english, type Say } from "@countersign/words";
import { isMap, isNode, LineCounter, parseDocument, stringify } from "yaml";

/** A YAML text as a value, with the line in which a place of it stands; or what keeps it from being read. */
export type YamlRead =
  | {
      ok: true;
      value: unknown;
      /** Line of a place; of what it would stand in where it is not there; null for the file as a whole. */
      lineOf(place: readonly (string | number)[]): number | null;
    }
  | { ok: false; line: number | null; text: string };

/** Reads YAML 1.2. Aliases are refused: a file of a few lines could stand for gigabytes. */
export function readYaml(source: string, say: Say = english): YamlRead {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken)
    return {
      ok: false,
      line: lines.linePos(broken.pos[0]).line,
      text: say("is not YAML: {why}", { why: broken.message }),
    };
  const lineOf = (place: readonly (string | number)[]): number | null => {
    for (let depth = place.length; depth > 0; depth--) {
      const parent = document.getIn(place.slice(0, depth - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isNode(key) && String(key) === String(place[depth - 1]))
        : undefined;
      const node = pair ? pair.key : document.getIn(place.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as unknown, lineOf };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      line: null,
      text: say("is not YAML that is read here: {why}. Write values out, without aliases.", { why }),
    };
  }
}

/** A plain value as YAML, as a person edits it. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 120 });
