import { type CheckVerdict, conditionStates, findingStates, type SignatureView } from "@countersign/domain";
import {
  buttonClass,
  CalibrationChart,
  Chip,
  Digest,
  DotChart,
  Due,
  DueFolio,
  Empty,
  fieldClass,
  Figure,
  Icon,
  iconNames,
  Manifestation,
  Moment,
  Note,
  PartState,
  ReviewState,
  Rosette,
  ScrollTable,
  Section,
  TierMark,
  Verdict,
} from "@countersign/ui";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readEnv } from "../../env.ts";

export const metadata: Metadata = { title: "Components" };

const now = Date.parse("2026-11-23T12:00:00Z");
const sha256 = "9f2c0d4b1e7a3c5566778899aabbccddeeff00112233445566778899aabba41d";
const signature: SignatureView = {
  id: "dec_1",
  person: { id: "per_1", name: "Priya Natarajan" },
  role: "approver",
  act: "approve_with_conditions",
  withConditions: true,
  meaning: "I have reviewed the evidence listed and approve production use subject to the conditions below.",
  reason: "The gain is real; the younger group has to be watched.",
  signedAt: "2026-11-23T13:01:58.000Z",
  state: "valid",
  round: 2,
  evidenceSha256: sha256,
  statementSha256: sha256,
  recordedAs: 48_211,
};
const signatures: [string, SignatureView][] = [
  ["Valid", signature],
  ["Given, not in the log yet", { ...signature, id: "dec_2", recordedAs: null }],
  ["Superseded", { ...signature, id: "dec_3", state: "superseded" }],
  [
    "Withdrawn, hidden until you have decided",
    { ...signature, id: "dec_4", state: "withdrawn", meaning: null, reason: null },
  ],
];

const type: [string, string, string][] = [
  ["27 serif 600", "font-serif text-[27px] font-[600]", "Retail credit PD, version 2"],
  ["21 serif 600", "font-serif text-[21px] font-[600]", "2 of 31 past decisions would have been blocked."],
  ["18 serif 600", "font-serif text-[18px] font-[600]", "Compared with production"],
  ["16 serif 400", "font-serif text-[16px]", "“I have reviewed the evidence listed.” Words a person stands behind."],
  ["15 sans 400, 650", "text-[15px]", "Body and tables, tabular digits 0123456789."],
  ["13 sans", "text-[13px] text-muted", "Meta, table heads, hints. Nothing is smaller than 12."],
  ["mono", "font-mono text-[13px]", "#48,211 sha256:9f2c…a41d models:/credit-pd@champion"],
];

const reviewStates = [
  "in_validation",
  "changes_requested",
  "pending_approval",
  "approved",
  "approved_with_conditions",
  "rejected",
  "withdrawn",
];
const verdicts: (CheckVerdict | null)[] = ["pass", "warn", "fail", "insufficient", "error", "skipped", null];
const dues = ["2026-11-20", "2026-11-23", "2026-11-25", "2026-12-09", "2027-02-01"].map((day) => `${day}T17:00:00Z`);
const tones = [
  "canvas",
  "surface",
  "sunken",
  "accent",
  "accent-tint",
  "valid-tint",
  "change-tint",
  "ok-tint",
  "cond-tint",
  "fail-tint",
  "susp-tint",
];
// Tailwind makes the classes that it can read in full.
const swatch: Record<string, string> = {
  canvas: "bg-canvas",
  surface: "bg-surface",
  sunken: "bg-sunken",
  accent: "bg-accent",
  "accent-tint": "bg-accent-tint",
  "valid-tint": "bg-valid-tint",
  "change-tint": "bg-change-tint",
  "ok-tint": "bg-ok-tint",
  "cond-tint": "bg-cond-tint",
  "fail-tint": "bg-fail-tint",
  "susp-tint": "bg-susp-tint",
};

const rows = [
  { label: "18-24", value: 0.546, low: 0.51, high: 0.58, words: "0.546 of 357", beyond: true },
  { label: "25-34", value: 0.708, low: 0.69, high: 0.73, words: "0.708 of 1,204" },
  { label: "70 and over", value: null, words: "too few: 9" },
];
const bins = [0.05, 0.15, 0.25, 0.4, 0.6, 0.85].map((predicted) => ({ predicted, observed: predicted ** 1.1 }));

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid items-start gap-x-4 gap-y-1 border-t border-hair py-2 first:border-t-0 sm:grid-cols-[150px_minmax(0,1fr)]">
      <span className="text-[13px] text-muted">{name}</span>
      <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}

/** Every component of the product in each of its states: what a change is looked at with. Only where it is asked for. */
export default function GalleryPage() {
  if (!readEnv().gallery) notFound();
  return (
    <main className="mx-auto max-w-[1000px] bg-surface px-4 py-8">
      <h1 className="mb-2 flex items-center gap-3 font-serif text-[27px] font-[600]">
        <Rosette className="size-8" /> Components
      </h1>
      <p className="mb-6 max-w-[62ch] font-serif text-[16px]">
        Serif for what is record, sans for what is tool, one ink for your action, and a seal that only ever means
        signed.
      </p>
      <Section id="type" folio="1" title="Type" summary="three faces, nothing under 12 px">
        {type.map(([name, style, text]) => (
          <Row key={name} name={name}>
            <span className={`min-w-0 break-words ${style}`}>{text}</span>
          </Row>
        ))}
      </Section>
      <Section id="colour" folio="2" title="Colour" summary="in light and dark, each with its ink">
        <ul className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <li key={tone} className="text-[13px]">
              <span className={`block h-9 w-24 border border-control ${swatch[tone]}`} />
              {tone}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="status" folio="3" title="Status" summary="shape and word first, colour last">
        <Row name="Review">
          {reviewStates.map((state) => (
            <ReviewState key={state} state={state} />
          ))}
        </Row>
        <Row name="Check">
          {verdicts.map((verdict) => (
            <Verdict key={verdict} verdict={verdict} />
          ))}
        </Row>
        <Row name="Finding, condition">
          {[...findingStates, ...conditionStates].map((state) => (
            <PartState key={state} state={state}>
              {state.replaceAll("_", " ")}
            </PartState>
          ))}
        </Row>
        <Row name="Tone">
          {(["draft", "line", "valid", "change", "ok", "cond", "fail", "susp", "prod"] as const).map((tone) => (
            <Chip key={tone} tone={tone} icon="open">
              {tone}
            </Chip>
          ))}
        </Row>
        <Row name="Tier">
          {["T1", "T2", "T3", "T4"].map((tier) => (
            <TierMark key={tier} tier={tier} />
          ))}
        </Row>
      </Section>
      <Section id="time" folio="4" title="Time" summary="in the reader's zone, with its offset">
        <Row name="Moment">
          <Moment iso="2026-11-23T13:01:58Z" />
        </Row>
        {dues.map((due) => (
          <Row key={due} name={due.slice(0, 10)}>
            <DueFolio iso={due} now={now} />
            <Due iso={due} now={now} />
          </Row>
        ))}
      </Section>
      <Section id="seal" folio="5" title="Seal and signature" summary="signatures only">
        <Row name="Seal">
          {(["bare", "valid", "waiting", "gone", "struck"] as const).map((state) => (
            <span key={state} className="inline-flex items-center gap-2">
              <Rosette state={state} className="size-8" /> {state}
            </span>
          ))}
        </Row>
        {signatures.map(([name, one]) => (
          <Row key={one.id} name={name}>
            <div className="min-w-0 grow">
              <Manifestation signature={one} />
            </div>
          </Row>
        ))}
        <Row name="Digest">
          <Digest sha256={sha256} />
        </Row>
      </Section>
      <Section id="acts" folio="6" title="Actions and fields">
        <Row name="Button">
          <button type="button" className={buttonClass("primary")}>
            Approve and sign…
          </button>
          <button type="button" className={buttonClass()}>
            Request changes… <kbd>r</kbd>
          </button>
          <button type="button" className={buttonClass("danger")}>
            Reject…
          </button>
          <button type="button" aria-disabled="true" className={buttonClass("primary", true)}>
            Blocked, says why
          </button>
        </Row>
        <Row name="Field">
          <label className="grow">
            Limit
            <input className={fieldClass} defaultValue="0.20" />
          </label>
          <label className="grow">
            Role
            <select className={fieldClass} defaultValue="b">
              <option value="a">validator</option>
              <option value="b">approver</option>
            </select>
          </label>
        </Row>
        <Row name="Text">
          <label className="grow">
            Reason
            <textarea className={fieldClass} rows={3} defaultValue="At least twenty characters." />
          </label>
        </Row>
      </Section>
      <Section id="notes" folio="7" title="Remarks and nothing">
        <div className="grid gap-3">
          <Note title="Information.">Checks are running: 4 of 22 left.</Note>
          <Note tone="warn" title="Attention.">
            The evidence has changed since you read it.
          </Note>
          <Note tone="fail" title="The server did not answer.">
            What you typed is kept.
          </Note>
          <Empty title="Nothing waits for you">
            When it is your turn, it stands here with the reason and the date.
          </Empty>
        </div>
      </Section>
      <Section
        id="figures"
        folio="8"
        title="Figures and tables"
        summary="drawn on the server; the same numbers as a table"
      >
        <Figure
          title="Favourable decisions by age"
          finding="18-24 is below the limit; one group is too small to judge."
          table={{
            head: ["group", "share", "rows"],
            rows: [
              ["18-24", "0.546", 357],
              ["25-34", "0.708", "1,204"],
            ],
          }}
        >
          <DotChart rows={rows} limit={{ at: 0.57, word: "at least 0.57" }} />
        </Figure>
        <Figure
          title="Calibration"
          finding="The scores are close to what happens."
          table={{ head: ["predicted", "observed"], rows: bins.map((bin) => [bin.predicted, bin.observed.toFixed(3)]) }}
        >
          <CalibrationChart points={bins} />
        </Figure>
        <ScrollTable label="Files" head={["What", { text: "Bytes", right: true }, "SHA-256"]}>
          <tr className="border-t border-hair">
            <td className="py-1 pr-3">Training data</td>
            <td className="py-1 pr-3 text-right font-mono">310,348</td>
            <td className="py-1">
              <Digest sha256={sha256} />
            </td>
          </tr>
        </ScrollTable>
      </Section>
      <Section id="icons" folio="9" title="Icons" summary="20 units, 1.6 stroke; always with a word">
        <ul className="grid grid-cols-2 gap-1 sm:grid-cols-4 md:grid-cols-6">
          {iconNames.map((name) => (
            <li key={name} className="flex items-center gap-2 font-mono text-[13px]">
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Section>
    </main>
  );
}
