/** The steps, numbered as in the design reference, each in a sentence of what it does. */
export const steps = {
  V0: "Trust comes from outside: only the keys that were given are believed, never one from the bundle.",
  V1: "The file is the one archive form a bundle may have, to the last header byte.",
  V2: "Every file is listed in the manifest with its digest and size, and nothing else is there.",
  V4: "The export itself is recorded in the log, with this manifest and these streams, after the bundle's state.",
  V5: "The tree head is signed by a trusted key of this log.",
  V7: "Every record stands in the tree at its own place.",
  V8: "The tree, computed again from every leaf hash, has the signed root.",
  V10: "Every record is in the one canonical form, of the known vocabulary, of this log and place.",
  V11: "Every stream is complete up to its stated end, in order, and nothing settled was rewritten.",
  V12: "Every name and text is the one that the record binds by its salted digest.",
  V13: "Every record's own proof leads to the signed root.",
  V16: "The pinned policy, applied again to evidence, signatures and roles in force, gives the recorded verdict.",
  V17: "The version is its files: the manifest gives the identity, whole and in parts.",
  V19: "The readable copies say what the record says, byte for byte.",
} as const;

export type StepId = keyof typeof steps;
export const stepIds = Object.keys(steps) as StepId[];

interface CodeSpec {
  step: StepId;
  text: string;
}

/** Every discrepancy that the verifier can name, with the step that finds it and its sentence. */
export const codes = {
  no_trusted_key: { step: "V0", text: "No key to trust was given, or it is not a verifier key." },
  container: { step: "V1", text: "The archive is not in the form of an evidence bundle." },
  manifest_form: { step: "V2", text: "The manifest is missing or not in its form." },
  member_missing: { step: "V2", text: "The manifest lists a file that is not there." },
  member_unlisted: { step: "V2", text: "A file is there that the manifest does not list." },
  member_changed: { step: "V2", text: "A file is not the one that the manifest lists." },
  checkpoint_untrusted: { step: "V5", text: "The tree head is not signed by a trusted key." },
} as const satisfies Record<string, CodeSpec>;

export type Code = keyof typeof codes;
