import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { moduleGraph } from "./graph.ts";

const page = fileURLToPath(new URL("../../docs/architecture.md", import.meta.url));

/** `vitest run test/walls/graph.test.ts -u` writes the page's diagram again. */
test("the diagram in docs/architecture.md is the real module graph", async () => {
  const graph = moduleGraph();
  expect(graph).toContain("usecases --> db");
  await expect(readFileSync(page, "utf8").replace(/(```mermaid\n)[^`]*(```)/, `$1${graph}$2`)).toMatchFileSnapshot(
    page,
  );
});
