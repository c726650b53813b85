import type { Task } from "@countersign/policy";

/** `countersign.yaml`, version 1, after parsing. Paths are relative to the file, with `/`. */
export interface Submission {
  countersign: 1;
  model: string;
  label?: string;
  task: Task;
  /** Part name → file or directory (trailing `/`). The parts of the manifest. */
  files: Record<string, string>;
  onnx?: {
    /** `columns`: one graph input per feature column. Otherwise the name of the one tensor input. */
    input: string;
    output: string;
    /** Index or label of the positive class, for binary; `true` and `false` are labels. */
    class?: number | string | boolean;
    /** For a tensor input: the columns, in order. Default: signature order. */
    columns?: string[];
  };
  data: {
    train?: string;
    test: { path: string; target: string; id?: string };
    /** Columns for fairness and slices; never model inputs by themselves. */
    groups?: string[];
  };
  predictions?: {
    path: string;
    /** Column of the score; for multiclass one column per class, in class order. */
    score: string | string[];
    /** Index or label of the class that a single score is for, where no ONNX model says so; the second class by default. */
    class?: number | string | boolean;
    lower?: string;
    upper?: string;
  };
  decision?: { threshold: number; favourable: "below" | "at_or_above" };
  documents?: { card?: string; datasheet?: string };
  reported?: string;
  run?: {
    repository?: string;
    commit?: string;
    parameters?: string;
    requirements?: string;
    trainer?: string;
    committers?: string[];
  };
}

/** A file of a version: bytes by digest, owned by the version under a path. */
export interface VersionFile {
  role: FileRole;
  /** Part of the manifest, for `model` files. */
  part?: string;
  /** Path inside the version, with `/`: as in the submission, relative to `countersign.yaml`. */
  path: string;
  sha256: string;
  /** Bytes. */
  size: number;
}

export const fileRoles = [
  "model",
  "train",
  "test",
  "predictions",
  "card",
  "datasheet",
  "reported",
  "parameters",
  "requirements",
] as const;
export type FileRole = (typeof fileRoles)[number];
