/** German of the trail's verification in the browser, and of saved views. */
export const trailInBrowser: Readonly<Record<string, string>> = {
  // The whole trail, verified.
  "Verify again": "Erneut verifizieren",
  "Verify in this browser": "In diesem Browser verifizieren",
  "Verifying {n} of {of} entries": "{n} von {of} Einträgen verifiziert",
  "<b>Verified in this browser to #{n}</b> <quiet>{moment}, in {time}</quiet>":
    "<b>In diesem Browser verifiziert bis #{n}</b> <quiet>{moment}, in {time}</quiet>",
  "<b>Signed to #{n}</b> <quiet>by the notary, {moment}</quiet>":
    "<b>Signiert bis #{n}</b> <quiet>vom Notardienst, {moment}</quiet>",
  "The log could not be read to its end, so nothing is said of it. Try again in a moment.":
    "Das Protokoll ließ sich nicht bis zum Ende lesen, daher wird nichts darüber ausgesagt. Versuchen Sie es gleich noch einmal.",
  "This instance names another key of its log than the one this browser knows. Ask whoever runs it why before you believe either.":
    "Diese Instanz nennt für ihr Protokoll einen anderen Schlüssel, als dieser Browser kennt. Fragen Sie beim Betrieb nach dem Grund, bevor Sie einem der beiden vertrauen.",
  "This browser has not verified it yet: it hashes every entry and joins them to the roots that the notary signed.":
    "Dieser Browser hat es noch nicht verifiziert: Er bildet die Prüfsumme jedes Eintrags und führt sie zu den Wurzeln, die der Notardienst signiert hat.",
  "Check it without us": "Ohne uns verifizieren",
  "Every entry was hashed from its own bytes, and joined to the roots that the notary signed.":
    "Die Prüfsumme jedes Eintrags wurde aus seinen eigenen Bytes gebildet und zu den Wurzeln geführt, die der Notardienst signiert hat.",
  "{n} entries were hashed from their own bytes, {others} that you may not read stand by their hash, and joined to the roots that the notary signed.":
    "{n} Prüfsummen wurden aus den Bytes der Einträge gebildet; für {others} Einträge, die Sie nicht lesen dürfen, steht ihre Prüfsumme. Alle wurden zu den Wurzeln geführt, die der Notardienst signiert hat.",
  "{n, plural, one {# newer entry is} other {# newer entries are}} signed.":
    "{n, plural, one {# neuerer Eintrag ist} other {# neuere Einträge sind}} signiert.",
  "This trail does not hold": "Dieser Prüfpfad ist nicht unversehrt",
  "Broken at #{n}": "Gebrochen bei #{n}",
  "Entry #{n}: {problem}.": "Eintrag #{n}: {problem}.",
  "Entries #0 to #{n} are as they were signed.": "Die Einträge #0 bis #{n} sind so, wie sie signiert wurden.",
  "Nothing from #{n} on can be trusted from this copy.": "Ab #{n} ist dieser Kopie nicht zu trauen.",
  "Nothing of it can be trusted from this copy.": "Dieser Kopie ist insgesamt nicht zu trauen.",
  "A hash shows that something was changed, not by whom or what stood there.":
    "Eine Prüfsumme zeigt, dass etwas geändert wurde, aber nicht, durch wen oder was dort stand.",
  "Hash of these bytes": "Prüfsumme dieser Bytes",
  "Hash in the tree": "Prüfsumme im Baum",
  "Save this discrepancy": "Abweichung speichern",
  "Entries around it": "Einträge ringsum",
  "Checked in this browser, {moment}.": "In diesem Browser verifiziert, {moment}.",
  "Evidence bundles and receipts taken before hold a true copy.":
    "Nachweispakete und Quittungen von früher enthalten eine echte Kopie.",
  "Verification of the trail": "Verifikation des Prüfpfads",

  // The chain's line beside the entries.
  "Does not match": "Stimmt nicht überein",
  "Cannot be judged": "Nicht zu beurteilen",

  // What the trail is narrowed to.
  "Model, version or policy": "Modell, Version oder Richtlinie",
  "such as credit-pd or credit-pd/2": "etwa credit-pd oder credit-pd/2",

  // One entry.
  "These bytes are in the signed tree of {n} entries.": "Diese Bytes stehen im signierten Baum mit {n} Einträgen.",
  "Not verified: {problem}.": "Nicht verifiziert: {problem}.",

  // Saved views.
  "Saved views": "Gespeicherte Ansichten",
  "Forget the view {name}": "Ansicht {name} vergessen",
  "Save this view": "Ansicht speichern",
  "Its name": "Name der Ansicht",
};
