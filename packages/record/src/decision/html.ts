import type { DecisionDocument, ReviewRecord, SignatureRecord } from "./document.ts";

/** The document as one printable page without scripts or outside resources. Derived from the document alone. */
export function decisionHtml(document: DecisionDocument): string {
  const { model, version } = document;
  const name = `${model.title}, version ${version.number}${version.label ? ` (${version.label})` : ""}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(`Decision record: ${name}`)}</title><style>${style}</style></head><body>
<p class="kind">Decision record</p><h1>${esc(name)}</h1>
<dl><dt>Model</dt><dd>${esc(model.key)}, ${esc(tier(model.tier))}, ${esc(words(model.state))}</dd><dt>Version</dt><dd>${esc(words(version.state))}, identity <code>${esc(version.identity ?? "none")}</code></dd>
<dt>Aliases</dt><dd>${esc(document.aliases.map((alias) => `${alias.name} since ${time(alias.moved_at)}`).join("; ") || "none")}</dd>
<dt>Record</dt><dd>log <code>${esc(document.log)}</code>, as of ${document.as_of} entries</dd></dl>
${document.reviews.map(review).join("\n")}
<footer>Made from the record. It proves nothing by itself: verify the bundle it came in.</footer></body></html>
`;
}

function review(record: ReviewRecord): string {
  const { approval } = record;
  return `<section><h2>Review for ${esc(record.environment)}: ${esc(words(record.state))}</h2>
<p>Asked for on ${time(record.requested_at)}, under ${esc(record.policy.key)} revision ${record.policy.revision} <code>${esc(record.policy.sha256)}</code>.${approval ? ` Approval ${esc(words(approval.state))}, granted ${time(approval.granted_at)}, until ${time(approval.valid_until)}, recorded as #${approval.recorded_as ?? "?"}.` : " No approval was granted."}</p>
<h3>Signatures</h3>${record.signatures.length === 0 ? "<p>None.</p>" : record.signatures.map(signature).join("")}
<h3>Conditions</h3>${list(record.conditions.map((condition) => `${condition.number}. ${condition.text} Owner ${condition.owner}, due ${time(condition.due_at)}${condition.blocking ? ", blocking" : ""}: ${words(condition.state)}.`))}
<h3>Findings</h3>${list(record.findings.map((finding) => `${finding.number}. ${finding.title} (${finding.severity}): ${words(finding.state)}.`))}
<h3>Checks</h3>${record.rounds.map((round) => `<table><caption>Round ${round.number}, ${esc(words(round.state))}, evidence <code>${esc(round.evidence ?? "not sealed")}</code></caption><thead><tr><th>Check</th><th>Verdict</th><th>Outcome</th><th>Result</th></tr></thead><tbody>${round.checks.map((check) => `<tr><td>${esc(check.check)}</td><td>${esc(words(check.verdict ?? "running"))}</td><td>${esc(check.outcome ?? "")}</td><td><code>${esc((check.result ?? "").slice(0, 16))}</code></td></tr>`).join("")}</tbody></table>`).join("")}</section>`;
}

/** Name, role, meaning, time, record: 21 CFR 11.50(b) asks for it in every readable form. */
function signature(record: SignatureRecord): string {
  return `<div class="sign${record.state === "valid" ? "" : " gone"}"><strong>${esc(record.name)}</strong>, ${esc(words(record.role))}: ${esc(words(record.act))}${record.state === "valid" ? "" : ` (${esc(words(record.state))})`}<br>${time(record.signed_at)}, round ${record.round}, recorded as #${record.recorded_as ?? "?"}${record.reason ? `<blockquote>${esc(record.reason)}</blockquote>` : ""}<br><code>${esc(record.statement)}</code></div>`;
}

const list = (items: string[]): string =>
  items.length === 0 ? "<p>None.</p>" : `<ul>${items.map((item) => `<li>${esc(item)}</li>`).join("")}</ul>`;
const words = (state: string): string => state.replaceAll("_", " ");
const tier = (value: string | null): string => (value ? `tier ${value.slice(1)}` : "untiered");
const time = (iso: string): string => `${esc(iso.slice(0, 10))} ${esc(iso.slice(11, 19))} UTC`;
const esc = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const style =
  "body{font:15px/1.5 Georgia,serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}h1{font-size:1.6rem}h2{border-top:3px double #111;padding-top:.6rem;margin-top:2rem}code{font-size:.75rem;word-break:break-all}dl{display:grid;grid-template-columns:6rem 1fr;gap:.2rem 1rem}dd{margin:0}table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;padding:.3rem 0}td,th{border-bottom:1px solid #bbb;text-align:left;padding:.15rem .4rem .15rem 0}.sign{border-left:4px double #111;padding:.2rem .8rem;margin:.6rem 0}.gone{text-decoration:line-through}.kind{letter-spacing:.05em;margin:0}footer{margin-top:2rem;border-top:1px solid #bbb}";
