import { countModels, rows, streamsOfModels } from "@countersign/db";
import type { TrailOf } from "@countersign/domain";
import type { Ask } from "../kernel/query.ts";
import { versionOf } from "../models/resolve.ts";
import { modelsNamed, narrowedTo, words } from "../search/named.ts";
import { streamNames } from "./names.ts";

interface About {
  streams: string[];
  /** What was meant, for the page to say. */
  of: TrailOf;
}

/**
 * What somebody narrows the trail to: a stream as the record names it, `MODEL/VERSION`, a policy by its key, or a model by its key,
 * its title or words of them. A model brings its versions, their reviews, approvals and exports. What they may not see has no name.
 */
export async function about(ask: Ask, text: string): Promise<About> {
  const { reader, known } = ask;
  if (/^[a-z_]+:\S+$/.test(text)) {
    const name = (await streamNames(ask, [text]))[text];
    return { streams: [text], of: { named: name ? [name] : [], more: 0 } };
  }
  const mine = { workspace_id: known.workspaces };
  const model = async (key: string) =>
    (await rows(reader, "model", { key, ...mine })).filter((one) => known.models?.includes(one.key) ?? true);
  const [, key = "", version = ""] = /^([^/@\s]+)(?:\/|(?=@))(\S+)$/.exec(text) ?? [];
  for (const { id } of key === "" ? [] : await model(key)) {
    const of = await versionOf(reader, id, version);
    if (of) return told(ask, await streamsOfModels(reader, [id], of.id), [`version:${of.id}`]);
  }
  const exact = await model(text);
  const policies = known.models || exact.length > 0 ? [] : await rows(reader, "policy", { key: text, ...mine });
  if (policies.length > 0) {
    const streams = policies.map(({ id }) => `policy:${id}`);
    return told(ask, streams, streams);
  }
  const asked = words(text);
  const found = exact.length > 0 ? exact : await modelsNamed(ask, asked);
  const same = found.filter(({ title }) => title.toLowerCase() === text.toLowerCase());
  const meant = same.length > 0 && exact.length === 0 ? same : found;
  const all = exact.length > 0 || same.length > 0 ? meant.length : await countModels(reader, narrowedTo(ask, asked));
  const ids = meant.map(({ id }) => id);
  return told(
    ask,
    await streamsOfModels(reader, ids),
    ids.map((id) => `model:${id}`),
    all - meant.length,
  );
}

async function told(ask: Ask, streams: string[], named: string[], more = 0): Promise<About> {
  const names = await streamNames(ask, named);
  return { streams, of: { named: named.flatMap((one) => names[one] ?? []), more } };
}
