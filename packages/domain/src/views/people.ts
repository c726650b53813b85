import type { PersonView } from "./common.ts";
import type { Role } from "@countersign/policy";

/** Somebody with the roles they hold and those that wait for a second administrator. */
export interface PersonListItem {
  id: string;
  name: string;
  email: string;
  state: string;
  /** When they last finished a practice decision; null: never, or the asker does not grant roles. */
  practisedAt: string | null;
  /** When they last signed in, null: never; absent: the asker neither administers nor audits. */
  signedIn?: string | null;
  /** How many decisions they have signed that the asker may know of, whatever became of them. */
  signatures: number;
  grants: { id: string; role: Role; workspaceId: string; state: string; askedBy: PersonView | null }[];
}

/** Whom to ask where a place is closed. */
export interface RoleHolders {
  /** Some of those who hold one of the roles, each with which of them; null: the asker holds no role there, and is not told. */
  holders: { person: PersonView; roles: Role[] }[] | null;
  /** How many more hold one. */
  more: number;
  /** Who grants roles; some of them. */
  administrators: PersonView[];
}

export interface TokenListItem {
  id: string;
  label: string;
  owner: PersonView;
  roles: string[];
  /** Keys of the models it is limited to; null: none. */
  models: string[] | null;
  /** `active`, `revoked`, or `expired` where its time is over. */
  state: string;
  createdAt: string;
  expiresAt: string;
}
