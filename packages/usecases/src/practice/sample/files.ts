import type { Row } from "@countersign/db";
import { documentDigest } from "@countersign/record";
import type { DocumentView } from "@countersign/domain";

const card = `# Retail credit PD, version 4

> Made up for practice. Neither the bank nor its applicants exist.

## Purpose

Gradient boosted trees on 15 fields of an application. The score is the probability that a personal loan defaults within 12 months. Applications scoring below 0.20 are approved; the others go to a person.

## Out of scope

Declining anybody without a person's review. Business loans, mortgages.

## Data

Trained on newer applications than version 3, tested on the same 5,000. See the datasheet.

## Reported metrics (threshold 0.20)

| metric | version 3 | version 4 |
|---|---|---|
| roc_auc | 0.7905 | 0.8105 |
| gini | 0.5810 | 0.6210 |
| ece10 | 0.0180 | 0.0130 |

Every employment type is above the limit of 0.70.

## Limitations

Trained on accepted applications only. Applicants under 25 have short credit files.

## Monitoring and rollback

ROC AUC over 7 days, floor 0.70. Rollback: the alias champion goes back to version 3.
`;

const datasheet = `# Applications for personal loans

> Made up for practice.

## Composition

12,000 applications for training, 5,000 for testing, one row each. 12 % defaulted. Employment type: permanent 62 %, temporary 15 %, self-employed 12 %, retired 11 %.

## Collection

Accepted applications of two years. For version 4 the training rows were drawn anew from the newer year; its campaign was for people in employment, and 3 % of them are self-employed.

## Uses

Estimating default within 12 months. Nothing else.
`;

/** Role, path and size of each file; the same number: the same bytes in both versions. */
const files = [
  ["train", "data/train.parquet", 215_012, null],
  ["test", "data/test.parquet", 107_480, null],
  ["card", "model-card.md", card.length, card],
  ["datasheet", "datasheet.md", datasheet.length, datasheet],
  ["reported", "metrics.json", 412, null],
  ["parameters", "parameters.json", 268, null],
  ["requirements", "requirements.txt", 194, null],
  ["model", "model.onnx", 486_113, null],
] as const;

/** The files of a version of the sample. Both were tested on the same rows; nothing else is the same. */
export const sampleFiles = (versionId: string): Row<"version_file">[] =>
  files.map(([role, path, size]) => ({
    id: `fil_${versionId}_${role}`,
    version_id: versionId,
    role,
    part: role === "model" ? "onnx" : null,
    path,
    sha256: documentDigest({ practice: role === "test" ? path : `${versionId}/${path}` }),
    size,
  }));

/** A file as the page shows it, with the text that goes with it. */
export const shownFile = ({ role, path, sha256, size }: Row<"version_file">): DocumentView => ({
  role,
  path,
  sha256,
  size,
  text: files.find(([of]) => of === role)?.[3] ?? null,
});
