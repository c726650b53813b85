/** German of the pages about people and tokens, and of an instance's first steps. */
export const people: Readonly<Record<string, string>> = {
  // People.
  "People and tokens": "Personen und Token",
  "{active} active, {waiting} waiting for a second administrator":
    "{active} aktiv, {waiting, plural, one {# wartet} other {# warten}} auf eine zweite Person der Administration",
  "{active} active": "{active} aktiv",
  "A role that signs, and the administrator's own, is asked for by one administrator and confirmed by another. What somebody did stays in the record when their access ends.":
    "Rollen, die unterschreiben, und die der Administration selbst werden von einer Person der Administration beantragt und von einer anderen bestätigt. Was jemand getan hat, bleibt im Protokoll, wenn der Zugang endet.",
  "Waiting for a second administrator": "Wartet auf eine zweite Person der Administration",
  "<b>{person}</b> as {role}<muted>, asked by {asker}</muted>":
    "<b>{person}</b>, {role}<muted>, beantragt von {asker}</muted>",
  "the set-up": "der Einrichtung",
  "You asked for it: another administrator confirms.":
    "Sie haben es beantragt: Eine andere Person der Administration bestätigt.",
  "It is yours: another administrator confirms.": "Es ist Ihre Rolle: Eine andere Person der Administration bestätigt.",
  "An administrator invites people and changes their roles; you read.":
    "Die Administration lädt Personen ein und ändert ihre Rollen; Sie können lesen.",
  "no role": "keine Rolle",
  "never signed in": "noch nie angemeldet",
  "last signed in {day}": "zuletzt angemeldet {day}",
  "{n, plural, =0 {no signature} one {# signature} other {# signatures}}":
    "{n, plural, =0 {keine Unterschrift} one {# Unterschrift} other {# Unterschriften}}",
  "{role}, to confirm": "{role}, zu bestätigen",
  somebody: "jemand",
  "the system": "das System",
  erased: "gelöscht",
  // Why an act is refused.
  "Whoever asked for the grant, or receives it, cannot confirm it.":
    "Wer die Rolle beantragt hat oder erhält, kann sie nicht bestätigen.",
  "This is the only administrator. Make another one first.":
    "Dies ist die einzige Person der Administration. Ernennen Sie zuerst eine weitere.",
  "Nobody deactivates themselves.": "Niemand deaktiviert sich selbst.",
  "A live instance needs two administrators: each watches what the other grants.":
    "Eine Instanz im Betrieb braucht zwei Personen der Administration: Jede sieht, was die andere vergibt.",
  // Tokens.
  Tokens: "Token",
  "{n} active; none of them signs": "{n} aktiv; keines davon unterschreibt",
  "No token yet": "Noch kein Token",
  "CI registers and submits versions with a token of a person who answers for it.":
    "Mit einem Token, für das eine Person einsteht, registriert die CI Versionen und reicht sie ein.",
  "only {models}": "nur {models}",
  "every model": "jedes Modell",
  "until {day}": "bis {day}",
  // First steps.
  "To the first approval": "Bis zur ersten Genehmigung",
  "{done} of {all} done": "{done} von {all} erledigt",
  done: "erledigt",
  "not done": "nicht erledigt",
  "a second person for policies (model risk manager or compliance officer)":
    "eine zweite Person für Richtlinien (Modellrisikomanagement oder Compliance)",
  "A second administrator": "Eine zweite Person der Administration",
  "Each watches what the other grants: without two the instance cannot go live. Invite one under <people>People</people>.":
    "Jede sieht, was die andere vergibt: Ohne zwei kann die Instanz nicht in Betrieb gehen. Laden Sie unter <people>Personen</people> eine zweite ein.",
  "People who judge": "Personen, die urteilen",
  "Still missing: {missing}. Nobody judges what they built, and nobody counts twice. Invite them under <people>People</people>; during set-up you grant roles alone.":
    "Es fehlt noch: {missing}. Niemand urteilt über die eigene Arbeit, und niemand zählt doppelt. Laden Sie diese Personen unter <people>Personen</people> ein; während der Einrichtung vergeben Sie Rollen allein.",
  "Where models run": "Wo Modelle laufen",
  "An environment and the aliases it protects: such an alias names only what is approved.":
    "Eine Umgebung und die Aliasse, die sie schützt: Ein solcher Alias nennt nur, was genehmigt ist.",
  "The instance goes live": "Die Instanz geht in Betrieb",
  "Set-up ends for good: every act is told with its real time, and roles that sign take two administrators.":
    "Die Einrichtung endet für immer: Jede Handlung steht mit ihrer wirklichen Zeit da, und Rollen, die unterschreiben, brauchen zwei Personen der Administration.",
  "A policy": "Eine Richtlinie",
  "A token for CI": "Ein Token für die CI",
  "It registers versions and submits them, and signs nothing. Make one under <people>People</people>.":
    "Es registriert Versionen und reicht sie ein; es unterschreibt nichts. Erstellen Sie eines unter <people>Personen</people>.",
  "The first model": "Das erste Modell",
  "Models arrive from CI. In the folder of one, with its <code>countersign.yaml</code>:":
    "Modelle kommen aus der CI. Im Ordner eines Modells, mit seiner <code>countersign.yaml</code>:",
  "This page says so when the first arrives.": "Diese Seite sagt es, sobald das erste eintrifft.",
  "The first signed decision": "Die erste unterschriebene Entscheidung",
  "When a version is submitted and its checks have ended, it stands in the inbox of whoever signs first.":
    "Ist eine Version eingereicht und sind ihre Kontrollen beendet, steht sie im Eingang der Person, die zuerst unterschreibt.",
  "What a version must show and who signs. A model risk manager or compliance officer begins with an example under <new>New policy</new>, and another confirms it under <policies>Policies</policies>.":
    "Was eine Version zeigen muss und wer unterschreibt. Modellrisikomanagement oder Compliance beginnt mit einem Beispiel unter <new>Neue Richtlinie</new>, und jemand anderes bestätigt sie unter <policies>Richtlinien</policies>.",
};
