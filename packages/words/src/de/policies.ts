/** German of the policies: their pages, and places that are closed to somebody. */
export const policies: Readonly<Record<string, string>> = {
  // The list.
  "{n, plural, one {# policy} other {# policies}}": "{n, plural, one {# Richtlinie} other {# Richtlinien}}",
  "{n} with a revision to confirm": "{n} mit einer Fassung zu bestätigen",
  "New policy": "Neue Richtlinie",
  "What a version must show before it is approved, and who signs. A revision is proposed by one person and confirmed by a second; open reviews keep the revision they began with.":
    "Was eine Version zeigen muss, bevor sie genehmigt wird, und wer unterschreibt. Eine Fassung schlägt eine Person vor und eine zweite bestätigt sie; offene Prüfungen behalten die Fassung, mit der sie begonnen haben.",
  "There is no policy yet": "Noch gibt es keine Richtlinie",
  "Without one nothing can be approved.": "Ohne Richtlinie kann nichts genehmigt werden.",
  "Begin with an example: <new>New policy</new>.": "Beginnen Sie mit einem Beispiel: <new>Neue Richtlinie</new>.",
  "A model risk manager or compliance officer writes it, and another confirms it.":
    "Modellrisikomanagement oder Compliance schreibt sie, und jemand anderes bestätigt sie.",
  "Revision {n} to confirm": "Fassung {n} zu bestätigen",
  "revision {n} in force": "Fassung {n} in Kraft",
  "since {day}": "seit {day}",
  "not in force": "nicht in Kraft",
  "{n, plural, one {# open review} other {# open reviews}}.":
    "{n, plural, one {# offene Prüfung} other {# offene Prüfungen}}.",
  // One policy.
  "In force": "In Kraft",
  "To be confirmed": "Zu bestätigen",
  Superseded: "Ersetzt",
  "{key} revision {n}, {state}": "{key}, Fassung {n}: {state}",
  "revision {n}": "Fassung {n}",
  "Draft a revision": "Fassung entwerfen",
  "{day} by {name}": "{day} von {name}",
  "In force since": "In Kraft seit",
  "{day}, confirmed by {name}": "{day}, bestätigt von {name}",
  "confirmed by {name}": "bestätigt von {name}",
  Digest: "Prüfsumme",
  "Publishing needs a second person.": "Veröffentlichen braucht eine zweite Person.",
  "Read what changes, then confirm it with your password.":
    "Lesen Sie, was sich ändert, und bestätigen Sie es mit Ihrem Passwort.",
  "{n, plural, one {# rule differs} other {# rules differ}}":
    "{n, plural, one {# Regel weicht} other {# Regeln weichen}} ab",
  "This one": "Diese",
  "made when it was proposed": "beim Vorschlag gemacht",
  "Applies to": "Gilt für",
  "What a signature means": "Was eine Unterschrift bedeutet",
  "{n} required": "{n} verlangt",
  "Documents, conditions, validity": "Dokumente, Auflagen, Gültigkeit",
  "Open reviews": "Offene Prüfungen",
  "{n} judged by this revision": "{n} nach dieser Fassung beurteilt",
  "No open review is judged by this revision.": "Keine offene Prüfung wird nach dieser Fassung beurteilt.",
  "for {environment}": "für {environment}",
  "Checks and their limits": "Kontrollen und ihre Grenzen",
  "Must be": "Muss sein",
  "If not": "Sonst",
  fails: "nicht bestanden",
  warns: "Warnung",
  "too little evidence": "zu wenige Daten",
  Revisions: "Fassungen",
  // Sentences of a policy.
  "{count, plural, one {The model} other {The models}} {models} of {n, plural, one {tier} other {tiers}} {tiers}{tasks}, in {environments}.":
    "{count, plural, one {Das Modell} other {Die Modelle}} {models} der {n, plural, one {Stufe} other {Stufen}} {tiers}{tasks}, in {environments}.",
  "Models of {n, plural, one {tier} other {tiers}} {tiers}{tasks}, in {environments}.":
    "Modelle der {n, plural, one {Stufe} other {Stufen}} {tiers}{tasks}, in {environments}.",
  "{n, plural, one {# {role} recommends} other {# {role}s recommend}} it.":
    "{n, plural, one {# Person} other {# Personen}} ({role}) {n, plural, one {empfiehlt} other {empfehlen}} sie.",
  "{n, plural, one {# {role} approves} other {# {role}s approve}} it.":
    "{n, plural, one {# Person} other {# Personen}} ({role}) {n, plural, one {genehmigt} other {genehmigen}} sie.",
  "Whoever built the version may sign.": "Wer an der Version mitgewirkt hat, darf unterschreiben.",
  "Nobody who owns the token, submitted, trained or committed it may sign.":
    "Niemand, dem das Token gehört oder wer sie eingereicht, trainiert oder eingecheckt hat, darf unterschreiben.",
  "One person signs in one capacity only.": "Eine Person unterschreibt nur in einer Eigenschaft.",
  "One person may sign in several capacities.": "Eine Person darf in mehreren Eigenschaften unterschreiben.",
  "Approvers see each other's decision only after their own.":
    "Genehmigende sehen die Entscheidung anderer erst nach der eigenen.",
  "Approvers see each other's decisions.": "Genehmigende sehen die Entscheidungen anderer.",
  "A {documents} must be there.": "Vorliegen muss: {documents}.",
  "No document is asked for.": "Kein Dokument wird verlangt.",
  "An approval may carry conditions, each due within {n} days.":
    "Eine Genehmigung darf Auflagen tragen, jede innerhalb von {n} Tagen fällig.",
  "An approval carries no conditions.": "Eine Genehmigung trägt keine Auflagen.",
  "A review is due after {due} days. An approval holds for {valid} days.":
    "Eine Prüfung ist nach {due} Tagen fällig. Eine Genehmigung gilt {valid} Tage.",
  "With the last signature the version goes into the environment at once.":
    "Mit der letzten Unterschrift geht die Version sofort in die Umgebung.",
  "A deployer moves the version afterwards.": "Die Bereitstellung bringt die Version danach in die Umgebung.",
  // A new one.
  "Policy draft": "Entwurf einer Richtlinie",
  New: "Neu",
  "draft of a next revision": "Entwurf einer nächsten Fassung",
  "It begins with an example. Give it a key and a title, say what it applies to, and set its limits. A second person confirms it before it judges anything.":
    "Sie beginnt mit einem Beispiel. Geben Sie ihr Schlüssel und Titel, sagen Sie, wofür sie gilt, und setzen Sie ihre Grenzen. Eine zweite Person bestätigt sie, bevor sie etwas beurteilt.",
  // Closed places and files.
  "Seeing who may do what takes the role of {roles}.": "Wer was darf, sehen Sie mit der Rolle {roles}.",
  "Drafting a policy takes the role of {roles}.": "Eine Richtlinie entwerfen Sie mit der Rolle {roles}.",
  "Back to the policies": "Zurück zu den Richtlinien",
  "No access": "Kein Zugang",
  "You are {roles}.": "Ihre Rollen: {roles}.",
  "You hold no role yet.": "Sie haben noch keine Rolle.",
  "Who holds it": "Wer sie hat",
  "Nobody yet.": "Noch niemand.",
  "Who grants roles": "Wer Rollen vergibt",
  "Ask for access by mail": "Zugang per E-Mail erbitten",
  "The mail names the page and the role. Send it to one of those who grant roles.":
    "Die E-Mail nennt die Seite und die Rolle. Senden Sie sie an eine der Personen, die Rollen vergeben.",
  "Access to {address}": "Zugang zu {address}",
  "I am {person} and need access to {address}. It takes the role of {roles}.":
    "Ich bin {person} und brauche Zugang zu {address}. Nötig ist die Rolle {roles}.",
  "Not from here": "Nicht von hier",
  "Another site asked for this.": "Eine andere Website hat danach gefragt.",
  "Ask for it on its own page.": "Fordern Sie es auf der zugehörigen Seite an.",
};
