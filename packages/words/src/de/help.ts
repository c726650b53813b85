/** German of the help: what the words mean. */
export const help: Readonly<Record<string, string>> = {
  Help: "Hilfe",
  "Where a button is closed, the reason stands under it with who can change it. What is written here are the words that all pages use.":
    "Wo eine Schaltfläche gesperrt ist, steht darunter, warum, und wer das ändern kann. Hier stehen die Begriffe, die alle Seiten verwenden.",
  Words: "Begriffe",
  "{n} terms, one meaning each": "{n} Begriffe mit je einer Bedeutung",
  Roles: "Rollen",
  "yours are marked": "Ihre sind markiert",
  "(yours)": "(Ihre)",
  "Without us": "Ohne uns",
  "What is exported verifies on any machine: drop a bundle or a certificate on <page>Verify</page>, or use <code>countersign verify FILE --trust KEY</code>. No server is asked.":
    "Was exportiert ist, lässt sich auf jedem Rechner verifizieren: Legen Sie ein Nachweispaket oder ein Zertifikat auf <page>Verifizieren</page> ab, oder verwenden Sie <code>countersign verify FILE --trust KEY</code>. Kein Server wird gefragt.",
  // The words.
  "Model, version": "Modell, Version",
  "The entry of the inventory, and the thing that is approved. A version's content is frozen when it is submitted.":
    "Der Eintrag im Bestand, und das, was genehmigt wird. Der Inhalt einer Version ist eingefroren, sobald sie eingereicht ist.",
  "How much harm a model could do, from T1 (highest) to T4, computed from answers about its use. It decides what approval takes.":
    "Wie viel Schaden ein Modell anrichten könnte, von T1 (am höchsten) bis T4, berechnet aus Antworten über seinen Einsatz. Sie bestimmt, was eine Genehmigung verlangt.",
  "Policy, revision": "Richtlinie, Fassung",
  "What a tier and an environment demand: checks with limits, documents, signatures. A published revision never changes, and a review keeps the one it began with.":
    "Was eine Risikostufe und eine Umgebung verlangen: Kontrollen mit Grenzen, Dokumente, Unterschriften. Eine veröffentlichte Fassung ändert sich nie, und eine Prüfung behält die, mit der sie begann.",
  "A validation that runs on the registered bytes. It passes, warns, fails, ends in an error, or has too little to tell (insufficient), which is not a pass.":
    "Eine Validierung, die auf den registrierten Bytes läuft. Sie wird bestanden, warnt, wird nicht bestanden, endet mit einem Fehler oder hat zu wenige Daten für ein Urteil; auch das ist kein Bestehen.",
  "Review, round": "Prüfung, Runde",
  "The request to approve a version for an environment, and one pass of it. A round is sealed when its checks have ended: everybody decides on the same evidence.":
    "Der Antrag, eine Version für eine Umgebung zu genehmigen, und ein Durchgang davon. Eine Runde ist versiegelt, wenn ihre Kontrollen beendet sind: Alle entscheiden aufgrund derselben Nachweise.",
  "Decision, signature": "Entscheidung, Unterschrift",
  "What a person decided, and their signed statement of it: who, when, with which meaning, on which evidence. It can be taken back while the review is open; it stays in the record.":
    "Was eine Person entschieden hat, und ihre unterschriebene Erklärung dazu: wer, wann, mit welcher Bedeutung, aufgrund welcher Nachweise. Sie lässt sich zurückziehen, solange die Prüfung offen ist; im Protokoll bleibt sie.",
  Assignment: "Zuweisung",
  "Whom a sign-off is asked of. It directs attention; it gives nobody a right and takes none away.":
    "Wer um eine Freigabe gebeten ist. Sie lenkt die Aufmerksamkeit; sie gibt niemandem ein Recht und nimmt niemandem eines.",
  Finding: "Feststellung",
  "A defect, with an owner. Its owner answers it, and somebody else verifies and closes it. High and critical ones keep a version from approval.":
    "Ein Mangel, für den jemand verantwortlich ist. Diese Person beantwortet die Feststellung, und jemand anderes prüft die Antwort und schließt sie. Hohe und kritische verhindern die Genehmigung einer Version.",
  Condition: "Auflage",
  "A decision on a made-up version, to learn on. It is no act: nothing of it stands in the audit trail, and nobody is asked or told anything.":
    "Eine Entscheidung über eine erfundene Version, zum Lernen. Sie ist keine Handlung: Nichts davon steht im Prüfpfad, und niemand wird um etwas gebeten oder erfährt davon.",
  Approval: "Genehmigung",
  "What a positive review grants, for one environment and until a day. It ends when it expires, is revoked, or another takes its place.":
    "Was eine positive Prüfung gewährt, für eine Umgebung und bis zu einem Tag. Sie endet, wenn sie abläuft, entzogen wird oder eine andere an ihre Stelle tritt.",
  Alias: "Alias",
  "A name such as champion that points at a version. One that an environment protects names only what may run there.":
    "Ein Name wie champion, der auf eine Version zeigt. Einer, den eine Umgebung schützt, nennt nur, was dort laufen darf.",
  "Conflict of interest": "Interessenkonflikt",
  "Who trained, committed or submitted a version decides nothing about it. Computed, never asked.":
    "Wer eine Version trainiert, Code zu ihr beigetragen oder sie eingereicht hat, entscheidet nichts über sie. Das wird berechnet, nie erfragt.",
  "Audit trail, entry": "Prüfpfad, Eintrag",
  "Everything that was done, refused or read, in a log that only grows. Each entry has a number and a place in a tree that the notary signs.":
    "Alles, was getan, abgewiesen oder gelesen wurde, in einem Protokoll, das nur wächst. Jeder Eintrag hat eine Nummer und einen Platz in einem Baum, den der Notardienst signiert.",
  Checkpoint: "Checkpoint",
  "The signed head of that tree: its size, its root, a signature. Who keeps one can show later that nothing before it was changed.":
    "Der signierte Kopf dieses Baums: seine Größe, seine Wurzel, eine Signatur. Wer einen aufbewahrt, kann später zeigen, dass davor nichts geändert wurde.",
  "A file with a version's whole story, its entries and the proofs that they are in the log. It verifies without this server.":
    "Eine Datei mit der ganzen Geschichte einer Version, ihren Einträgen und den Nachweisen, dass sie im Protokoll stehen. Sie lässt sich ohne diesen Server verifizieren.",
  "Set-up, live": "Einrichtung, Betrieb",
  "Before an instance is live, one administrator grants alone. Live, roles that sign take two, and nothing leads back.":
    "Bevor eine Instanz in Betrieb ist, vergibt eine Person der Administration Rollen allein. Im Betrieb brauchen Rollen, die unterschreiben, zwei, und kein Weg führt zurück.",
  "An obligation that an approval rests on, with an owner and a date. Where a blocking one is overdue, the version may not run until its evidence is accepted.":
    "Eine Verpflichtung, auf der eine Genehmigung beruht, mit Verantwortung und Frist. Ist eine verhindernde überfällig, darf die Version nicht laufen, bis ihr Nachweis angenommen ist.",
};
