import "server-only";
import { type Deps, openDeps } from "@countersign/usecases";
import { readEnv } from "../env.ts";

let opened: Promise<Deps> | undefined;

/** The process's one set of dependencies, opened at the first request; a failure is tried again at the next. */
export function deps(): Promise<Deps> {
  opened ??= openDeps({ ...readEnv(), name: "countersign-portal" }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
