import { LineCounter, parseDocument } from "yaml";

const longest = 4_000_000;

/** YAML with the core schema, no tags of its own, few aliases, no duplicate keys. Undefined where it is not such a text. */
export function parseYaml(text: string): unknown {
  if (text.length > longest) return undefined;
  try {
    const document = parseDocument(text, {
      schema: "core",
      uniqueKeys: true,
      lineCounter: new LineCounter(),
      strict: true,
    });
    if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}
