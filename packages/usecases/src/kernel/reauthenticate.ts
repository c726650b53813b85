import type { Refusal } from "@countersign/domain";
import { checkPassword } from "../people/password.ts";
import type { Deps } from "./deps.ts";

/** The signer proves who they are for this one act (21 CFR 11.200(a)(1)); failures count towards the lock-out. */
export async function reauthenticate(
  deps: Deps,
  personId: string,
  password: string | undefined,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  if (deps.origin === "seed") return { ok: true };
  if (!password) return { ok: false, refusal: { kind: "reauthenticate", reason: "missing" } };
  const checked = await checkPassword(deps, { personId }, password);
  return checked.ok ? { ok: true } : { ok: false, refusal: { kind: "reauthenticate", reason: checked.reason } };
}
