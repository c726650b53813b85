import { z } from "zod";
import { longText, passwordField, sha256Text } from "../kernel/texts.ts";
import { requireSignable } from "../reviews/decide.ts";
import { practise } from "./act.ts";
import { keepDone, keepWork } from "./kept.ts";
import { caught } from "./outcome.ts";

/** Gives the decision on the sample. Judged and proved as a signature is; it signs nothing. */
export const signInPractice = practise({
  command: "review.decide",
  input: z.strictObject({
    act: z.enum(["recommend", "approve", "approve_with_conditions", "request_changes", "reject"]),
    reason: longText(10_000).nullable().default(null),
    evidenceSha256: sha256Text,
    conditionsSha256: sha256Text.nullable().default(null),
    ...passwordField,
  }),
  reauthenticate: true,
  async run({ db, at, person, refuse, kept, scene }, input) {
    const { act, reason } = input;
    requireSignable({ at, refuse }, scene.facts, { by: person, act, marks: scene.marks, input });
    const { found } = caught(act, scene.facts.conditions);
    await keepWork(db, person, { ...kept.work, signed: { act, reason, at } });
    await keepDone(db, person, { act, found, at });
    return { found };
  },
});
