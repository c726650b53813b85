/** German of the page that verifies evidence bundles. What it finds stands in `verify.ts`, which it fetches when it is needed. */
export const verifyInBrowser: Readonly<Record<string, string>> = {
  // The file.
  "Give the log’s key first: without one nothing can be believed.":
    "Geben Sie zuerst den Schlüssel des Protokolls an: Ohne ihn ist nichts zu glauben.",
  "<b>Drop an evidence bundle here</b>, or choose one": "<b>Nachweispaket hier ablegen</b> oder eines auswählen",
  "Evidence bundle": "Nachweispaket",
  "A .zip of at most 256 MB. It stays on this machine.":
    "Eine .zip-Datei von höchstens 256 MB. Sie bleibt auf diesem Gerät.",
  "No bundle at hand? Take <sound>one of this demo</sound>, or <changed>a copy in which a signed reason was rewritten</changed>":
    "Kein Paket zur Hand? Nehmen Sie <sound>eines dieser Demo</sound> oder <changed>eine Kopie, in der eine unterschriebene Begründung umgeschrieben wurde</changed>",
  "The sample could not be fetched: the portal does not answer.":
    "Das Beispiel ließ sich nicht holen: Das Portal antwortet nicht.",
  "The file is larger than any evidence bundle.": "Die Datei ist größer als jedes Nachweispaket.",
  "The verifier stopped: this browser may be out of memory, or too old. Use the command line.":
    "Die Verifikation wurde abgebrochen: Diesem Browser fehlt vielleicht Speicher, oder er ist zu alt. Nutzen Sie die Kommandozeile.",
  "The browser could not read the file. It may have been moved or be on a drive that is gone.":
    "Der Browser konnte die Datei nicht lesen. Vielleicht wurde sie verschoben, oder ihr Laufwerk ist nicht mehr da.",
  "It is no evidence bundle: that is the .zip which the portal or the command line exports.":
    "Sie ist kein Nachweispaket: Das ist die .zip-Datei, die das Portal oder die Kommandozeile exportiert.",

  // The key.
  "Which log to believe": "Welchem Protokoll Sie vertrauen",
  "This instance’s claim": "Angabe dieser Instanz",
  "The key that this portal says is its log’s. It shows that the bundle is as this instance signed it, and nothing about the instance.":
    "Der Schlüssel, den dieses Portal als den seines Protokolls nennt. Er zeigt, dass das Paket so ist, wie diese Instanz es signiert hat, und sagt nichts über die Instanz.",
  "A key that I have from elsewhere": "Ein Schlüssel, den ich von anderswo habe",
  "From a contract, an audit file or an earlier audit: name, id and key joined by +.":
    "Aus einem Vertrag, einer Prüfakte oder einer früheren Revision: Name, Kennung und Schlüssel, verbunden durch +.",
  "Verifier key": "Schlüssel zum Verifizieren",

  // How it ended.
  "Checking {name}": "{name} wird verifiziert",
  "Reading the file": "Die Datei wird gelesen",
  "Steps begun": "Begonnene Schritte",
  Stop: "Anhalten",
  "Could not decide": "Nicht zu entscheiden",
  "<b>{name}</b> could not be read as a bundle.": "<b>{name}</b> ließ sich nicht als Paket lesen.",
  "Check another file": "Weitere Datei verifizieren",
  Verified: "Verifiziert",
  "<b>{name}</b> is complete and unchanged.": "<b>{name}</b> ist vollständig und unverändert.",
  "{n, plural, one {# discrepancy} other {# discrepancies}}": "{n, plural, one {# Abweichung} other {# Abweichungen}}",
  "<b>{name}</b> is not what was signed, or not by the key that you trust.":
    "<b>{name}</b> ist nicht das, was signiert wurde, oder nicht mit dem Schlüssel, dem Sie vertrauen.",
  "Do not rely on it.": "Verlassen Sie sich nicht darauf.",
  "Against this instance’s own claim.": "Nur mit der eigenen Angabe dieser Instanz.",
  "Both the key and this page come from the operator. For an independent answer take the key from elsewhere and use the command line.":
    "Der Schlüssel und diese Seite stammen beide vom Betreiber. Für eine unabhängige Antwort nehmen Sie den Schlüssel von anderswo und nutzen Sie die Kommandozeile.",
  "Save result": "Ergebnis speichern",
  "What was checked: {n} of {of} steps passed": "Was verifiziert wurde: {n} von {of} Schritten bestanden",
  "Not run": "Nicht ausgeführt",
  "in <code>{where}</code>": "bei <code>{where}</code>",

  // What the bundle says.
  "{model}, version {n}": "{model}, Version {n}",
  Identity: "Identität",
  "none: not submitted": "keine: nicht eingereicht",
  "As of {n} records of <code>{log}</code>, exported {moment}, recorded as #{index}.":
    "Stand: {n} Einträge von <code>{log}</code>, exportiert {moment}, eingetragen als #{index}.",
  "<b>Later acts are not in it</b>: a file cannot know whether the approval was taken back since.":
    "<b>Spätere Vorgänge stehen nicht darin</b>: Eine Datei kann nicht wissen, ob die Genehmigung seitdem entzogen wurde.",
  "No approval was ever asked for.": "Es wurde nie um eine Genehmigung gebeten.",
  "Review for {environment}": "Prüfung für {environment}",
  "under {policy}, revision {n}": "nach {policy}, Fassung {n}",
  "The policy, applied again to the evidence and signatures, gives: <b>{verdict}</b>.":
    "Die Richtlinie, erneut auf Nachweise und Unterschriften angewandt, ergibt: <b>{verdict}</b>.",
  "Approval {state} until {moment}.": "Genehmigung: {state}, bis {moment}.",
  "Approval {state} until {moment}<b>: it does not hold now</b>.":
    "Genehmigung: {state}, bis {moment}<b>; sie gilt jetzt nicht</b>.",
  "Condition {n}.": "Auflage {n}.",
  "Owner {owner}, due {day}: {state}.": "Verantwortlich: {owner}, fällig {day}: {state}.",
  "<b>Finding {n}</b> ({severity}): {title}.": "<b>Feststellung {n}</b> ({severity}): {title}.",
};
