import { modelsWithData, type Reader, type Row, rows, versionsWithIdentity } from "@countersign/db";
import { type ModelAbout, type ModelFile, type ToldBecause, useAndLimits } from "@countersign/domain";
import { parse } from "yaml";
import { storedText } from "../artifacts/text.ts";
import type { Ask } from "../kernel/query.ts";
import { pinnedPolicies } from "../policies/pinned.ts";
import { submissionOf } from "../versions/submission.ts";

interface Told {
  version: Row<"version">;
  because: ToldBecause;
  alias: string | null;
  approval: Row<"approval"> | null;
}

/** What is known of a model's versions, as far as it takes to tell the model by one of them. */
interface Facts {
  versions: Row<"version">[];
  reviews: Row<"review">[];
  approvals: Row<"approval">[];
  aliases: Row<"alias">[];
  environments: Row<"environment">[];
}

const documentRoles = ["card", "datasheet", "reported", "parameters", "requirements"];
const dataRoles = ["train", "test"];
/** As many others are named as a line holds. */
const mostNamed = 10;

/** What a model's version in use says of it, else the newest that is approved, else the newest; null where there is none. */
export async function aboutModel(ask: Ask, model: Row<"model">, of: Facts): Promise<ModelAbout | null> {
  const { reader, deps, known } = ask;
  const told = toldBy(of, await signaturesAsked(reader, of));
  if (!told) return null;
  const { version, approval } = told;
  const files = await rows(reader, "version_file", { version_id: version.id }, { order: "path" });
  const view = ({ role, path, sha256, size }: Row<"version_file">): ModelFile => ({ role, path, sha256, size });
  const inOrder = (roles: string[]): ModelFile[] =>
    roles.flatMap((role) => files.filter((file) => file.role === role).map(view));
  const card = files.find((file) => file.role === "card");
  const text = card ? await storedText(deps, card.sha256) : null;
  const data = inOrder(dataRoles);
  const sight = { workspaces: known.workspaces, models: known.models };
  const shared = await modelsWithData(reader, sight, { sha256s: data.map(({ sha256 }) => sha256), except: model.id });
  const { run } = await submissionOf({ tx: reader }, version);
  return {
    version: {
      id: version.id,
      number: version.number,
      label: version.label,
      because: told.because,
      alias: told.alias,
      approval: approval && {
        state: approval.state,
        validUntil: approval.valid_until,
        environment: of.environments.find(({ id }) => id === approval.environment_id)?.title ?? "",
      },
      reviewId: of.reviews.findLast((review) => review.version_id === version.id)?.id ?? null,
    },
    card: card ? (text === null ? "unreadable" : "read") : "missing",
    ...useAndLimits(text ?? ""),
    documents: inOrder(documentRoles),
    data: data.map((file) => {
      const others = shared.get(file.sha256) ?? [];
      return {
        ...file,
        alsoIn: others.slice(0, mostNamed).map(({ key, title }) => ({ key, title })),
        more: others.length > mostNamed,
      };
    }),
    run: {
      repository: run?.repository ?? null,
      commit: run?.commit ?? null,
      ...(await mlflowOf(ask, files)),
    },
    identity: version.identity,
    sameBytes: version.identity
      ? await versionsWithIdentity(reader, sight, { identity: version.identity, except: version.id, limit: mostNamed })
      : [],
  };
}

/**
 * Which version a model is told by, and why. What runs under an approval comes before all: where several do, the one that
 * took the most signatures, so that what stands in production is not told by what is tried elsewhere. An alias that nobody
 * had to approve is better than nothing.
 */
function toldBy({ versions, approvals, aliases }: Facts, signatures: Map<string, number>): Told | null {
  const version = (id: string | undefined) => versions.find((one) => one.id === id);
  const approvalOf = (id: string, granted?: string | null): Row<"approval"> | null => {
    const own = approvals
      .filter((one) => one.version_id === id)
      .toSorted((a, b) => (a.granted_at < b.granted_at ? 1 : -1));
    const environment = own.find((one) => one.id === granted)?.environment_id;
    const there = own.filter((one) => environment === undefined || one.environment_id === environment);
    return there.find(({ state }) => state === "valid") ?? there[0] ?? null;
  };
  const weight = ({ approval_id }: Row<"alias">): number => signatures.get(approval_id ?? "") ?? 0;
  const moved = aliases.toSorted((a, b) => weight(b) - weight(a) || (a.moved_at < b.moved_at ? 1 : -1));
  const running = moved.find(({ approval_id }) => approval_id !== null);
  const approved = versions.findLast(({ id }) => approvalOf(id)?.state === "valid");
  const choices: [ToldBecause, Row<"version"> | undefined, Row<"alias"> | undefined][] = [
    ["in_use", version(running?.version_id), running],
    ["approved", approved, undefined],
    ["named", version(moved[0]?.version_id), moved[0]],
    ["newest", versions.at(-1), undefined],
  ];
  for (const [because, found, alias] of choices)
    if (found)
      return {
        version: found,
        because,
        alias: alias?.name ?? null,
        approval: approvalOf(found.id, alias?.approval_id),
      };
  return null;
}

/** Approval that an alias runs under → how many signatures its policy asked for. */
async function signaturesAsked(reader: Reader, { aliases, approvals, reviews }: Facts): Promise<Map<string, number>> {
  const granted = approvals.filter(({ id }) => aliases.some(({ approval_id }) => approval_id === id));
  const policies = await pinnedPolicies(
    reader,
    reviews.filter(({ id }) => granted.some(({ review_id }) => review_id === id)),
  );
  const count = (revision: string): number =>
    policies.get(revision)?.policy.signOffs.reduce((sum, { count: asked }) => sum + asked, 0) ?? 0;
  return new Map(granted.map(({ id, policy_revision_id }) => [id, count(policy_revision_id)]));
}

/** The run that MLflow wrote down beside the model, and where its registry keeps it. */
async function mlflowOf(
  { deps }: Ask,
  files: Row<"version_file">[],
): Promise<Pick<ModelAbout["run"], "runId" | "registered">> {
  const file = files.find(({ path }) => /(^|\/)MLmodel$/.test(path));
  const text = file ? await storedText(deps, file.sha256) : null;
  const named = (value: unknown): string | null =>
    typeof value === "string" && value !== "" ? value.slice(0, 500) : null;
  try {
    const written = (text ? parse(text) : null) as Record<string, unknown> | null;
    return { runId: named(written?.["run_id"]), registered: named(written?.["artifact_path"]) };
  } catch {
    return { runId: null, registered: null };
  }
}
