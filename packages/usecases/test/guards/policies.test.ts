import { newWorld, type World, worldPolicy } from "@countersign/testing";
import { afterAll, beforeAll } from "vitest";
import { confirmPolicy, publishPolicy } from "../../src/index.ts";
import { fresh } from "../support/scene.ts";
import { type Guard, guarded } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const document = () => ({
  ...worldPolicy,
  key: fresh("policy"),
  appliesTo: { ...worldPolicy.appliesTo, environments: [fresh("env")] },
});
/** The policy with its second check changed. */
const asking = (change: object) => ({
  ...document(),
  checks: worldPolicy.checks.map((rule, index) => (index === 1 ? { ...rule, ...change } : rule)),
});
const proposed = (w: World, policy: object) =>
  w
    .act<{ revisionId: string }>("sofia", publishPolicy, { document: policy })
    .then(({ revisionId }) => ({ revisionId }));

const policies: Guard[] = [
  [
    "a policy is published that is none",
    { kind: "invalid_input" },
    async () => ({ who: "sofia", command: publishPolicy, input: { document: { policy: 1 } } }),
  ],
  [
    "a policy's key is an address of the portal",
    {
      kind: "invalid_input",
      problems: [{ path: "key", text: "is new, which is an address of the portal: choose another" }],
    },
    async () => ({ who: "sofia", command: publishPolicy, input: { document: { ...document(), key: "new" } } }),
  ],
  [
    "a policy asks for a check that there is not",
    {
      kind: "invalid_input",
      problems: [
        { path: "checks.1.check", text: "is perf.roc_acu, and there is no such check; the nearest is perf.roc_auc" },
      ],
    },
    async () => ({ who: "sofia", command: publishPolicy, input: { document: asking({ check: "perf.roc_acu" }) } }),
  ],
  ...Object.entries<[params: object, path: string, text: string]>({
    "a parameter that its check does not take": [
      { treshold: 0.5 },
      "treshold",
      "is not known to perf.roc_auc; the nearest is threshold",
    ],
    "an interval that its metric does not have": [
      { interval: "wilson" },
      "interval",
      'is "wilson"; it can be logit, normal, bootstrap, none (perf.roc_auc)',
    ],
    "a parameter out of its range": [{ level: 2 }, "level", "is above 1 (perf.roc_auc)"],
  }).map(([says, [params, path, text]]): Guard => [
    `a policy gives ${says}`,
    { kind: "invalid_input", problems: [{ path: `checks.1.params.${path}`, text }] },
    async () => ({ who: "sofia", command: publishPolicy, input: { document: asking({ params }) } }),
  ]),
  [
    "a policy cuts a slice by a key that nobody knows",
    {
      kind: "invalid_input",
      problems: [
        { path: "checks.1.params.slices.0.column", text: "is missing (slice.rmse)" },
        { path: "checks.1.params.slices.0.colum", text: "is not known to slice.rmse; the nearest is column" },
      ],
    },
    async () => ({
      who: "sofia",
      command: publishPolicy,
      input: {
        document: asking({
          check: "slice.rmse",
          params: { slices: [{ name: "young", colum: "age", is: "<", than: 30 }] },
        }),
      },
    }),
  ],
  [
    "a policy is confirmed whose check was taken away since it was proposed",
    {
      kind: "invalid_input",
      problems: [
        { path: "checks.2.check", text: "is perf.gini, and there is no such check; the nearest is perf.bias" },
      ],
    },
    async (w) => {
      const { "perf.gini": _, ...checks } = w.deps.checks;
      return {
        who: "hanna",
        command: confirmPolicy,
        input: await proposed(w, document()),
        options: { deps: { ...w.deps, checks } },
      };
    },
  ],
  [
    "a policy is confirmed by whoever proposed it",
    { kind: "needs_second_person" },
    async (w) => ({ who: "sofia", command: confirmPolicy, input: await proposed(w, document()) }),
  ],
  [
    "a policy revision is confirmed twice",
    { kind: "wrong_state", what: "policy revision" },
    async (w) => {
      const revision = await proposed(w, document());
      await w.act("hanna", confirmPolicy, revision);
      return { who: "hanna", command: confirmPolicy, input: revision };
    },
  ],
  [
    "a policy revision is confirmed after a newer one",
    { kind: "wrong_state", wanted: ["newer than what is published"] },
    async (w) => {
      const policy = document();
      const [older, newer] = [await proposed(w, policy), await proposed(w, { ...policy, title: "Newer" })];
      await w.act("hanna", confirmPolicy, newer);
      return { who: "hanna", command: confirmPolicy, input: older };
    },
  ],
];

guarded(() => world, policies);
