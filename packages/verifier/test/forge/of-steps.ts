import { jcsBytes, utf8 } from "@countersign/canonical";
import { layout, type StrictJson } from "@countersign/record";
import { formatProof, parseProof } from "@countersign/tlog";
import type { Code } from "../../src/index.ts";
import { actOf, imageIn, later, leavesOf } from "./edit.ts";
import { type Forgery, member } from "./forgery.ts";
import type { Opened } from "./opened.ts";

const insider = (claim: string, finds: Code, edit: Forgery["edit"]): Forgery => ({
  claim,
  by: "insider",
  of: "approved",
  finds: [finds],
  edit,
});
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The proof of the export, taken apart and written again with a change. */
const proofWith =
  (change: (proof: Parameters<typeof formatProof>[0]) => Parameters<typeof formatProof>[0]) =>
  (bytes: Uint8Array): Uint8Array => {
    const parsed = parseProof(text(bytes));
    if (!parsed.ok) throw new Error(parsed.problem);
    return utf8(formatProof(change(parsed.proof)));
  };
const exportRow = (o: Opened): { [column: string]: StrictJson } => imageIn(o.exported, "evidence_export");

/** What each step before the rules finds by itself. */
export const forgeriesOfSteps: Forgery[] = [
  insider("a manifest that tells another size of the log", "checkpoint_untrusted", (o) => {
    o.keep = ["manifest"];
    o.manifest.size += 1;
  }),
  insider("a manifest that tells another length of a file", "member_changed", (o) => {
    o.keep = ["manifest"];
    for (const one of o.manifest.members.slice(0, 1)) one.size += 1;
  }),
  {
    claim: "a name of the same length in decision.json, zipped again",
    by: "repacked",
    of: "approved",
    finds: ["member_changed"],
    edit: (o, original) => {
      o.keep = ["manifest", "export"];
      o.force.set(layout.decisionJson, utf8(member(original, layout.decisionJson).replaceAll("priya", "sofia")));
    },
  },
  insider("a manifest that tells another log", "checkpoint_untrusted", (o) => {
    o.manifest.log = "other.log";
  }),
  insider("disclosures out of order", "disclosure_unbound", (o, original) => {
    const lines = member(original, layout.disclosures).split("\n").slice(0, -1);
    o.force.set(layout.disclosures, utf8(`${lines.toReversed().join("\n")}\n`));
  }),
  insider("a document that is not in its one spelling", "blob_changed", (o) => {
    const [sha256, document] = [...o.blobs][0] ?? ["", null];
    o.force.set(layout.blob(sha256), utf8(` ${text(jcsBytes(document))}`));
  }),
  insider(
    "the export's record is that of another act",
    "export_form",
    (o, original) =>
      void o.beside.set(layout.exportLeaf, () => utf8(member(original, layout.leaf(o.leaves[0]?.idx ?? 0)))),
  ),
  insider(
    "the export's record tells of two exports",
    "export_form",
    (o) =>
      void o.exported.core.rows.push(structuredClone(o.exported.core.rows[0] ?? { t: "evidence_export", row: {} })),
  ),
  insider(
    "the export is of another version",
    "export_other_manifest",
    (o) => void Object.assign(exportRow(o), { version_id: "ver_0" }),
  ),
  insider(
    "the export's record tells another place than it stands in",
    "export_not_logged",
    (o) => void Object.assign(o.exportSays, { idx: 1 }),
  ),
  insider(
    "the export's record tells another log than it stands in",
    "export_not_logged",
    (o) => void Object.assign(o.exportSays, { log: "other.log" }),
  ),
  insider(
    "the export's proof carries something beside",
    "export_not_logged",
    (o) =>
      void o.beside.set(
        layout.exportProof,
        proofWith((proof) => ({ ...proof, extra: new Uint8Array(4) })),
      ),
  ),
  insider("the export's tree head is signed by nobody", "export_not_logged", (o) => {
    o.beside.set(
      layout.exportProof,
      proofWith((proof) => ({ ...proof, checkpoint: proof.checkpoint.replace(/(— \S+ ).{8}/, "$1AAAAAAAA") })),
    );
  }),
  insider("a record written before those that it follows", "time_moved", (o) => {
    for (const leaf of o.leaves.slice(-1)) {
      leaf.db = { ...leaf.db, at: leaf.db.at.replace(/^\d{4}/, "2020") };
      leaf.core.claimed_at = leaf.core.claimed_at.replace(/^\d{4}/, "2020");
    }
  }),
  insider("a tile named with another width than it has", "tiles_wrong", (o, original) => {
    const path = [...o.original.keys()].findLast((name) => name.startsWith("log/tile/0/")) ?? "";
    const other = path.includes(".p/")
      ? path.replace(/\.p\/(\d+)$/, (_, width: string) => `.p/${Number(width) === 1 ? 2 : Number(width) - 1}`)
      : `${path}.p/255`;
    o.force.set(path, null);
    o.force.set(other, o.original.get(path) ?? utf8(original.toString()));
  }),
  insider(
    "a record beyond the end of the tree",
    "leaf_not_in_tree",
    (o, original) =>
      void o.force.set(layout.leaf(o.hashes.length + 5), utf8(member(original, layout.leaf(o.leaves[0]?.idx ?? 0)))),
  ),
  insider(
    "a record at another place than it says",
    "leaf_place",
    (o, original) =>
      void o.force.set(layout.leaf(o.hashes.length + 5), utf8(member(original, layout.leaf(o.leaves[0]?.idx ?? 0)))),
  ),
  insider("a record of another log", "leaf_place", (o) => {
    for (const leaf of o.leaves.slice(0, 1)) leaf.log = "other.log";
  }),
  insider("a manifest that tells another end of a stream", "stream_head", (o) => {
    o.keep = ["manifest"];
    for (const stream of Object.keys(o.manifest.heads).slice(0, 1)) o.manifest.heads[stream] = 99;
  }),
  insider(
    "a proof that is none",
    "proof_false",
    (o) => void o.force.set(layout.proof(o.leaves[0]?.idx ?? 0), utf8("no proof\n")),
  ),
  insider("a proof of no record", "proof_false", (o, original) => {
    const outside = o.hashes.findIndex((_, idx) => !o.leaves.some((leaf) => leaf.idx === idx));
    o.force.set(layout.proof(outside), utf8(member(original, layout.proof(o.leaves[0]?.idx ?? 0))));
  }),
  insider("more rows than a version's story has", "leaf_form", (o) => {
    const frozen = leavesOf(o, "version.frozen")[0] ?? actOf(o, "version.frozen");
    const row = imageIn(frozen, "contributor");
    for (let n = 0; n < 140; n++) {
      later(o, frozen, {
        act: "contributor.mapped",
        rows: Array.from({ length: 30 }, (_, i) => ({
          t: "contributor" as const,
          row: { ...row, id: `ctb_${n}_${i}` },
        })),
      });
    }
  }),
];
