import type { CommandName } from "@countersign/domain";
import type { Scene } from "./scene.ts";
import { modelScenes } from "./scenes/models.ts";
import { peopleScenes } from "./scenes/people.ts";
import { reviewScenes } from "./scenes/reviews.ts";

/** Commands that have no event: the gate is asked, and changes nothing. */
export const asked = ["gate.ask"] as const;
export type Given = Exclude<CommandName, (typeof asked)[number]>;

/** A scene for every command: a new command without one does not compile, and fails the matrix. */
export const scenes: Record<Given, Scene> = { ...peopleScenes, ...modelScenes, ...reviewScenes };
