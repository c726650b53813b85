import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { helpText } from "../src/args.ts";
import { commands } from "../src/run.ts";

const page = fileURLToPath(new URL("../../../docs/cli.md", import.meta.url));
const entries = await Promise.all(
  Object.entries(commands).map(async ([name, load]) => ({ name, help: (await load()).help })),
);

const intro = `# The command

Written from the help of each command (\`apps/cli/src/commands\`) by \`apps/cli/test/docs.test.ts\`. In a clone it is \`npx -y pnpm@12 countersign …\`, with paths from where you stand. It talks to the gateway only: register, submit, ask and verify need nothing but Node 20 or newer; \`verify\` needs no server at all.

| setting | what it is |
|---|---|
| \`COUNTERSIGN_URL\` | the gateway's address, such as \`http://127.0.0.1:3001\` |
| \`COUNTERSIGN_TOKEN\` | a token that an administrator made. Without it the session of \`countersign login\` counts. A token never signs |
| \`COUNTERSIGN_PASSWORD\` | a person's password for \`login\` and for acts that ask for it, where there is no terminal to ask on |

Results go to the standard output, progress and problems to the standard error. With \`--json\` the result, or what is wrong, is one JSON value on the standard output. A message says what happened, why, and what to do; there is never a stack trace.

| exit code | in general | \`gate\` | \`verify\` |
|---|---|---|---|
| 0 | done | allow | accepted |
| 1 | refused or failed | deny | a discrepancy |
| 2 | the call is wrong, or a setting is missing | cannot decide | cannot be decided |
`;

test("docs/cli.md is what the commands' help says: `vitest run apps/cli/test/docs.test.ts -u` writes it again", async () => {
  const table = [
    "| command | what it does |",
    "|---|---|",
    ...entries.map(({ name, help }) => `| [\`${name}\`](#${name}) | ${help.summary.replaceAll("|", "\\|")} |`),
  ];
  const sections = entries.map(({ name, help }) => `## ${name}\n\n\`\`\`text\n${helpText(help).trimEnd()}\n\`\`\`\n`);
  await expect([intro, table.join("\n"), "", sections.join("\n")].join("\n")).toMatchFileSnapshot(page);
});

test("every command's help says what it is for, how it is called and what its exit codes mean, with an example where it takes anything", () => {
  for (const { name, help } of entries) {
    const text = helpText(help);
    expect(text, name).toContain(`Usage: countersign ${name}`);
    expect(text, name).toMatch(/Exit codes:\n {2}0 {2}.+\n {2}1 {2}.+\n {2}2 {2}.+/);
    if (help.positionals[1] > 0 || Object.keys(help.options).length > 0)
      expect(help.details, name).toContain(`\n  countersign ${name}`);
    for (const [option, { help: what }] of Object.entries(help.options))
      expect(what, `${name} --${option}`).not.toBe("");
  }
});
