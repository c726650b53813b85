/** German of what people are told: mails, the list of updates, and the page under one's name. */
export const notices: Readonly<Record<string, string>> = {
  // Subjects and sentences.
  "Your recommendation was due {day}": "Ihre Empfehlung war fällig am {day}",
  "Your recommendation is due {day}": "Ihre Empfehlung ist fällig am {day}",
  "Your approval was due {day}": "Ihre Genehmigung war fällig am {day}",
  "Your approval is due {day}": "Ihre Genehmigung ist fällig am {day}",
  "Your turn: it was due {day}": "Bei Ihnen: war fällig am {day}",
  "Your turn: it is due {day}": "Bei Ihnen: fällig am {day}",
  "It was due {day} and is late.": "Es war am {day} fällig und ist überfällig.",
  "It is due {day}.": "Es ist am {day} fällig.",
  "Changes are requested": "Änderungen sind verlangt",
  "The review was withdrawn": "Die Prüfung wurde zurückgezogen",
  "The approval was revoked": "Die Genehmigung wurde entzogen",
  "It was decided": "Es wurde entschieden",
  "You asked for this approval for {environment}. {outcome}.":
    "Sie haben diese Genehmigung für {environment} beantragt. {outcome}.",
  "{names} wrote in the discussion": "{names}: neu in der Diskussion",
  "{names} wrote in a discussion in which you wrote.":
    "Neu von {names} in einer Diskussion, in der Sie geschrieben haben.",
  "Your condition {number} ends {day}": "Ihre Auflage {number} endet am {day}",
  "Condition {number} of this approval is yours and ends in {n, plural, one {# day} other {# days}}, {day}.":
    "Auflage {number} dieser Genehmigung liegt bei Ihnen und endet in {n, plural, one {# Tag} other {# Tagen}}, am {day}.",
  "Ready: {what}": "Fertig: {what}",
  "Not made: {what}": "Nicht erstellt: {what}",
  "The file that you asked for is ready: {what}. You find it under “jobs” at the top of every page.":
    "Die angeforderte Datei ist fertig: {what}. Sie finden sie oben auf jeder Seite unter „Aufträge“.",
  "The file that you asked for could not be made: {what}. Why stands under “jobs” at the top of every page.":
    "Die angeforderte Datei ließ sich nicht erstellen: {what}. Warum, steht oben auf jeder Seite unter „Aufträge“.",
  "Somebody who has the link": "Jemand, der den Link hat,",
  "{who} made the token “{label}” in your name.": "{who} hat das Token „{label}“ auf Ihren Namen angelegt.",
  "{who} gave the token “{label}”, which is in your name, a new secret.":
    "{who} hat dem Token „{label}“ auf Ihren Namen ein neues Geheimnis gegeben.",
  "{who} granted you the role {role}.": "{who} hat Ihnen die Rolle {role} gegeben.",
  "{who} asked to grant you the role {role}; a second administrator has to confirm it.":
    "{who} hat die Rolle {role} für Sie beantragt; eine zweite Person der Administration muss sie bestätigen.",
  "{who} confirmed your role {role}: it is in force.": "{who} hat Ihre Rolle {role} bestätigt: sie ist in Kraft.",
  "{who} ended your role {role}.": "{who} hat Ihre Rolle {role} beendet.",
  "{who} asked for a link that sets a new password for you; a second administrator has to confirm it.":
    "{who} hat einen Link für ein neues Passwort von Ihnen beantragt; eine zweite Person der Administration muss ihn bestätigen.",
  "{who} made a link that sets a new password for you.":
    "{who} hat einen Link für ein neues Passwort von Ihnen angelegt.",
  "Your password was set anew by a one-time link. All your sessions have ended.":
    "Ihr Passwort wurde mit einem einmaligen Link neu gesetzt. Alle Ihre Sitzungen sind beendet.",
  "A token was made in your name": "Ein Token wurde auf Ihren Namen angelegt",
  "A token in your name has a new secret": "Ein Token auf Ihren Namen hat ein neues Geheimnis",
  "A new password for your account": "Ein neues Passwort für Ihr Konto",
  "Your password was set anew": "Ihr Passwort wurde neu gesetzt",
  "Your roles have changed": "Ihre Rollen haben sich geändert",
  "Did you expect this? If not, tell an administrator now.":
    "Haben Sie das erwartet? Wenn nicht, sagen Sie es jetzt der Administration.",
  "Why you": "Warum Sie",
  "What changed": "Was sich geändert hat",
  "Open it": "Öffnen",
  "You choose what is mailed, and when, under your name in Countersign. Nothing can be decided by mail.":
    "Was wann per Mail kommt, wählen Sie unter Ihrem Namen in Countersign. Per Mail lässt sich nichts entscheiden.",
  "{title}, version {number}, for {environment}": "{title}, Version {number}, für {environment}",
  "The system": "Das System",
  "Waiting on others for more than 3 days": "Seit mehr als 3 Tagen bei anderen",
  "Decided since the last weekday morning": "Seit dem letzten Werktagmorgen entschieden",
  Also: "Außerdem",
  "You get this on weekdays at 08:00. You choose what is mailed, and when, under your name in Countersign.":
    "Das kommt werktags um 08:00. Was wann per Mail kommt, wählen Sie unter Ihrem Namen in Countersign.",
  "No more of these": "Keine solchen mehr",
  "Nothing waits for you this morning": "Heute Morgen wartet nichts auf Sie",
  "{waits}, {n} late": "{waits}, {n} überfällig",
  "{title}, version {number}: {says}": "{title}, Version {number}: {says}",
  "Late since {day}.": "Überfällig seit {day}.",
  "Due {day}.": "Fällig am {day}.",
  "waits for {who} since {day}.": "wartet seit {day} auf: {who}.",
  "is not a time of day such as 22:00": "ist keine Uhrzeit wie 22:00",
  "is not a time zone such as Europe/Berlin": "ist keine Zeitzone wie Europe/Berlin",
  "cannot be switched off: it tells of what others do to this account":
    "lässt sich nicht abschalten: es sagt, was andere mit diesem Konto tun",
  "begin and end at the same time": "beginnen und enden zur selben Zeit",
  // Updates.
  Updates: "Neues",
  unread: "ungelesen",
  "what you were told": "was Ihnen gesagt wurde",
  "You were told nothing yet": "Noch wurde Ihnen nichts gesagt",
  "Nothing is older": "Nichts ist älter",
  "Decisions on what you sent, answers to you, dates of yours, and what others do to your account stand here.":
    "Hier stehen Entscheidungen über das, was Sie gesendet haben, Antworten an Sie, Ihre Fristen und was andere mit Ihrem Konto tun.",
  Older: "Ältere",
  "What of this is mailed, and when, is chosen <me>under your name</me>.":
    "Was davon wann per Mail kommt, wählen Sie <me>unter Ihrem Namen</me>.",
  "Your account": "Ihr Konto",
  new: "neu",
  // Unsubscribing.
  "Morning mail": "Morgenmail",
  "This link is not whole": "Dieser Link ist nicht vollständig",
  "No more morning mail?": "Keine Morgenmail mehr?",
  "You get no more morning mail": "Sie bekommen keine Morgenmail mehr",
  "Copy it from the mail once more, or sign in and choose what is mailed under your name.":
    "Kopieren Sie ihn noch einmal aus der Mail, oder melden Sie sich an und wählen Sie unter Ihrem Namen, was per Mail kommt.",
  "The mail on weekdays at 08:00 ends. What waits for you stands in your inbox as before.":
    "Die Mail werktags um 08:00 endet. Was auf Sie wartet, steht wie bisher in Ihrem Eingang.",
  "What waits for you stands in your inbox as before. It can be switched on again under your name.":
    "Was auf Sie wartet, steht wie bisher in Ihrem Eingang. Unter Ihrem Namen lässt sie sich wieder einschalten.",
  "Choose what is mailed": "Wählen, was per Mail kommt",
  // Under one's name.
  "Your roles": "Ihre Rollen",
  "none yet": "noch keine",
  "{n} held": "{n, plural, one {# Rolle} other {# Rollen}}",
  "You can read nothing yet. An administrator grants roles: {names}.":
    "Sie können noch nichts lesen. Rollen vergibt die Administration: {names}.",
  "What you did, in the audit trail": "Was Sie getan haben, im Prüfpfad",
  "What you decided, each entry with its receipt to save":
    "Was Sie entschieden haben, jeder Eintrag mit Beleg zum Sichern",
  Look: "Aussehen",
  "in this browser": "in diesem Browser",
  "Where you are signed in": "Wo Sie angemeldet sind",
  "{n, plural, one {# session} other {# sessions}}": "{n, plural, one {# Sitzung} other {# Sitzungen}}",
  "A browser": "Ein Browser",
  "A terminal": "Ein Terminal",
  "(this one)": "(diese)",
  "signed in {begin}, ends {end}": "angemeldet {begin}, endet {end}",
  "End it": "Beenden",
  "End all but this one": "Alle außer dieser beenden",
  "A session that you do not know: end it, and ask an administrator for a link to a new password. Every signature asks for the password again, whoever has the session.":
    "Eine Sitzung, die Sie nicht kennen: beenden Sie sie, und bitten Sie die Administration um einen Link für ein neues Passwort. Jede Unterschrift fragt das Passwort erneut, wer auch immer die Sitzung hat.",
  "Language, time zone and mail": "Sprache, Zeitzone und Mail",
};
