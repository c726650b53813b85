/** German of the pages that nobody is signed in on. */
export const outside: Readonly<Record<string, string>> = {
  "Where models get approved, by people, on evidence that anyone can check.":
    "Hier werden Modelle genehmigt: von Menschen, aufgrund von Nachweisen, die alle prüfen können.",
  "Verify an evidence bundle": "Nachweispaket verifizieren",
  "No account needed. Nothing leaves your browser.": "Kein Konto nötig. Nichts verlässt Ihren Browser.",
  "Cannot sign in?": "Anmeldung nicht möglich?",
  "An administrator of this instance gives you a link that sets a new password. Who they are is not told here: ask the people you work with, or whoever invited you.":
    "Die Administration dieser Instanz gibt Ihnen einen Link, mit dem Sie ein neues Passwort setzen. Wer dazugehört, steht hier nicht: Fragen Sie im Kollegium oder die Person, die Sie eingeladen hat.",
  "Choose a password": "Passwort wählen",
  "It signs with your name. Nobody here can read it, and all your sessions end when it is set.":
    "Es unterschreibt mit Ihrem Namen. Niemand hier kann es lesen, und alle Ihre Sitzungen enden, sobald es gesetzt ist.",
  "Set password": "Passwort setzen",
  "A password has 12 to 256 characters.": "Ein Passwort hat 12 bis 256 Zeichen.",
  "This link has been used or has expired. Ask an administrator for a new one.":
    "Dieser Link ist verbraucht oder abgelaufen. Bitten Sie die Administration um einen neuen.",
  "The password could not be set.": "Das Passwort konnte nicht gesetzt werden.",
  "Set up": "Einrichten",
  "The first administrator": "Die erste Person der Administration",
  "You administer people and settings, and approve nothing. Until the instance goes live you may grant every role alone; afterwards roles that sign take two administrators.":
    "Sie verwalten Personen und Einstellungen und genehmigen nichts. Bis die Instanz in Betrieb geht, dürfen Sie jede Rolle allein vergeben; danach brauchen Rollen, die unterschreiben, zwei Personen der Administration.",
  "Set up this instance": "Diese Instanz einrichten",
  "Nothing here": "Hier ist nichts",
  "There is no such page, or it is not for you to see. <inbox>Go to the inbox</inbox>.":
    "Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt. <inbox>Zum Eingang</inbox>.",
};
