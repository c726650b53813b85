import { shown, utf8 } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { isRecord, parseJson, records } from "./json.ts";
import { scanKerasConfig } from "./keras.ts";
import { scanMlmodel } from "./mlmodel-code.ts";
import { templateFault } from "./template.ts";

const code = /\.(py|pyw|pyi|pyx|pth|sh|bash|zsh|bat|cmd|ps1|js|mjs|cjs|ts|rb|pl|lua|r|jl|java|php|ipynb|toml\.py)$/i;
const largestJson = 64_000_000;

/** Text without control characters, or null. */
export function plainText(bytes: Uint8Array): string | null {
  if (bytes.length > 400_000_000 || bytes.includes(0)) return null;
  const text = utf8(bytes);
  // eslint-disable-next-line no-control-regex -- those characters are what is looked for
  return text === null || /[\u0001-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? null : text;
}

function scanJson(scan: Scan, item: Item, text: string): void {
  const json = text.length > largestJson ? undefined : parseJson(text, { duplicates: "accept" });
  if (json === undefined) return;
  if (text.includes('"class_name"')) scanKerasConfig(scan, item, json);
  if (!text.includes("chat_template")) return;
  for (const node of records(json)) {
    for (const [key, value] of Object.entries(node)) {
      if (!key.includes("chat_template")) continue;
      const templates =
        typeof value === "string"
          ? [value]
          : Array.isArray(value)
            ? value.map((v: unknown) => (isRecord(v) ? v["template"] : null))
            : [];
      for (const t of templates) if (typeof t === "string") scanTemplate(scan, item, t);
    }
  }
}

function scanTemplate(scan: Scan, item: Item, template: string): void {
  const does = templateFault(template);
  if (does) report(scan, "template.unsafe", item.where, `${item.where} has a chat template that ${does}.`);
}

/** Text holds no code by itself, unless something is meant to run it: scripts, YAML that names Python objects, templates, XML entities. */
export function scanText(scan: Scan, item: Item, text: string): string {
  const { name, where } = item;
  if (code.test(name) || text.startsWith("#!")) {
    report(
      scan,
      "text.code",
      where,
      `${where} is source code, which runs where it is imported or started; it is not scanned.`,
    );
    return "source code";
  }
  if (/^\s*<(\?xml|!DOCTYPE)/i.test(text) && /<!(DOCTYPE|ENTITY)/i.test(text))
    report(scan, "text.xml_entities", where, `${where} declares XML entities, which can reach other files.`);
  if (!/\.(md|txt|rst)$/i.test(name) && /!!python\/|!python\/|tag:yaml\.org,2002:python/.test(text))
    report(scan, "text.python_tag", where, `${where} has a YAML tag that makes Python objects when it is loaded.`);
  if (/\.jinja2?$/i.test(name)) scanTemplate(scan, item, text);
  const first = /^\s*([{[])/.exec(text)?.[1];
  if (first) scanJson(scan, item, text);
  if (/(^|\/)MLmodel$/.test(name)) scanMlmodel(scan, item, text);
  else if (/\.ya?ml$/i.test(name) && text.includes("chat_template"))
    report(
      scan,
      "template.unsafe",
      where,
      `${where} has a chat template in ${shown(name)}, which is not looked into in YAML.`,
    );
  return first ? "JSON" : "text";
}
