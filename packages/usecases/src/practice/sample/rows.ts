import type { Row } from "@countersign/db";
import type { FieldChange, PersonView, Role } from "@countersign/domain";
import { documentDigest } from "@countersign/record";

/** People of the sample. They exist in it alone. */
export const samplePeople: PersonView[] = [
  { id: "usr_practice_owner", name: "Noa Brandt (made up)" },
  { id: "usr_practice_developer", name: "Sam Ekholm (made up)" },
  { id: "usr_practice_signer", name: "Kofi Adu (made up)" },
];
const [owner, developer, signer] = ["usr_practice_owner", "usr_practice_developer", "usr_practice_signer"] as const;

/** Whom a condition may be owed by, and who else signs. */
export const roleOf = (role: Role): [person: string, roles: Role[]][] => [
  [owner, ["model_owner"]],
  [signer, [role === "validator" ? "approver" : role]],
];

/** Texts of the sample, by the name that its rows hold in place of a digest. */
export const sampleTexts: Record<string, string> = {
  purpose: "Probability that a personal loan defaults within 12 months. Below 0.20 an application is approved.",
  description:
    "Trained on newer applications, with more and smaller trees. Discrimination and calibration are better than those of version 3.",
};

const workspace = "wsp_practice";
const [before, now] = ["ver_practice_3", "ver_practice_4"] as const;
const day = 86_400_000;
const daysFrom = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();

const version = (id: string, number: number, frozen: string): Row<"version"> => ({
  id,
  model_id: "mod_practice",
  workspace_id: workspace,
  number,
  label: null,
  task: "binary",
  state: "frozen",
  description: "description",
  submission_sha256: documentDigest({ practice: "submission", number }),
  manifest_sha256: documentDigest({ practice: "manifest", number }),
  identity: documentDigest({ practice: "manifest", number }),
  drafted_by: developer,
  token_id: null,
  created_at: frozen,
  frozen_at: frozen,
});

/** What the sample is about, as rows that no table holds: submitted two days before it is looked at. */
export const sampleRows = (at: string) => ({
  model: {
    id: "mod_practice",
    workspace_id: workspace,
    key: "practice",
    title: "Retail credit PD (practice)",
    purpose: "purpose",
    task: "binary",
    state: "active",
    tier: "T1",
    tier_answers: null,
    owner_id: owner,
    next_number: 5,
    proposed_by: owner,
    created_at: daysFrom(at, -400),
  } satisfies Row<"model">,
  environment: {
    id: "env_practice",
    workspace_id: workspace,
    key: "production",
    title: "Production",
    protects: ["champion"],
    created_at: daysFrom(at, -400),
  } satisfies Row<"environment">,
  base: version(before, 3, daysFrom(at, -200)),
  version: version(now, 4, daysFrom(at, -2)),
  review: {
    id: "rev_practice",
    version_id: now,
    model_id: "mod_practice",
    workspace_id: workspace,
    environment_id: "env_practice",
    policy_revision_id: "plr_practice",
    tier: "T1",
    state: "in_validation",
    round: 1,
    requested_by: developer,
    requested_at: daysFrom(at, -2),
    due_at: daysFrom(at, 8),
    ended_at: null,
  } satisfies Row<"review">,
  contributors: (["submitter", "trainer"] as const).map((kind): Row<"contributor"> => ({
    id: `ctb_practice_${kind}`,
    version_id: now,
    kind,
    address: null,
    person_id: developer,
    mapped_by: null,
  })),
});

const file = (id: string, name: string): string => documentDigest({ practice: `${id}/${name}` });

/** Settings that differ between the two versions. */
export const sampleChanges: FieldChange[] = [
  { what: "submission", name: "commit", base: "4f1c2b0", now: "9ad03e7" },
  { what: "parameter", name: "learning_rate", base: "0.05", now: "0.03" },
  { what: "parameter", name: "n_estimators", base: "160", now: "320" },
  { what: "parameter", name: "num_leaves", base: "12", now: "16" },
  { what: "requirement", name: "lightgbm", base: "==4.5.0", now: "==4.6.0" },
  { what: "data", name: "train", base: file(before, "data/train.parquet"), now: file(now, "data/train.parquet") },
  { what: "file", name: "model.onnx", base: file(before, "model.onnx"), now: file(now, "model.onnx") },
];
