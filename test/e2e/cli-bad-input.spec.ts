import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countersign } from "./support/cli.ts";
import { governed } from "./support/governed.ts";
import { expect, test } from "./support/journey.ts";
import { ci, editedStory } from "./support/own.ts";

const folder = mkdtempSync(join(tmpdir(), "countersign-bad-"));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const story = (edit: (yaml: string) => string): string[] => [
  "register",
  editedStory(edit),
  "--file",
  "countersign.yaml",
];

interface Bad {
  what: string;
  args(): string[];
  code: number;
  says: string | RegExp;
  settings?: Record<string, string>;
}

const cases: Bad[] = [
  { what: "no command", args: () => [], code: 2, says: "" },
  { what: "an unknown command", args: () => ["aprove"], code: 2, says: "There is no command aprove." },
  {
    what: "an unknown option",
    args: () => ["gate", "x/1", "--enviroment", "production"],
    code: 2,
    says: "--enviroment",
  },
  { what: "no environment", args: () => ["gate", "credit-pd/1"], code: 2, says: "Name what and where" },
  {
    what: "no settings",
    args: () => ["status", "credit-pd/1"],
    settings: { COUNTERSIGN_URL: "", COUNTERSIGN_TOKEN: "" },
    code: 2,
    says: /COUNTERSIGN_URL|Not signed in/,
  },
  {
    what: "an address that is none",
    args: () => ["status", "credit-pd/1"],
    settings: { COUNTERSIGN_URL: "not an address" },
    code: 1,
    says: "cannot be reached",
  },
  { what: "a version that is not there", args: () => ["status", "credit-pd/999"], code: 1, says: "Not found" },
  {
    what: "a model with a hostile name",
    args: () => ["status", "../../etc/passwd/1"],
    code: 2,
    says: "Name the version",
  },
  {
    what: "an environment that is not there",
    args: () => ["submit", "credit-pd/3", "--env", "nowhere"],
    code: 1,
    says: "the environment nowhere",
  },
  {
    what: "a path that is not there",
    args: () => ["gate", "./nothing/here", "--env", "production"],
    code: 2,
    says: "is neither MODEL/VERSION, MODEL@ALIAS nor a path here",
  },
  {
    what: "a digest that is none",
    args: () => ["gate", "--digest", "abc", "--env", "production"],
    code: 2,
    says: "SHA-256",
  },
  { what: "a folder without countersign.yaml", args: () => ["register", folder], code: 1, says: "cannot be read" },
  {
    what: "a file that is no YAML",
    args: () => ["register", folder, "--file", file("broken.yaml", "a: [1, {")],
    code: 1,
    says: "is not YAML",
  },
  {
    what: "a list in place of a submission",
    args: () => ["register", folder, "--file", file("list.yaml", "- 1\n- 2\n")],
    code: 1,
    says: "does not fit",
  },
  {
    what: "a bomb of aliases",
    args: () => ["register", folder, "--file", file("bomb.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n")],
    code: 1,
    says: "is not YAML",
  },
  {
    what: "a huge file",
    args: () => ["register", folder, "--file", file("huge.yaml", `a: ${"x".repeat(1_100_000)}`)],
    code: 1,
    says: "larger than a countersign.yaml can be",
  },
  { what: "an unknown key", args: () => story((yaml) => `${yaml}approved: true\n`), code: 1, says: "approved" },
  {
    what: "a key that is missing",
    args: () => story((yaml) => yaml.replace("task: binary\n", "")),
    code: 1,
    says: "task is missing: write `task: binary`, `multiclass` or `regression`",
  },
  {
    what: "a label of digits only",
    args: () => story((yaml) => yaml.replace('label: "1.0"', 'label: "7"')),
    code: 1,
    says: "label",
  },
  {
    what: "a data set that is not there",
    args: () => story((yaml) => yaml.replace("train: data/train.parquet", "train: data/none.parquet")),
    code: 1,
    says: "data/none.parquet",
  },
  {
    what: "an absolute path",
    args: () => story((yaml) => yaml.replace("data/datasheet.md", "/etc/hostname")),
    code: 1,
    says: "datasheet",
  },
  {
    what: "a path that climbs out",
    args: () => story((yaml) => yaml.replace("data/datasheet.md", "../../etc/hostname")),
    code: 1,
    says: "datasheet",
  },
  {
    what: "a link that leads out of the folder",
    code: 1,
    says: /link/i,
    args() {
      const copy = editedStory((yaml) => yaml);
      symlinkSync("/etc/hostname", join(copy, "versions/1.0/mlflow/host.txt"));
      return ["register", copy, "--file", "countersign.yaml"];
    },
  },
  {
    what: "a policy that cannot be read",
    args: () => ["policy", "publish", join(folder, "none.yaml")],
    code: 1,
    says: "cannot be read",
  },
  {
    what: "a policy that is no YAML",
    args: () => ["policy", "publish", file("policy.yaml", "a: [")],
    code: 1,
    says: /YAML/,
  },
  {
    what: "an input that is no JSON",
    args: () => ["admin", "person.invite", "--input", "{name"],
    code: 2,
    says: "--input takes a JSON object",
  },
  {
    what: "a command that the server does not have",
    args: () => ["admin", "approve.everything"],
    code: 1,
    says: "No such command",
  },
  {
    what: "a bundle that is none",
    args: () => [
      "verify",
      file("noise.zip", Buffer.from("PK no zip at all")),
      "--trust",
      "tlog.localhost+fb85ee43+Adwvh1uVU2Fm6QmbLK6JKHqKQgw+yJW4YDrn1euaExpN",
    ],
    code: 2,
    says: /bundle|archive/,
  },
  {
    what: "a bundle that is not there",
    args: () => [
      "verify",
      join(folder, "none.zip"),
      "--trust",
      "tlog.localhost+fb85ee43+Adwvh1uVU2Fm6QmbLK6JKHqKQgw+yJW4YDrn1euaExpN",
    ],
    code: 2,
    says: "none.zip",
  },
  {
    what: "a key that is none",
    args: () => ["verify", file("empty.zip", ""), "--trust", "trust me"],
    code: 2,
    says: "",
  },
  {
    what: "a port that is none",
    args: () => ["up", "--portal-port", "ninety", "--data", join(folder, "up")],
    code: 2,
    says: "port",
  },
  {
    what: "a seed that is none",
    args: () => ["up", "--seed", "everything", "--data", join(folder, "up")],
    code: 2,
    says: "seed",
  },
];

for (const { what, args, code, says, settings } of cases) {
  test(`${what}: a sentence and exit ${code}, no stack trace, nothing done`, async ({ ready }) => {
    const environment = { ...(await ci(ready)), ...settings };
    const before = await governed(ready);
    const given = args();
    const ended = await countersign(given, environment);
    const said = ended.err + ended.out;
    expect(said).not.toMatch(
      /\n\s+at .*:\d+:\d+|node:internal|Something unexpected happened|\[object Object\]|undefined/,
    );
    expect(said.trim(), "it says something").not.toBe("");
    if (typeof says === "string") expect(said).toContain(says);
    else expect(said).toMatch(says);
    expect(ended.code).toBe(code);
    expect(await governed(ready)).toEqual(before);
    if (given.length > 1 && !["up"].includes(given[0] ?? "")) {
      const asJson = await countersign([...given, "--json"], environment);
      expect(() => JSON.parse(asJson.out) as unknown, `--json: ${asJson.out}`).not.toThrow();
    }
  });
}
