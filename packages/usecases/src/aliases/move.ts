import { type Row, rows } from "@countersign/db";
import { gate } from "@countersign/domain";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { idText, longText } from "../kernel/texts.ts";
import { modelScope } from "../models/scope.ts";

const aliasName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, msg("is not an alias name"));

/** The environments of a workspace whose protected patterns cover an alias name. */
export function protecting(environments: Row<"environment">[], alias: string): Row<"environment">[] {
  return environments.filter((environment) =>
    environment.protects.some((pattern) =>
      pattern.endsWith("*") ? alias.startsWith(pattern.slice(0, -1)) : pattern === alias,
    ),
  );
}

/** Points an alias at a version. A protected one only at a version with a valid approval for that environment. */
export async function moveAlias(
  run: Run,
  model: Row<"model">,
  name: string,
  version: Row<"version">,
  why: string,
): Promise<void> {
  const environments = protecting(await rows(run.tx, "environment", { workspace_id: model.workspace_id }), name);
  let approvalId: string | null = null;
  for (const environment of environments) {
    const [found] = await rows(run.tx, "approval", {
      version_id: version.id,
      environment_id: environment.id,
      state: "valid",
    });
    // Held until commit and read again: an approval that is being revoked at this instant comes first or after, never between.
    if (found) await run.lock(`approval:${found.id}`);
    const [approval] = found ? await rows(run.tx, "approval", { id: found.id, state: "valid" }) : [];
    if (!approval || !(await mayRun(run, model, version, approval))) {
      return run.refuse({
        kind: "alias_protected",
        alias: name,
        environment: environment.key,
        version: `${model.key}/${version.number}`,
      });
    }
    approvalId = approval.id;
  }
  const [standing] = await rows(run.tx, "alias", { model_id: model.id, name });
  const by = run.known.personId ?? "system";
  const next = { version_id: version.id, approval_id: approvalId, moved_by: by, moved_at: run.at };
  if (standing) await run.update("alias", standing.id, next, { version_id: standing.version_id });
  else
    await run.insert("alias", {
      id: run.deps.id("als"),
      model_id: model.id,
      workspace_id: model.workspace_id,
      name,
      ...next,
    });
  run.record("alias.moved", `model:${model.id}`, { from_version_id: standing?.version_id ?? null, why });
}

/** The gate's own answer: an alias never points where the gate would deny. */
async function mayRun(
  run: Run,
  model: Row<"model">,
  version: Row<"version">,
  approval: Row<"approval">,
): Promise<boolean> {
  const conditions = await rows(run.tx, "condition", {
    review_id: approval.review_id,
    state: ["in_force", "evidence_given"],
  });
  return (
    gate({
      environmentKnown: true,
      model,
      version,
      approval: { state: approval.state, validUntil: approval.valid_until },
      at: run.at,
      conditions: conditions.map(({ number, state, due_at, blocking }) => ({ number, state, dueAt: due_at, blocking })),
    }).answer === "allow"
  );
}

const moveInput = z.strictObject({ modelId: idText, alias: aliasName, version: z.string().min(1).max(100) });

async function moveScope(run: Run, input: { modelId: string; version: string; alias: string }) {
  const scope = await modelScope(run, input.modelId);
  if (!scope) return null;
  const where = /^\d{1,9}$/.test(input.version) ? { number: Number(input.version) } : { label: input.version };
  const [version] = await rows(run.tx, "version", { model_id: input.modelId, ...where });
  return version ? { ...scope, version } : null;
}

/** A deployer moves an alias to an approved version. */
export const promoteAlias = command({
  name: "alias.promote",
  input: moveInput,
  load: (run, input) => moveScope(run, input),
  async run(run, { model, version }, input) {
    if (model.state === "suspended")
      run.refuse({ kind: "wrong_state", what: "model", state: model.state, wanted: ["active"] });
    await moveAlias(run, model, input.alias, version, "promoted");
    return { alias: input.alias, version: version.number };
  },
});

/** Rolling back is moving the alias to another version whose approval is still valid, with the reason. */
export const rollBackAlias = command({
  name: "alias.roll_back",
  input: moveInput.extend({ reason: longText(4000, 10) }),
  load: (run, input) => moveScope(run, input),
  async run(run, { model, version }, input) {
    if (model.state === "suspended")
      run.refuse({ kind: "wrong_state", what: "model", state: model.state, wanted: ["active"] });
    await moveAlias(run, model, input.alias, version, await run.hide("reason", input.reason));
    return { alias: input.alias, version: version.number };
  },
});
