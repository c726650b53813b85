/** German of people, tokens and first steps that their forms say in the browser. */
export const peopleBrowser: Readonly<Record<string, string>> = {
  // What a role does.
  "owns models, registers them and answers for conditions":
    "verantwortet Modelle, registriert sie und steht für Auflagen ein",
  "registers versions, submits them and answers findings":
    "registriert Versionen, reicht sie ein und beantwortet Feststellungen",
  "reviews independently and recommends": "prüft unabhängig und empfiehlt",
  "accepts and tiers models, suspends them, writes policies":
    "nimmt Modelle auf, stuft sie ein, setzt sie aus und schreibt Richtlinien",
  "approves or rejects versions": "genehmigt Versionen oder lehnt sie ab",
  "moves aliases where a policy leaves it to people": "verschiebt Aliasse, wo eine Richtlinie es Menschen überlässt",
  "writes policies, suspends models, revokes approvals":
    "schreibt Richtlinien, setzt Modelle aus, entzieht Genehmigungen",
  "reads everything and exports evidence; changes nothing": "liest alles und exportiert Nachweise; ändert nichts",
  "administers people and tokens; approves nothing": "verwaltet Personen und Token; genehmigt nichts",
  // Access.
  Confirm: "Bestätigen",
  "Change<more> the access of {person}</more>": "Ändern<more>: Zugang von {person}</more>",
  "Take away": "Entziehen",
  "{person} may do nothing of this from now on. What was signed stays signed.":
    "{person} darf ab sofort nichts mehr davon. Was unterschrieben ist, bleibt unterschrieben.",
  "Another role": "Weitere Rolle",
  "Choose…": "Auswählen …",
  Grant: "Vergeben",
  Deactivate: "Deaktivieren",
  "{person} is signed out at once; roles and tokens end. What they did stays in the record, and nobody can undo this here.":
    "{person} wird sofort abgemeldet; Rollen und Token enden. Was getan wurde, bleibt im Protokoll, und niemand kann das hier rückgängig machen.",
  "Invite somebody": "Jemanden einladen",
  "Name, as it is printed beside signatures": "Name, wie er neben Unterschriften steht",
  "E-mail address": "E-Mail-Adresse",
  Invite: "Einladen",
  "{person} is invited, but the link was lost on the way.":
    "{person} ist eingeladen, aber der Link ging unterwegs verloren.",
  "It is shown once, and that answer did not arrive. Issue another with <code>countersign admin credential.reset</code>.":
    "Er wird einmal gezeigt, und diese Antwort kam nicht an. Stellen Sie mit <code>countersign admin credential.reset</code> einen neuen aus.",
  "Give this link to {person}.": "Geben Sie diesen Link an {person}.",
  "It is shown once, works once, and for 72 hours:": "Er wird einmal gezeigt, gilt einmal und 72 Stunden lang:",
  // Tokens.
  "The secret was lost on the way.": "Das Geheimnis ging unterwegs verloren.",
  "It is shown once, and that answer did not arrive. Give the token a new secret.":
    "Es wird einmal gezeigt, und diese Antwort kam nicht an. Geben Sie dem Token ein neues Geheimnis.",
  "Copy this secret now.": "Kopieren Sie dieses Geheimnis jetzt.",
  "It is shown once; only its hash is kept.": "Es wird einmal gezeigt; aufbewahrt wird nur seine Prüfsumme.",
  "New secret<more> for {token}</more>": "Neues Geheimnis<more> für {token}</more>",
  Revoke: "Entziehen",
  "What uses this token is refused from now on. It does not come back; a new one has to be made.":
    "Was dieses Token benutzt, wird ab sofort abgewiesen. Es kommt nicht zurück; ein neues muss erstellt werden.",
  "Make a token": "Token erstellen",
  "What it is for": "Wofür es ist",
  "Who answers for it": "Wer dafür einsteht",
  Role: "Rolle",
  "Only these models, by key (empty: every model)": "Nur diese Modelle, nach Schlüssel (leer: jedes Modell)",
  "credit-pd, overdraft-pd": "credit-pd, overdraft-pd",
  "Days until it expires": "Tage bis zum Ablauf",
  "Make it": "Erstellen",
  // First steps.
  Name: "Name",
  "Key, as CI names it": "Schlüssel, wie ihn die CI nennt",
  "Aliases it protects": "Aliasse, die sie schützt",
  "Define it": "Festlegen",
  "First there have to be two administrators.": "Zuerst braucht es zwei Personen der Administration.",
  "Go live": "In Betrieb nehmen",
  "with this instance": "diese Instanz",
  "Nothing leads back to set-up.": "Kein Weg führt zurück zur Einrichtung.",
};
