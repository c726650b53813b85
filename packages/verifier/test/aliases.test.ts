import { emptyState, type Leaf, type Row } from "@countersign/record";
import { expect, test } from "vitest";
import { aliasesFounded } from "../src/rules/endings.ts";
import type { Moment } from "../src/rules/moment.ts";

/** A name that is moved in `wsp_1` while an environment of some workspace protects it, without any approval. */
function moved(protectedIn: string): string[] {
  const found: string[] = [];
  const state = emptyState();
  state.environment.set("env_1", {
    id: "env_1",
    workspace_id: protectedIn,
    key: "production",
    protects: ["champion"],
  } as Row<"environment">);
  const row = { id: "als_1", workspace_id: "wsp_1", name: "champion", version_id: "ver_1" };
  const leaf = {
    core: { act: "alias.moved", claimed_at: "2026-03-01T09:00:00.000Z", rows: [{ t: "alias", row }] },
  } as unknown as Leaf;
  const moment: Moment = {
    leaf,
    state,
    blobs: new Map(),
    text: String,
    setUpCause: null,
    object: (code) => void found.push(code),
  };
  aliasesFounded(moment, "ver_1");
  return found;
}

test("an environment protects names of its own workspace and of no other", () => {
  expect(moved("wsp_1")).toEqual(["alias_unfounded"]);
  expect(moved("wsp_2")).toEqual([]);
});
