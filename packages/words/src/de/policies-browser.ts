/** German of a policy's draft and confirmation, which run in the browser. */
export const policiesBrowser: Readonly<Record<string, string>> = {
  "The policy, as YAML": "Die Richtlinie als YAML",
  "Kept in this window as you type. A document with another key makes another policy.":
    "Bleibt in diesem Fenster, während Sie schreiben. Ein Dokument mit anderem Schlüssel ergibt eine andere Richtlinie.",
  "Working…": "Läuft …",
  "Dry run": "Probelauf",
  "Propose this revision": "Diese Fassung vorschlagen",
  "Discard the draft": "Entwurf verwerfen",
  "Proposing is closed until a dry run of exactly this text exists.":
    "Vorschlagen ist erst möglich, wenn es einen Probelauf genau dieses Textes gibt.",
  "The text has changed since the dry run.": "Der Text hat sich seit dem Probelauf geändert.",
  "Run it again: what stands below is about the text before.":
    "Wiederholen Sie ihn: Was darunter steht, gilt für den Text davor.",
  "What is wrong": "Was nicht stimmt",
  "{n} in all": "{n} insgesamt",
  "Line {n}": "Zeile {n}",
  "nothing decided would differ": "nichts Entschiedenes wäre anders",
  "Against revision {n}": "Gegen Fassung {n}",
  "A new policy": "Eine neue Richtlinie",
  "{key} is a policy already.": "{key} ist schon eine Richtlinie.",
  "What is proposed is its next revision.": "Vorgeschlagen wird ihre nächste Fassung.",
  "The draft": "Der Entwurf",
  "No revision of {key} is in force.": "Von {key} ist keine Fassung in Kraft.",
  "A dry run tells which decisions of the last year this text would have judged otherwise, and why. It changes nothing.":
    "Ein Probelauf sagt, welche Entscheidungen des letzten Jahres dieser Text anders beurteilt hätte und warum. Er ändert nichts.",
  "Your password, for this confirmation": "Ihr Passwort für diese Bestätigung",
  "Publishing…": "Wird veröffentlicht …",
  "Publish revision {n}": "Fassung {n} veröffentlichen",
  "Nothing differs": "Nichts weicht ab",
  "The document is the same, word for word.": "Das Dokument ist Wort für Wort dasselbe.",
  "Rules that differ": "Regeln, die abweichen",
  Rule: "Regel",
  "Revision {n}": "Fassung {n}",
  "needs {what}": "braucht {what}",
  "No review of the last year would have been judged by it.":
    "Keine Prüfung des letzten Jahres wäre danach beurteilt worden.",
  "<b>{n, plural, one {# decided review} other {# decided reviews}}</b> of the last year {n, plural, one {was} other {were}} tried; {same, plural, one {# would stand as it does.} other {# would stand as they do.}}":
    "<b>{n, plural, one {# entschiedene Prüfung} other {# entschiedene Prüfungen}}</b> des letzten Jahres {n, plural, one {wurde} other {wurden}} probiert; {same, plural, one {# bliebe} other {# blieben}} wie bisher.",
  "No open review is concerned.": "Keine offene Prüfung ist betroffen.",
  "<b>{n, plural, one {# open review} other {# open reviews}}</b> {n, plural, one {was tried. It keeps the revision that it began with;} other {were tried. They keep the revision that they began with;}} a new round would meet this.":
    "<b>{n, plural, one {# offene Prüfung} other {# offene Prüfungen}}</b> {n, plural, one {wurde probiert. Sie behält die Fassung, mit der sie begann;} other {wurden probiert. Sie behalten die Fassung, mit der sie begannen;}} eine neue Runde träfe auf diese.",
  "{n} older ones were not tried.": "{n} ältere wurden nicht probiert.",
  "version {n}": "Version {n}",
  "new:": "neu:",
  "no longer:": "nicht mehr:",
};
