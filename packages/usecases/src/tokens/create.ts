import { randomBytes } from "node:crypto";
import { doublyGrantedRoles, plain, type Role, tokenRoles } from "@countersign/domain";
import { row, type Row, rows, sql } from "@countersign/db";
import type { WriteTx } from "@countersign/db/write";
import { msg } from "@countersign/words";
import { z } from "zod";
import { command, type Run } from "../kernel/command.ts";
import { defaultWorkspace } from "../kernel/actor.ts";
import { idText, keyText, lineText } from "../kernel/texts.ts";
import { sha256Hex } from "../people/sessions.ts";

/** Makes a token owned by a person. The secret is in this answer only; the database keeps its SHA-256. */
export const createToken = command({
  name: "token.create",
  shownOnce: ["secret"],
  input: z.strictObject({
    workspaceId: idText.default(defaultWorkspace),
    label: lineText(100),
    ownerId: idText,
    roles: z.array(z.enum(tokenRoles)).min(1).max(5),
    models: z.array(keyText).max(200).nullable().default(null),
    days: z.int().min(1).max(366).default(90),
  }),
  async load(run, input) {
    const workspace = await row(run.tx, "workspace", input.workspaceId);
    const owner = await row(run.tx, "person", input.ownerId);
    return workspace && owner ? { workspaceId: workspace.id, target: input.label.slice(0, 60), owner } : null;
  },
  async run(run, { workspaceId, owner }, input) {
    if (owner.state !== "active")
      run.refuse({ kind: "wrong_state", what: "person", state: owner.state, wanted: ["active"] });
    await requireHeld(run, workspaceId, owner, input.roles as Role[]);
    const id = run.deps.id("tok");
    const expires = new Date(Date.parse(run.at) + input.days * 86_400_000).toISOString();
    await run.insert("token", {
      id,
      workspace_id: workspaceId,
      label: input.label,
      owner_id: owner.id,
      roles: input.roles.toSorted(),
      models: input.models,
      state: "active",
      generation: 1,
      expires_at: expires,
      created_at: run.at,
      ended_at: null,
    });
    run.record("token.created", `token:${id}`);
    return { tokenId: id, secret: await newSecret(run.tx, id, 1), expiresAt: expires };
  },
});

/** A role whose grant takes two administrators reaches a token through its owner only. */
async function requireHeld(run: Run, workspaceId: string, owner: Row<"person">, wanted: Role[]): Promise<void> {
  const grants = await rows(run.tx, "role_grant", {
    person_id: owner.id,
    workspace_id: [workspaceId, defaultWorkspace],
    state: "active",
  });
  const holds = (role: Role) =>
    grants.some((grant) => grant.role === role && (grant.workspace_id === workspaceId || role === "administrator"));
  const lacking = wanted.filter((role) => doublyGrantedRoles.includes(role) && !holds(role));
  if (lacking.length > 0)
    run.refuse({
      kind: "needs_second_person",
      why: {
        text: msg("The owner of the token does not hold {roles}: granting it takes two administrators."),
        values: { roles: lacking.map((role) => ({ text: plain(role) })) },
      },
    });
}

/** Stores the hash of a new secret; earlier generations end. */
export async function newSecret(tx: WriteTx, tokenId: string, generation: number): Promise<string> {
  const secret = `cst_${randomBytes(32).toString("base64url")}`;
  await tx.db.execute(
    sql`update ops.token_secret set ended_at = clock_timestamp() where token_id = ${tokenId} and ended_at is null`,
  );
  await tx.db.execute(
    sql`insert into ops.token_secret (token_id, generation, secret_sha256) values (${tokenId}, ${generation}, ${sha256Hex(secret)})`,
  );
  return secret;
}
