import { msg } from "@countersign/words";

/** The steps, numbered as in the design reference, each in a sentence of what it does. */
export const steps = {
  V0: msg("Trust comes from outside: only the keys that were given are believed, never one from the bundle."),
  V1: msg("The file is the one archive form a bundle may have, to the last header byte."),
  V2: msg("Every file is listed in the manifest with its digest and size, and nothing else is there."),
  V4: msg("The export itself is recorded in the log, with this manifest and these streams, after the bundle's state."),
  V5: msg("The tree head is signed by a trusted key of this log."),
  V7: msg("Every record stands in the tree at its own place."),
  V8: msg("The tree, computed again from every leaf hash, has the signed root."),
  V10: msg("Every record is in the one canonical form, of the known vocabulary, of this log and place."),
  V11: msg("Every stream is complete up to its stated end, in order, and nothing settled was rewritten."),
  V12: msg("Every name and text is the one that the record binds by its salted digest."),
  V13: msg("Every record's own proof leads to the signed root."),
  V16: msg("The pinned policy, applied again to evidence, signatures and roles in force, gives the recorded verdict."),
  V17: msg("The version is its files: the manifest gives the identity, whole and in parts."),
  V19: msg("The readable copies say what the record says, byte for byte."),
} as const;

export type StepId = keyof typeof steps;
export const stepIds = Object.keys(steps) as StepId[];

interface CodeSpec {
  step: StepId;
  text: string;
}

/** Every discrepancy that the verifier can name, with the step that finds it and its sentence. */
export const codes = {
  no_trusted_key: { step: "V0", text: msg("No key to trust was given, or it is not a verifier key.") },
  container: { step: "V1", text: msg("The archive is not in the form of an evidence bundle.") },
  manifest_form: { step: "V2", text: msg("The manifest is missing or not in its form.") },
  member_missing: { step: "V2", text: msg("The manifest lists a file that is not there.") },
  member_unlisted: { step: "V2", text: msg("A file is there that the manifest does not list.") },
  member_changed: { step: "V2", text: msg("A file is not the one that the manifest lists.") },
  member_unknown: { step: "V2", text: msg("A file is there that a bundle does not have.") },
  blob_changed: { step: "V2", text: msg("A document is not the one that its name says.") },
  export_form: { step: "V4", text: msg("The export's own record is missing or not in its form.") },
  export_not_logged: { step: "V4", text: msg("The export's own record is not in the log.") },
  export_other_manifest: {
    step: "V4",
    text: msg("The export was recorded with another manifest: this bundle was made or changed outside the log."),
  },
  export_other_heads: { step: "V4", text: msg("The export was recorded with other ends of streams.") },
  trees_inconsistent: {
    step: "V4",
    text: msg("The tree of the bundle is not the beginning of the tree that holds the export."),
  },
  checkpoint_untrusted: { step: "V5", text: msg("The tree head is not signed by a trusted key.") },
  leaf_not_in_tree: { step: "V7", text: msg("A record is not the one that stands at its place in the tree.") },
  tiles_wrong: { step: "V8", text: msg("The hashes of the tree are not there in full.") },
  root_differs: { step: "V8", text: msg("The tree has another root than the one that was signed.") },
  leaf_form: { step: "V10", text: msg("A record is not in canonical form or not of the known vocabulary.") },
  leaf_place: { step: "V10", text: msg("A record says another place or log than the one it stands in.") },
  stream_gap: { step: "V11", text: msg("A stream has a gap: an act is missing.") },
  stream_head: {
    step: "V11",
    text: msg("A stream does not end where the manifest says: acts are missing at its end, or too many."),
  },
  stream_missing: { step: "V11", text: msg("What a record refers to is not in the bundle.") },
  row_rewritten: { step: "V11", text: msg("Something settled was changed by a later record.") },
  time_moved: { step: "V11", text: msg("A record's time does not fit the time at which it was written.") },
  seed_after_live: {
    step: "V11",
    text: msg("A record tells another time than its own although the instance was live."),
  },
  disclosure_missing: {
    step: "V12",
    text: msg("A name or text that the record binds is not in the bundle, and no record says that it was erased."),
  },
  disclosure_unbound: { step: "V12", text: msg("A name or text is not one that a record binds.") },
  proof_missing: { step: "V13", text: msg("A record has no proof.") },
  proof_false: { step: "V13", text: msg("A proof does not lead from its record to the signed root.") },
  grant_unfounded: { step: "V16", text: msg("A role was not granted by those who may grant it.") },
  policy_unfounded: {
    step: "V16",
    text: msg("A policy revision is not there, not readable, or not published by two people."),
  },
  policy_not_applying: {
    step: "V16",
    text: msg("The review was opened under a policy that was not published for it."),
  },
  contributors_differ: { step: "V16", text: msg("Those who built the version are not all named.") },
  evidence_differs: { step: "V16", text: msg("The sealed evidence is not what the record holds.") },
  result_differs: { step: "V16", text: msg("A check's result does not give the verdict that was recorded.") },
  conditions_differ: { step: "V16", text: msg("The conditions are not those whose digest was signed.") },
  signature_of_another: { step: "V16", text: msg("A signature was not recorded by its signer.") },
  signature_time: {
    step: "V16",
    text: msg("A signature was not given at the time it tells, or its signer had not just proved who they are."),
  },
  signer_without_role: {
    step: "V16",
    text: msg("A signer did not hold the role, or the policy asks no such signature of it."),
  },
  signer_built_it: { step: "V16", text: msg("A signer helped to build the version.") },
  signature_twice: { step: "V16", text: msg("A person signed a round more than once.") },
  signature_out_of_turn: { step: "V16", text: msg("A signature was given when none could be.") },
  signature_on_other_content: {
    step: "V16",
    text: msg("A signature names other evidence or conditions than those it was given on."),
  },
  statement_differs: { step: "V16", text: msg("The signed statement is not the one that the record gives.") },
  approval_unfounded: {
    step: "V16",
    text: msg("An approval is recorded that policy, evidence and signatures do not give."),
  },
  ending_unfounded: {
    step: "V16",
    text: msg("A review ended in a way that its record does not give, or went on after its end."),
  },
  rejection_ignored: { step: "V16", text: msg("A rejection stands and the review does not say so.") },
  alias_unfounded: { step: "V16", text: msg("A protected name points to this version without a valid approval.") },
  identity_differs: { step: "V17", text: msg("The identity is not that of the version's files.") },
  parts_differ: { step: "V17", text: msg("A part's identity is not that of its files.") },
  scope_differs: { step: "V17", text: msg("The manifest is about another version than the record.") },
  decision_json_differs: { step: "V19", text: msg("decision.json does not say what the record says.") },
  decision_html_differs: { step: "V19", text: msg("decision.html does not say what the record says.") },
  /** Counts against the step that was running. */
  fault: {
    step: "V1",
    text: msg("The verifier could not finish. Nothing is accepted that was not checked to the end."),
  },
} as const satisfies Record<string, CodeSpec>;

export type Code = keyof typeof codes;
