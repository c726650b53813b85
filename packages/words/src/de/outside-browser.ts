/** German of the pages that nobody is signed in on, as far as the browser says it. */
export const outsideBrowser: Readonly<Record<string, string>> = {
  "Sign in": "Anmelden",
  "Address or password is wrong.": "Adresse oder Passwort ist falsch.",
  "After five failures this account is locked for 15 minutes. An administrator can issue a new password.":
    "Nach fünf Fehlversuchen ist dieses Konto 15 Minuten lang gesperrt. Die Administration kann ein neues Passwort ausstellen.",
  "Too many attempts from here. Wait five minutes.": "Zu viele Versuche von hier. Warten Sie fünf Minuten.",
  "The database cannot be reached. Try again in a moment.":
    "Die Datenbank ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
  "Sign in again.": "Melden Sie sich wieder an.",
  "You could not be signed in. Try again.": "Die Anmeldung ist nicht gelungen. Versuchen Sie es noch einmal.",
  "The server cannot be reached. Try again in a moment.":
    "Der Server ist nicht erreichbar. Versuchen Sie es gleich noch einmal.",
  Password: "Passwort",
  "Signing in…": "Anmeldung läuft …",
  "Your password is asked for again at each signature.": "Ihr Passwort wird bei jeder Unterschrift erneut verlangt.",
  // Links that are used once.
  "Your name, as it is printed beside signatures": "Ihr Name, wie er neben Unterschriften steht",
  "Password, 12 characters or more": "Passwort, mindestens 12 Zeichen",
  // A page that broke.
  "This page could not be made": "Diese Seite konnte nicht erstellt werden",
  "Nothing was changed. The database may be away for a moment.":
    "Nichts wurde geändert. Vielleicht ist die Datenbank für einen Augenblick nicht erreichbar.",
  "Try again": "Noch einmal versuchen",
  "If it stays so, tell whoever runs this instance the reference <code>{reference}</code>: the portal’s log has it beside the fault.":
    "Bleibt es dabei, nennen Sie dem Betrieb dieser Instanz die Referenz <code>{reference}</code>: Im Protokoll des Portals steht sie beim Fehler.",
};
