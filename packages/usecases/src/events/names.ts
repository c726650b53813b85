import { rows } from "@countersign/db";
import type { StreamName } from "@countersign/domain";
import { defaultWorkspace } from "../kernel/actor.ts";
import { byId } from "../kernel/by-id.ts";
import type { Ask } from "../kernel/query.ts";
import { People } from "../people/names.ts";
import { sightOf } from "./sight.ts";

const referredTo = (all: readonly { version_id: string }[]): string[] => all.map(({ version_id }) => version_id);

/**
 * What streams are of, by name, and where that stands: of what the reader may see, and of nothing else. One question for each kind
 * of thing, however many streams.
 */
export async function streamNames(ask: Ask, streams: readonly string[]): Promise<Record<string, StreamName>> {
  const { reader, known, say } = ask;
  const sight = await sightOf(reader, known);
  const within = { workspace_id: sight.workspaces };
  const places = [...new Set(streams)].map((stream) => {
    const [noun = "", id = ""] = stream.split(":");
    return { stream, noun, id };
  });
  const of = (noun: string): string[] => places.flatMap((place) => (place.noun === noun ? [place.id] : []));
  const reviews = await rows(reader, "review", { id: of("review"), ...within });
  const approvals = await rows(reader, "approval", { id: of("approval"), ...within });
  const exports = await rows(reader, "evidence_export", { id: of("export"), ...within });
  const wanted = [...of("version"), ...referredTo(reviews), ...referredTo(approvals), ...referredTo(exports)];
  const versions = await rows(reader, "version", { id: wanted, ...within });
  const models = await rows(reader, "model", {
    id: [...of("model"), ...versions.map(({ model_id }) => model_id)],
    ...within,
  });
  // A token for some models sees nothing but those.
  const seen = byId(models.filter(({ key }) => known.models?.includes(key) ?? true));
  const environments = byId(
    await rows(reader, "environment", {
      id: [...reviews, ...approvals].map(({ environment_id }) => environment_id),
      ...within,
    }),
  );
  const policies = known.models ? [] : await rows(reader, "policy", { id: of("policy"), ...within });
  const numbered = byId(versions);
  const versionName = (id: string): { name: string; href: string | null } | null => {
    const version = numbered.get(id);
    const model = version && seen.get(version.model_id);
    if (!version || !model) return null;
    return {
      name: `${model.key}/${version.number}`,
      href: page(model, `/models/${model.key}/versions/${version.number}`),
    };
  };
  const named = new Map<string, StreamName>([
    ...[...seen.values()].map((model) => place(`model:${model.id}`, model.key, page(model, `/models/${model.key}`))),
    ...versions.flatMap(({ id }) => {
      const version = versionName(id);
      return version ? [place(`version:${id}`, version.name, version.href)] : [];
    }),
    ...reviews.flatMap(({ id, version_id, environment_id }) => {
      const [version, environment] = [versionName(version_id)?.name, environments.get(environment_id)?.key];
      return version && environment
        ? [
            place(
              `review:${id}`,
              say("Review of {version} for {environment}", { version, environment }),
              `/reviews/${id}`,
            ),
          ]
        : [];
    }),
    ...approvals.flatMap(({ id, review_id, version_id, environment_id }) => {
      const [version, environment] = [versionName(version_id)?.name, environments.get(environment_id)?.key];
      const says = version && environment && say("Approval of {version} for {environment}", { version, environment });
      return says ? [place(`approval:${id}`, says, `/reviews/${review_id}`)] : [];
    }),
    ...exports.flatMap(({ id, version_id }) => {
      const version = versionName(version_id);
      return version
        ? [place(`export:${id}`, say("Evidence of {version}", { version: version.name }), version.href)]
        : [];
    }),
    ...policies.map((policy) =>
      place(`policy:${policy.id}`, say("Policy {key}", policy), page(policy, `/policies/${policy.key}`)),
    ),
    ...(await otherNames(ask, of, sight)),
  ]);
  return Object.fromEntries(
    places.flatMap(({ stream }) => {
      const name = named.get(stream);
      return name ? [[stream, name]] : [];
    }),
  );
}

const place = (stream: string, name: string, href: string | null): [string, StreamName] => [stream, { name, href }];

/** Pages of models and policies are those of the default workspace. */
const page = ({ workspace_id }: { workspace_id: string }, href: string): string | null =>
  workspace_id === defaultWorkspace ? href : null;

/** Of people, tokens, workspaces and the instance itself. */
async function otherNames(
  { reader, known, say }: Ask,
  of: (noun: string) => string[],
  { workspaces, instanceOf }: Awaited<ReturnType<typeof sightOf>>,
): Promise<[string, StreamName][]> {
  const refused = of("refusal");
  const wanted = [...new Set([...of("person"), ...of("reader"), ...refused.filter((id) => id.startsWith("usr_"))])];
  // Whoever oversees knows everybody; others know those who hold or held a role where they hold one.
  const met =
    instanceOf === null
      ? wanted
      : (await rows(reader, "role_grant", { person_id: wanted, workspace_id: known.workspaces })).map(
          ({ person_id }) => person_id,
        );
  const familiar = new Set([...met, known.personId]);
  const people = await People.load(
    reader,
    wanted.filter((id) => familiar.has(id)),
    say,
  );
  const nameOf = (id: string): string | null => (familiar.has(id) ? people.get(id).name : null);
  const tokens = known.models
    ? []
    : await rows(reader, "token", { id: [...of("token"), ...refused], workspace_id: workspaces });
  const label = new Map(tokens.map((token) => [token.id, token.label]));
  const withName = (noun: string, ids: string[], says: (name: string) => string): [string, StreamName][] =>
    ids.flatMap((id) => {
      const name = nameOf(id) ?? label.get(id) ?? null;
      return name === null ? [] : [place(`${noun}:${id}`, says(name), null)];
    });
  return [
    ...withName("person", of("person"), (name) => say("Access of {name}", { name })),
    ...withName("reader", of("reader"), (name) => say("Reading by {name}", { name })),
    ...withName("refusal", refused, (name) => say("Refused to {name}", { name })),
    ...withName("token", of("token"), (name) => say("Token “{name}”", { name })),
    ...(await rows(reader, "workspace", { id: of("workspace").filter((id) => workspaces.includes(id)) })).map(
      ({ id, key }) => place(`workspace:${id}`, say("Workspace {key}", { key }), null),
    ),
    ...of("instance").map((id) => place(`instance:${id}`, say("This instance"), null)),
  ];
}
