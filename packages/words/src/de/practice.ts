/** German of practice, made on the server. */
export const practice: Readonly<Record<string, string>> = {
  // The page.
  "Practice: a decision that is not recorded": "Übung: eine Entscheidung, die nicht eingetragen wird",
  "Practising a decision takes a role that decides: {roles}.":
    "Eine Entscheidung zu üben setzt eine Rolle voraus, die entscheidet: {roles}.",
  Practice: "Übung",
  "Practice.": "Übung.",
  "A made-up version; nothing here is recorded.": "Eine erfundene Version; nichts wird eingetragen.",
  "This is not part of practice.": "Das gehört nicht zur Übung.",

  // What there is to do.
  "Read this version as you would any other, and decide":
    "Lesen Sie diese Version wie jede andere, und entscheiden Sie",
  "Mark what you have read, recommend the version or request changes, and sign with your password. One thing is wrong with it; after you have signed you are told what it was and where it stood. It takes about three minutes.":
    "Markieren Sie, was Sie gelesen haben, empfehlen Sie die Version oder verlangen Sie Änderungen, und unterschreiben Sie mit Ihrem Passwort. Etwas stimmt mit ihr nicht; nach der Unterschrift erfahren Sie, was es war und wo es stand. Das dauert etwa drei Minuten.",
  "Mark what you have read, approve the version, request changes or reject it, and sign with your password. One thing is wrong with it; after you have signed you are told what it was and where it stood. It takes about three minutes.":
    "Markieren Sie, was Sie gelesen haben, genehmigen Sie die Version, verlangen Sie Änderungen oder lehnen Sie sie ab, und unterschreiben Sie mit Ihrem Passwort. Etwas stimmt mit ihr nicht; nach der Unterschrift erfahren Sie, was es war und wo es stand. Das dauert etwa drei Minuten.",

  // After the decision.
  "Found: your decision stops the version": "Gefunden: Ihre Entscheidung hält die Version auf",
  "Partly: your condition names the defect, and the version runs meanwhile":
    "Teilweise: Ihre Auflage nennt den Mangel, und die Version läuft inzwischen",
  "Missed: your decision lets the defect through": "Übersehen: Ihre Entscheidung lässt den Mangel durch",
  "What was wrong": "Was nicht stimmte",
  "For applicants of the group “{group}” discrimination fell from {before} to {now}. Over everybody it rose from {coverBefore} to {coverNow}, and that better figure stands in front of it. The limit of {limit} is only just kept, so the check passed.":
    "Für Anträge der Gruppe „{group}“ fiel die Trennschärfe von {before} auf {now}. Über alle stieg sie von {coverBefore} auf {coverNow}, und dieser bessere Wert steht davor. Die Grenze von {limit} ist gerade noch eingehalten, also wurde die Kontrolle bestanden.",
  "Where it stood": "Wo es stand",
  "In <row>its row of the comparison with production</row>, marked as worse; in <check>its check</check>, folded with those that passed; and in the datasheet, which says why: 3 % of the new training rows are of that group.":
    "In <row>seiner Zeile im Vergleich mit der Produktion</row>, als schlechter markiert; in <check>seiner Kontrolle</check>, eingeklappt bei den bestandenen; und im Datenblatt, das den Grund nennt: 3 % der neuen Trainingszeilen gehören zu dieser Gruppe.",
  "Your decision": "Ihre Entscheidung",
  "It catches the defect: as it is, the version does not run.":
    "Sie fängt den Mangel ab: So, wie sie ist, läuft die Version nicht.",
  "Condition {conditions} answers that check, so somebody owes a remedy by a date. Until then the version judges these applicants all the same.":
    "Auflage {conditions} beantwortet diese Kontrolle: Jemand schuldet bis zu einem Tag Abhilfe. Bis dahin urteilt die Version trotzdem über diese Anträge.",
  "It does not catch the defect: no condition names its check.":
    "Sie fängt den Mangel nicht ab: Keine Auflage nennt seine Kontrolle.",
  "It does not catch the defect: everything was passed, and the version would run as it is.":
    "Sie fängt den Mangel nicht ab: Alles war bestanden, und die Version liefe so, wie sie ist.",
  "The signature": "Die Unterschrift",
  "The approvers would have been asked next, on your recommendation.":
    "Als Nächstes wäre auf Ihre Empfehlung die Genehmigung gefragt gewesen.",
  "It would have been the first of two approvals. The second makes version {version} the champion in production at once.":
    "Sie wäre die erste von zwei Genehmigungen gewesen. Die zweite macht Version {version} sofort zum Champion in der Produktion.",
  "It would have been the first of two approvals. The second makes version {version} the champion in production at once, and puts the conditions in force.":
    "Sie wäre die erste von zwei Genehmigungen gewesen. Die zweite macht Version {version} sofort zum Champion in der Produktion und setzt die Auflagen in Kraft.",
  "The round would have ended. The developers answer, or submit another version, and it is read again.":
    "Die Runde wäre beendet gewesen. Die Entwicklung antwortet oder reicht eine andere Version ein, und es wird neu gelesen.",
  "The review would have ended, and version {version} could never be approved in it.":
    "Die Prüfung wäre beendet gewesen, und Version {version} könnte in ihr nie genehmigt werden.",
  "None of this has happened, and nothing was recorded.": "Nichts davon ist geschehen, und nichts wurde eingetragen.",
  "Next: your inbox": "Weiter: Ihr Eingang",

  // Under help, and on the list of people.
  "you practised {day}": "geübt am {day}",
  "not practised yet": "noch nicht geübt",
  "practised {day}": "geübt am {day}",
  "A made-up version with a planted defect, on the page of a review: read it, decide, sign, and be told what there was to find. About three minutes; nothing of it is recorded, and it can be repeated.":
    "Eine erfundene Version mit einem eingebauten Mangel, auf der Seite einer Prüfung: lesen, entscheiden, unterschreiben, und erfahren, was zu finden war. Etwa drei Minuten; nichts davon wird eingetragen, und es lässt sich wiederholen.",
};
