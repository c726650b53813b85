import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { failClosed, lifecycles, plain, reasonKinds, stateDiagram } from "../src/index.ts";

const page = (name: string): string => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

/** The pages are written from the tables: `vitest run packages/domain -u` writes them again. */
test("docs/lifecycles.md shows the lifecycles as they are", async () => {
  const chapters = lifecycles.map(
    (cycle) => `## ${plain(cycle.name)}\n\n\`\`\`mermaid\n${stateDiagram(cycle)}\`\`\`\n`,
  );
  const head =
    "# Lifecycles\n\nWritten from `packages/domain/src/lifecycle`, the tables that the server and the buttons read.\n";
  await expect([head, ...chapters].join("\n")).toMatchFileSnapshot(page("lifecycles.md"));
});

test("docs/fail-closed.md lists every way of not being approved", async () => {
  const head = [
    "# What has to hold before anything is approved",
    "",
    "Written from `packages/policy/src/fail-closed.ts`. Where a rule cannot be shown to hold, the version is not approved, and the page says so.",
    "",
    "| reason | rule | because |",
    "|---|---|---|",
  ];
  const rows = reasonKinds.map((kind) => `| \`${kind}\` | ${failClosed[kind].rule} | ${failClosed[kind].because} |`);
  await expect([...head, ...rows, ""].join("\n")).toMatchFileSnapshot(page("fail-closed.md"));
});
