/** The sheet in Typst. It reads its words as data from facts.json, so no text of a person is ever read as markup. */
export const template = String.raw`
#let f = json("/facts.json")
#let ink = rgb("#1B2430")
#let soft = rgb("#47525F")
#let petrol = rgb("#0F5C63")
#let hair = rgb("#DEDBD2")
#let serif = ("Source Serif 4", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji")
#let sans = ("Atkinson Hyperlegible Next", "Source Serif 4", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji")
#let mono = ("Atkinson Hyperlegible Mono", "Atkinson Hyperlegible Next")
#let double = stack(spacing: 1.4pt, line(length: 100%, stroke: .7pt + ink), line(length: 100%, stroke: .7pt + ink))
#let star(r, stroke: none, fill: none, turn: 0deg) = rotate(turn, polygon(stroke: stroke, fill: fill,
  ..range(48).map(i => { let q = if calc.even(i) { r } else { r * .88 }; (r + q * calc.sin(i * 7.5deg), r - q * calc.cos(i * 7.5deg)) })))
#let seal(d) = box(width: d, height: d, {
  place(star(d / 2, fill: petrol))
  place(center + horizon, circle(radius: d * .31, stroke: .5pt + white))
  place(curve(stroke: (paint: white, thickness: d * .075, cap: "square"), curve.move((d * .34, d * .51)), curve.line((d * .455, d * .62)), curve.line((d * .665, d * .39))))
})
#let guilloche = box(width: 82pt, height: 82pt, {
  for r in (41pt, 33pt, 25pt) { for i in range(8) { place(center + horizon, star(r, stroke: .25pt + petrol.lighten(55%), turn: i * 1.875deg)) } }
  place(center + horizon, seal(32pt))
})
#set document(title: "Approval certificate, " + f.ref + " for " + f.environment, author: "Countersign", date: auto)
#set text(font: sans, size: 9.6pt, fill: ink, lang: "en")
#set par(leading: .55em)
#set page(paper: "a4", margin: (x: 17mm, top: 16mm, bottom: 21mm), footer: context {
  double
  v(3pt)
  set text(size: 8pt, fill: soft)
  grid(columns: (1fr, auto, 1fr), f.short + ", " + f.environment, "told as of " + f.size + " entries of the record", align(right, "page " + str(here().page()) + " of " + str(counter(page).final().first())))
})
#show heading.where(level: 1): set text(font: serif, size: 24pt, weight: 600)
#show heading.where(level: 2): it => block(above: 16pt, below: 9pt, width: 100%, sticky: true, {
  line(length: 100%, stroke: .7pt + ink); v(-3pt)
  text(font: serif, size: 12.5pt, weight: 600, it.body)
})
#let head(..names) = table.header(..names.pos().map(n => text(fill: soft, n)))
#let rows(columns, names, body) = table(columns: columns, inset: (left: 0pt, right: 9pt, y: 4.5pt),
  stroke: (x, y) => (bottom: if y == 0 { .6pt + ink } else { .5pt + hair }), head(..names), ..body.flatten())
#pdf.attach("/decision.json", relationship: "source", mime-type: "application/json", description: "The decision document this certificate is made from")
#pdf.attach("/evidence.zip", relationship: "supplement", mime-type: "application/zip", description: "The evidence bundle that proves the decision document")
#grid(columns: (1fr, auto), {
  box(baseline: 3pt, star(7.5pt, stroke: 1pt + petrol)); h(6pt); text(font: serif, weight: 600, size: 11.5pt, "Countersign")
  v(14pt)
  heading(level: 1, "Approval certificate")
}, pdf.artifact(guilloche))
#v(-2pt)
#double
#v(5pt)
#block(width: 92%, text(font: serif, size: 13.5pt, { f.title; [, ]; strong(text(weight: 600, f.name)); [, is ]; f.verdict; [ for ]; text(weight: 600, f.environment); [, from ]; f.from; [ to ]; f.until; [.] }))
#v(3pt)
#grid(columns: (92pt, 1fr), row-gutter: 6.5pt, ..f.rows.map(((k, v)) => (text(fill: soft, k), v)).flatten(),
  ..f.digests.map(((k, v)) => (text(fill: soft, k + " SHA-256"), text(font: mono, size: 7.6pt, v))).flatten())
== Signatures
#grid(columns: (1fr,) * f.columns, gutter: 9pt, ..f.signatures.map(s => block(width: 100%, breakable: s.reason.len() > 1400, stroke: (left: 1pt + petrol, rest: .5pt + hair), inset: (left: 2.4pt), block(width: 100%, stroke: (left: 1pt + petrol), inset: 9pt, {
  grid(columns: (30pt, 1fr), if s.state == "" { pdf.artifact(seal(23pt)) }, {
    text(font: serif, weight: 600, size: 11.5pt, s.name); linebreak()
    s.role; linebreak()
    strong(s.act); if s.state != "" { text(fill: soft, " (" + s.state + ")") }
  })
  if s.meaning != "" { par(text(font: serif, "“" + s.meaning + "”")) }
  if s.reason != "" { par({ text(fill: soft, "Reason: "); s.reason }) }
  par(text(size: 8.6pt, fill: soft, s.day + ", " + box(s.time) + linebreak() + "Round " + str(s.round) + ", recorded as " + s.recorded))
}))))
== Conditions
#if f.conditions.len() == 0 [None.] else { rows((24pt, 1fr, 92pt, 90pt, 82pt), ("No.", "Obligation", "Owner", "Due", "State"), f.conditions) }
== What the approval rests on
#par(text(fill: soft, "Checks of round " + str(f.round) + ", sealed before the first decision. What follows from a verdict is read from the policy's revision."))
#if f.checks.len() == 0 [No check was asked for.] else { rows((1fr, 72pt, 100pt), ("Check", "Verdict", "What follows"), f.checks) }
== How to verify this without us
#text(fill: soft)[The approval was granted on #f.decided and is recorded as #f.recorded in the log #text(font: mono, size: 8pt, f.log). This sheet states what the record held at #f.size entries; an approval can be suspended, revoked or expire afterwards. The sheet proves nothing by itself: what is attached to it does. Save #text(font: mono, size: 8pt)[evidence.zip] from the attachments, run #text(font: mono, size: 8pt, "countersign verify evidence.zip --trust") with the log's verifier key, which you have from somewhere else than this sheet, and compare the decision that it derives from the signed record with what is printed here. The attached #text(font: mono, size: 8pt)[decision.json] is the one in that bundle, byte for byte.]
`;
