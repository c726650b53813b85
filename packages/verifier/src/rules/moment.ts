import type { Json } from "@countersign/canonical";
import { parsePolicy, type PolicyDocument, type Role } from "@countersign/policy";
import { layout, type Leaf, type Row, type State, type Text } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Code } from "../codes.ts";
import type { Detail } from "../detail.ts";
import type { Ledger } from "../report.ts";

/** One record against the state that the records before it give: what every rule of V16 looks at. */
export interface Moment {
  leaf: Leaf;
  /** All rows before this record. */
  state: State;
  blobs: ReadonlyMap<string, Json>;
  text: Text;
  /** The one request that set the instance up: the first administrator is made in it. */
  setUpCause: string | null;
  object(code: Code, detail?: Detail): void;
}

export const momentOf = (of: Omit<Moment, "object">, ledger: Ledger): Moment => ({
  ...of,
  object: (code, detail = "") => void ledger.add(code, layout.leaf(of.leaf.idx), detail),
});

/** The rows of one table that a record writes, each with the row as it was before, if it was. */
export function changes<T extends Leaf["core"]["rows"][number]["t"]>(
  { leaf, state }: Moment,
  table: T,
): { after: Row<T>; before: Row<T> | undefined }[] {
  const held = state[table] as unknown as Map<string, Row<T>>;
  return leaf.core.rows
    .filter((image) => image.t === table)
    .map((image) => ({ after: image.row as unknown as Row<T>, before: held.get(String(image.row["id"])) }));
}

/** The workspace that always exists; its administrators administer every workspace. */
const everywhere = "wsp_default";

/** Grants in force in a workspace, by person, and the people among them whose account is in force. */
export function standing(state: State, workspace: string): { roles: Map<string, Role[]>; active: string[] } {
  const roles = new Map<string, Role[]>();
  for (const grant of state.role_grant.values()) {
    if (grant.state === "active" && grant.workspace_id === workspace)
      roles.set(grant.person_id, [...(roles.get(grant.person_id) ?? []), grant.role as Role]);
  }
  return { roles, active: [...roles.keys()].filter((person) => isActive(state, person)) };
}

const isActive = (state: State, person: string): boolean => state.person.get(person)?.state === "active";

/** Whether a person administers a workspace at this moment. */
export function administers(state: State, person: string | null, workspace: string): boolean {
  if (person === null || !isActive(state, person)) return false;
  return [workspace, everywhere].some((where) => standing(state, where).roles.get(person)?.includes("administrator"));
}

/** Whether the act is the person's own, by hand: no token, no job, nobody else. */
export const byHand = ({ leaf }: Moment, person: string | null): boolean =>
  person !== null &&
  leaf.core.actor.kind === "user" &&
  leaf.core.actor.id === person &&
  leaf.core.actor.person === person;

/** The document of a revision as the rules read it, or null: then nothing can be approved under it. */
export function policyOf(
  blobs: ReadonlyMap<string, Json>,
  revision: Row<"policy_revision"> | undefined,
): PolicyDocument | null {
  const parsed = revision && parsePolicy(blobs.get(revision.sha256));
  return parsed?.ok ? parsed.policy : null;
}

/** A state that no rule leads to. */
export const becomes = (before: { state: string }, after: { state: string }): Detail =>
  phrase("{before} becomes {after}", { before: before.state, after: after.state });
