import { countModels, logHead, rows } from "@countersign/db";
import type { SearchResult, SearchResults } from "@countersign/domain";
import { z } from "zod";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { lineText } from "../kernel/texts.ts";
import { versionOf } from "../models/resolve.ts";
import { People } from "../people/names.ts";
import { acts } from "./acts.ts";
import { each, isAmong, modelsNamed, narrowedTo, policiesNamed, words } from "./named.ts";

/** What a few typed words could mean: an act (`suspend credit-pd`), models, `MODEL/VERSION` or `MODEL 3`, policies, people, `#48211`, an id, a digest. */
export const search = defineQuery({
  name: "search.find",
  input: z.strictObject({ q: lineText(200) }),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask, _seen, { q }): Promise<SearchResults> {
    const text = q.trim();
    if (text === "") return { results: [] };
    const exact = [...(await byId(ask, text)), ...(await byDigest(ask, text)), ...(await entry(ask, text))];
    if (exact.length > 0) return { results: exact };
    return {
      results: [
        ...(await acts(ask, text)),
        ...(await versions(ask, text)),
        ...(await models(ask, text)),
        // A token for some models sees nothing but those.
        ...(ask.known.models ? [] : [...(await policies(ask, text)), ...(await people(ask, text))]),
      ],
    };
  },
});

async function models(ask: Ask, text: string): Promise<SearchResult[]> {
  const { say } = ask;
  const asked = words(text);
  const found = (await modelsNamed(ask, asked)).map(({ key, title, state, tier }): SearchResult => ({
    kind: "model",
    title,
    note: [key, say.term(state), tier === null ? say("not tiered") : say("tier {n}", { n: tier.slice(1) })].join(", "),
    href: `/models/${key}`,
  }));
  const all = found.length < each ? found.length : await countModels(ask.reader, narrowedTo(ask, asked));
  if (all === found.length) return found;
  const title = say("All {n} models with “{text}”", { n: say.count(all), text });
  return [...found, { kind: "model", title, note: say("list"), href: `/models?q=${encodeURIComponent(text)}` }];
}

/** `credit-pd/1.1`, `credit pd 2` or `credit-pd@champion`: the last part names a version of what the others name. */
async function versions(ask: Ask, text: string): Promise<SearchResult[]> {
  const { say } = ask;
  const [, named = "", version = ""] = /^(.+?)(?:\s*\/\s*|\s+|(?=@))(\S+)$/.exec(text) ?? [];
  if (named === "") return [];
  const found: SearchResult[] = [];
  for (const model of await modelsNamed(ask, words(named))) {
    const of = await versionOf(ask.reader, model.id, version);
    if (!of) continue;
    found.push({
      kind: "version",
      title: say("{model}, version {version}", {
        model: model.title,
        version: `${of.number}${of.label ? ` · ${of.label}` : ""}`,
      }),
      note: `${model.key}/${of.number}, ${say.term(of.state)}`,
      href: `/models/${model.key}/versions/${of.number}`,
    });
  }
  return found;
}

async function policies(ask: Ask, text: string): Promise<SearchResult[]> {
  const found = await policiesNamed(ask, words(text));
  return found.map(({ key }) => ({ kind: "policy", title: key, note: ask.say("policy"), href: `/policies/${key}` }));
}

/** People who hold or held a role where the reader holds one: of others nobody learns that they are there. */
async function people({ reader, known, say }: Ask, text: string): Promise<SearchResult[]> {
  const asked = words(text);
  const grants = await rows(reader, "role_grant", { workspace_id: known.workspaces });
  const ids = [...new Set(grants.map(({ person_id }) => person_id))];
  const all = await rows(reader, "person", { id: ids }, { order: "created_at" });
  const named = await People.load(reader, ids, say);
  return all
    .flatMap(({ id, state }) => {
      const { name } = named.get(id);
      if (!isAmong(asked, name)) return [];
      const did = say("what they did");
      const note = state === "active" ? did : `${did}, ${say.term(state)}`;
      return [{ kind: "person" as const, title: name, note, href: `/audit?person=${id}` }];
    })
    .slice(0, each);
}

/** An id as the record has it: `rev_…`, `ver_…`, `mdl_…`. */
async function byId(ask: Ask, text: string): Promise<SearchResult[]> {
  const { reader, known, say } = ask;
  const seen = async (modelId: string) => {
    const [model] = await rows(reader, "model", { id: modelId, workspace_id: known.workspaces });
    return model && (known.models?.includes(model.key) ?? true) ? model : null;
  };
  const [review] = text.startsWith("rev_") ? await rows(reader, "review", { id: text }) : [];
  const reviewed = review ? await seen(review.model_id) : null;
  if (review && reviewed) {
    const note = say("review, {state}", { state: say.term(review.state) });
    return [{ kind: "review", title: reviewed.title, note, href: `/reviews/${text}` }];
  }
  const [version] = text.startsWith("ver_") ? await rows(reader, "version", { id: text }) : [];
  const model = await seen(version?.model_id ?? text);
  if (!model) return [];
  const href = version ? `/models/${model.key}/versions/${version.number}` : `/models/${model.key}`;
  return [
    version
      ? {
          kind: "version",
          title: say("{model}, version {version}", { model: model.title, version: version.number }),
          note: `${model.key}, ${say.term(version.state)}`,
          href,
        }
      : { kind: "model", title: model.title, note: model.key, href },
  ];
}

/** Versions with exactly these bytes, by the digest of the whole or of a part. */
async function byDigest(ask: Ask, text: string): Promise<SearchResult[]> {
  if (!/^[0-9a-f]{64}$/.test(text)) return [];
  const { reader } = ask;
  const parts = [
    ...(await rows(reader, "version_part", { identity: text }, { limit: each })),
    ...(await rows(reader, "version_part", { file_sha256: text }, { limit: each })),
    ...(await rows(reader, "version_file", { sha256: text }, { limit: each })),
  ];
  const whole = await rows(reader, "version", { identity: text }, { limit: each });
  const ids = [...new Set([...whole.map(({ id }) => id), ...parts.map(({ version_id }) => version_id)])].slice(0, each);
  const found: SearchResult[] = [];
  for (const id of ids) found.push(...(await byId(ask, id)));
  return found;
}

/** `#48211`, or digits alone: an entry of the trail that there is. Reading it is an event; finding its address is not. */
async function entry({ reader, say }: Ask, text: string): Promise<SearchResult[]> {
  const [, digits] = /^#\s?(\d{1,12})$/.exec(text.replaceAll(/[,.]/g, "")) ?? [];
  if (digits === undefined || Number(digits) >= (await logHead(reader)).size) return [];
  const title = `#${say.count(Number(digits))}`;
  return [{ kind: "entry", title, note: say("entry of the audit trail"), href: `/audit/${Number(digits)}` }];
}
