import type { Actor } from "@countersign/usecases";
import type { ColleagueKey, PersonKey } from "./people.ts";

export type DemoActor = Extract<Actor, { kind: "user" }>;

/** The demo's people as actors, and the token of their CI. */
export type Cast = Record<PersonKey | ColleagueKey, DemoActor> & { ci: Actor };
