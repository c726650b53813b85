/** German of refusals: what did not happen, why, and what to do. Made on the server. */
export const refusals: Readonly<Record<string, string>> = {
  // What each kind says (domain/explain-refusal).
  "What was sent cannot be used": "Die Eingabe ist nicht verwendbar",
  "{problems}; and {n} more.": "{problems}; und {n} weitere.",
  "Correct it and send it again.": "Korrigieren Sie sie und senden Sie sie noch einmal.",
  "Too much at once": "Zu viel auf einmal",
  "{what} may not exceed {limit} {unit}.": "{what}: höchstens {limit} {unit}.",
  "what is made for you at once": "was gleichzeitig für Sie erstellt wird",
  jobs: "Aufträge",
  "Send less, or ask an administrator about the limit.":
    "Senden Sie weniger, oder fragen Sie die Administration nach der Grenze.",
  "Not found": "Nicht gefunden",
  "Check the name, and that you hold a role in its workspace.":
    "Prüfen Sie den Namen, und ob Sie eine Rolle in diesem Arbeitsbereich haben.",
  "It exists already": "Das gibt es schon",
  "There is one already: {what}.": "Schon vorhanden: {what}.",
  "Use the one that exists, or choose another name.":
    "Verwenden Sie, was vorhanden ist, oder wählen Sie einen anderen Namen.",
  "This account or token is not in force": "Dieses Konto oder Token ist nicht in Kraft",
  "It is deactivated, revoked or expired, or the person it belongs to is.":
    "Es ist deaktiviert, entzogen oder abgelaufen, oder die Person, der es gehört, ist deaktiviert.",
  "Ask an administrator.": "Wenden Sie sich an die Administration.",
  "This belongs to somebody else": "Das gehört jemand anderem",
  "The {what} names another person.": "{what}: Hier ist eine andere Person genannt.",
  "Ask the person it names.": "Wenden Sie sich an die genannte Person.",
  "The account is locked for a while": "Das Konto ist vorübergehend gesperrt",
  "Too many wrong passwords were given.": "Es wurden zu viele falsche Passwörter eingegeben.",
  "Wait fifteen minutes, or ask an administrator to reset the credentials.":
    "Warten Sie fünfzehn Minuten, oder lassen Sie die Zugangsdaten von der Administration zurücksetzen.",
  "Say again who you are": "Weisen Sie sich noch einmal aus",
  "This act is a signature: it needs your password now.":
    "Dieser Vorgang ist eine Unterschrift: Er braucht jetzt Ihr Passwort.",
  "That is not your password.": "Das ist nicht Ihr Passwort.",
  "Enter your password; what you have written is kept.":
    "Geben Sie Ihr Passwort ein; was Sie geschrieben haben, bleibt erhalten.",
  "Not in this state": "Nicht in diesem Zustand",
  "The {what} is {state}; this needs it to be {wanted}.": "{what}: Stand „{state}“; nötig ist „{wanted}“.",
  "The {what} is {state}.": "{what}: Stand „{state}“.",
  "Reload to see where it stands.": "Laden Sie die Seite neu, um den Stand zu sehen.",
  "Somebody else was faster": "Jemand war schneller",
  "It changed while you were deciding; nothing was done.":
    "Es hat sich geändert, während Sie entschieden haben; nichts wurde ausgeführt.",
  "Reload, look at what changed, and decide again.":
    "Laden Sie die Seite neu, sehen Sie sich die Änderung an, und entscheiden Sie noch einmal.",
  "What you saw has changed": "Was Sie gesehen haben, hat sich geändert",
  "The {what} are no longer what you were shown; nothing was signed.":
    "{what}: nicht mehr, was Ihnen gezeigt wurde; nichts wurde unterschrieben.",
  "The {what} is no longer what you were shown; nothing was signed.":
    "{what}: nicht mehr, was Ihnen gezeigt wurde; nichts wurde unterschrieben.",
  "Reload, read what changed, and sign again.":
    "Laden Sie die Seite neu, lesen Sie die Änderung, und unterschreiben Sie noch einmal.",
  "The same key for another request": "Derselbe Schlüssel für einen anderen Auftrag",
  "The idempotency key {key} was used for a different request.":
    "Der Idempotenzschlüssel {key} wurde für einen anderen Auftrag verwendet.",
  "Use a new key for a new request.": "Verwenden Sie für einen neuen Auftrag einen neuen Schlüssel.",
  "Nobody decides on their own work": "Niemand entscheidet über die eigene Arbeit",
  "You helped to build this version ({contribution}).": "Sie haben an dieser Version mitgearbeitet ({contribution}).",
  "Ask somebody independent of the work.": "Wenden Sie sich an jemanden, der nicht daran mitgearbeitet hat.",
  "You have signed in this round": "Sie haben in dieser Runde unterschrieben",
  "Your signature ({act}) stands: one for each person and round.":
    "Ihre Unterschrift ({act}) gilt: eine je Person und Runde.",
  "Withdraw it first if it was a mistake.": "Ziehen Sie sie zuerst zurück, wenn sie ein Versehen war.",
  "You cannot decide this now": "Sie können das jetzt nicht entscheiden",
  "Who can act: {who}.": "Handeln kann: {who}.",
  "Not everything has been read": "Noch nicht alles ist gelesen",
  "Not marked as reviewed: {sections}.": "Nicht als gelesen markiert: {sections}.",
  "Read these sections and mark them, then sign.":
    "Lesen und markieren Sie diese Abschnitte, und unterschreiben Sie dann.",
  "A second person is needed": "Eine zweite Person ist nötig",
  "Ask somebody else who holds the role.": "Wenden Sie sich an jemand anderen mit dieser Rolle.",
  "No conditions here": "Hier sind keine Auflagen möglich",
  "The policy allows no conditions for this approval.": "Die Richtlinie lässt für diese Genehmigung keine Auflagen zu.",
  "Request changes, or approve without conditions where nothing needs one.":
    "Verlangen Sie Änderungen, oder genehmigen Sie ohne Auflagen, wo nichts eine braucht.",
  "The model has no risk tier": "Das Modell hat keine Risikostufe",
  "No policy can be chosen for {model} without one.": "Ohne sie lässt sich für {model} keine Richtlinie wählen.",
  "Ask a model risk manager to give it a tier.":
    "Wenden Sie sich an das Modellrisikomanagement, damit es eine Stufe festlegt.",
  "Several policies claim to apply": "Mehrere Richtlinien kommen infrage",
  "For {tier} in {environment}: {policies}. None is followed until one is more specific.":
    "Für {tier} in {environment}: {policies}. Keiner wird gefolgt, solange nicht eine spezifischer ist.",
  "Ask a model risk manager to publish a policy that names the model.":
    "Wenden Sie sich an das Modellrisikomanagement, damit es eine Richtlinie veröffentlicht, die das Modell nennt.",
  "No policy applies": "Keine Richtlinie gilt",
  "No published policy covers {tier} in {environment}; without one nothing is approved.":
    "Für {tier} in {environment} gilt keine veröffentlichte Richtlinie; ohne sie wird nichts genehmigt.",
  "this model": "dieses Modell",
  "Ask a model risk manager to publish one.":
    "Wenden Sie sich an das Modellrisikomanagement, damit es eine veröffentlicht.",
  "The alias is protected": "Der Alias ist geschützt",
  "{environment} protects {alias}, and {version} has no valid approval for it.":
    "{environment} schützt {alias}, und {version} hat dafür keine gültige Genehmigung.",
  "Have the version approved first.": "Lassen Sie zuerst die Version genehmigen.",
  "Set-up is not finished": "Die Einrichtung ist nicht abgeschlossen",
  "Nobody signs before the instance is live: until then one administrator may grant any role.":
    "Niemand unterschreibt, bevor die Instanz in Betrieb ist: Bis dahin kann eine einzelne Person aus der Administration jede Rolle vergeben.",
  "Ask an administrator to finish set-up.":
    "Wenden Sie sich an die Administration, damit sie die Einrichtung abschließt.",
  "Set-up is over": "Die Einrichtung ist vorbei",
  "History may be told and links redeemed only while the instance is set up; it is live.":
    "Vergangenes lässt sich nur nachtragen und Links lassen sich nur einlösen, solange die Instanz eingerichtet wird; sie ist in Betrieb.",
  "Do it as a live act, by the person concerned.":
    "Führen Sie es als gewöhnlichen Vorgang aus, durch die betreffende Person.",
  "The bytes are not what was declared": "Die Bytes sind nicht die angekündigten",
  "{what}: declared {declared}, received {received}. Nothing was kept.":
    "{what}: angekündigt {declared}, erhalten {received}. Nichts wurde behalten.",
  "Send the file again, or correct the digest.":
    "Senden Sie die Datei noch einmal, oder korrigieren Sie die Prüfsumme.",
  "The database refused": "Die Datenbank hat abgelehnt",
  "Reload; if it stays so, tell an administrator: the application should have said so first.":
    "Laden Sie die Seite neu; wenn es so bleibt, sagen Sie es der Administration: Die Anwendung hätte es vorher sagen müssen.",
  "Your role does not allow this": "Ihre Rolle erlaubt das nicht",
  "This is done by the system alone.": "Das macht nur das System selbst.",
  "Wait until it happens by itself.": "Warten Sie, bis es von selbst geschieht.",
  "A token may not do this": "Ein Token darf das nicht",
  "This is for a person who is {roles}, or for a token with that role where tokens are admitted.":
    "Das kann nur {roles}, oder ein Token mit dieser Rolle, wo Tokens zugelassen sind.",
  "Sign in with `countersign login`, or use a token that holds the role.":
    "Melden Sie sich mit `countersign login` an, oder verwenden Sie ein Token mit dieser Rolle.",
  "This is for {roles}.": "Das kann nur {roles}.",
  "Ask {roles} to do it.": "Wenden Sie sich an {roles}.",
  "There is no such thing here, or it is not yours to see: {what}.":
    "Das gibt es hier nicht, oder es ist für Sie nicht sichtbar: {what}.",
  "There is no such {noun} here, or it is not yours to see.":
    "Das gibt es hier nicht, oder es ist für Sie nicht sichtbar ({noun}).",

  // What is found already, not found, or in another state (usecases).
  "the model {model}": "das Modell {model}",
  "the person": "die Person",
  "a person with the address {email}": "eine Person mit der Adresse {email}",
  "a grant of {role}": "eine Vergabe der Rolle {role}",
  "the environment {environment}": "die Umgebung {environment}",
  "{version} (number {number})": "{version} (Nummer {number})",
  "the check {check} in the policy": "die Kontrolle {check} in der Richtlinie",
  "an open review, {url}": "eine offene Prüfung, {url}",
  "the assignment that it takes the place of": "die Zuweisung, die sie ersetzt",
  "an assignment of this review to this person": "eine Zuweisung dieser Prüfung an diese Person",
  "an assignment for every missing signature as {role}":
    "eine Zuweisung für jede fehlende Unterschrift der Rolle {role}",
  "your signature in this round": "Ihre Unterschrift in dieser Runde",
  "the set-up link: it has been used or has expired":
    "der Link zur Einrichtung: Er wurde verwendet oder ist abgelaufen",
  "policy revision": "Fassung der Richtlinie",
  "older than the published {number}": "älter als die veröffentlichte {number}",
  "newer than what is published": "neuer als die veröffentlichte",
  "{n} checks running": "{n} Kontrollen laufen",
  "all checks ended": "alle Kontrollen beendet",
  "decided on": "es wurde entschieden",
  "without decisions": "ohne Entscheidungen",
  "valid and past its validity": "gültig und über die Geltungsdauer hinaus",
  "approval for {environment}": "Genehmigung für {environment}",
  record: "Eintrag",
  "waiting for the notary": "wartet auf den Notardienst",
  "a checkpoint that covers the approval: try again":
    "ein Checkpoint, der die Genehmigung umfasst: versuchen Sie es noch einmal",
  "not signed yet": "noch nicht signiert",
  "a first checkpoint": "ein erster Checkpoint",
  "a checkpoint that covers the export: try again":
    "ein Checkpoint, der den Export umfasst: versuchen Sie es noch einmal",
  "open, with decisions hidden from you": "offen, mit Entscheidungen, die Ihnen verborgen sind",
  "your own decision": "Ihre eigene Entscheidung",
  "the end of the review": "das Ende der Prüfung",
  "one file": "eine Datei",
  "the upload": "der Upload",
  "the record of one act": "die Aufzeichnung eines Vorgangs",
  bytes: "Bytes",
  "saved views of this page": "gespeicherte Ansichten dieser Seite",
  views: "Ansichten",
  "a constraint of the database does not admit this": "eine Bedingung der Datenbank lässt das nicht zu",

  // Why a second person is needed (usecases).
  "Whoever owns a condition cannot accept its evidence.":
    "Wer für eine Auflage verantwortlich ist, kann ihren Nachweis nicht annehmen.",
  "Whoever proposed a policy revision cannot publish it.":
    "Wer eine Fassung der Richtlinie vorgeschlagen hat, kann sie nicht veröffentlichen.",
  "Whoever owns or answered a finding cannot close it.":
    "Wer für eine Feststellung verantwortlich ist oder sie beantwortet hat, kann sie nicht schließen.",
  "The owner of the token does not hold {roles}: granting it takes two administrators.":
    "Wem das Token gehört, hat diese Rolle nicht ({roles}): Sie zu vergeben braucht zwei Personen aus der Administration.",

  // What is wrong at a place of the input: it follows the place (usecases/kernel).
  "is missing": "fehlt",
  "is empty": "ist leer",
  "is {found}, where {expected} is expected": "ist {found}; erwartet wird {expected}",
  "is {found}; it can be {choices}": "ist {found}; möglich ist {choices}",
  "is {found}, which does not fit here": "ist {found}, was hier nicht passt",
  text: "ein Text",
  "a number": "eine Zahl",
  "a whole number": "eine ganze Zahl",
  "true or false": "true oder false",
  "a list": "eine Liste",
  "a group of keys": "eine Gruppe von Schlüsseln",
  empty: "leer",
  "has a key that nobody knows: {keys}": "hat einen unbekannten Schlüssel: {keys}",
  "has keys that nobody knows: {keys}": "hat unbekannte Schlüssel: {keys}",
  "has a key that does not fit: {why}": "hat einen Schlüssel, der nicht passt: {why}",
  "is below {minimum}": "liegt unter {minimum}",
  "is above {maximum}": "liegt über {maximum}",
  "has fewer than {minimum} characters": "hat weniger als {minimum} Zeichen",
  "has fewer than {minimum} entries": "hat weniger als {minimum} Einträge",
  "has more than {maximum} characters": "hat mehr als {maximum} Zeichen",
  "has more than {maximum} entries": "hat mehr als {maximum} Einträge",
  "needs at least {minimum} characters": "braucht mindestens {minimum} Zeichen",
  "has characters that cannot be stored": "enthält Zeichen, die nicht gespeichert werden können",
  "is not an e-mail address": "ist keine E-Mail-Adresse",
  "is not a key: lower-case letters, digits, `.`, `_`, `-`, at most 100":
    "ist kein Schlüssel: Kleinbuchstaben, Ziffern, `.`, `_`, `-`, höchstens 100",
  "is not an id": "ist keine Kennung",
  "is not a SHA-256 in lower-case hex": "ist kein SHA-256 in kleingeschriebenem Hex",
  "is not an ISO 8601 time": "ist kein Zeitpunkt nach ISO 8601",
  "holds more than {maximum} values": "enthält mehr als {maximum} Werte",
  "is not a number that JSON can hold": "ist keine Zahl, die JSON fassen kann",
  "is nested deeper than {maximum}": "ist tiefer als {maximum} verschachtelt",
  "is a {type}, which JSON cannot hold": "ist {type}, was JSON nicht fassen kann",
  "is no plain object": "ist kein einfaches Objekt",
  "holds a name that is not allowed": "enthält einen Namen, der nicht erlaubt ist",
  "is longer than {maximum} characters": "ist länger als {maximum} Zeichen",
  "has 1 to 200 printable ASCII characters without spaces": "hat 1 bis 200 druckbare ASCII-Zeichen ohne Leerzeichen",

  // The same of single acts (usecases).
  "is not an alias name": "ist kein Name für einen Alias",
  "is another check": "ist eine andere Kontrolle",
  "is nobody here": "ist hier niemand",
  "is in the past": "liegt in der Vergangenheit",
  "is later than the {n} days that the policy allows": "liegt nach den {n} Tagen, die die Richtlinie erlaubt",
  "has to be in the future": "muss in der Zukunft liegen",
  "is not a host name": "ist kein Hostname",
  "is no `next` of a page of this list": "ist kein `next` einer Seite dieser Liste",
  "the answers give {tier}; by hand a tier can only be raised":
    "die Antworten ergeben {tier}; von Hand lässt sich eine Stufe nur verschärfen",
  "needs at least 20 characters: something here is not a plain pass":
    "braucht mindestens 20 Zeichen: Hier ist nicht alles ohne Weiteres bestanden",
  "is {task}, but the model was registered for {registered}":
    "ist {task}, aber das Modell ist für {registered} registriert",
  "lies in no part of the submission": "liegt in keinem Teil der Einreichung",
  "has not been uploaded": "wurde nicht hochgeladen",
  "has {found} bytes, not {size}": "hat {found} Bytes, nicht {size}",
  "no model file is attached: there is nothing to approve":
    "keine Modelldatei ist angehängt: Es gibt nichts zu genehmigen",
  "must be relative, with `/`": "muss relativ sein, mit `/`",
  "must stay inside the folder, without `.`, `..` or `//`": "muss im Ordner bleiben, ohne `.`, `..` oder `//`",
  "is not a model key: lower-case letters, digits, `.`, `_`, `-`, at most 100":
    "ist kein Schlüssel eines Modells: Kleinbuchstaben, Ziffern, `.`, `_`, `-`, höchstens 100",
  "has characters that a label cannot have": "enthält Zeichen, die eine Bezeichnung nicht haben kann",
  "is all digits, which is how numbers look": "besteht nur aus Ziffern, so wie Nummern aussehen",
  "is not a part name": "ist kein Name eines Teils",
  "names no part": "nennt keinen Teil",

  // A policy as it is written (policy/parse, usecases/policies, domain/yaml).
  "must be a list": "muss eine Liste sein",
  "must not be empty": "darf nicht leer sein",
  "needs at least {minimum}": "braucht mindestens {minimum}",
  "may have at most {maximum} entries": "darf höchstens {maximum} Einträge haben",
  "must be text": "muss Text sein",
  "may be at most {maximum} characters long": "darf höchstens {maximum} Zeichen lang sein",
  "must not contain control or broken characters": "darf keine Steuerzeichen und keine defekten Zeichen enthalten",
  "is not of the expected form": "hat nicht die erwartete Form",
  "must be one of {choices}": "muss eines hiervon sein: {choices}",
  "must be a whole number": "muss eine ganze Zahl sein",
  "must be from {minimum} to {maximum}": "muss zwischen {minimum} und {maximum} liegen",
  "must be a number": "muss eine Zahl sein",
  "must be true or false": "muss true oder false sein",
  "names the same twice": "nennt dasselbe zweimal",
  "is not a policy": "ist keine Richtlinie",
  "must be 1: this is the only version of the format": "muss 1 sein: Das ist die einzige Version des Formats",
  "must be letters, digits, dots, dashes and underscores":
    "darf nur Buchstaben, Ziffern, Punkte, Binde- und Unterstriche haben",
  "are not allowed, yet a check's outcome needs one":
    "sind nicht zugelassen, aber das Ergebnis einer Kontrolle braucht eine",
  "is not an environment's key": "ist kein Schlüssel einer Umgebung",
  "is not a model's key": "ist kein Schlüssel eines Modells",
  "asks for the same check twice": "verlangt dieselbe Kontrolle zweimal",
  "gives fairness another favourable side than the policy":
    "gibt der Fairness eine andere günstige Seite als die Richtlinie",
  "is not a check's id, such as perf.roc_auc": "ist keine Kennung einer Kontrolle wie perf.roc_auc",
  "a number of hits is compared with one number": "eine Zahl von Treffern wird mit einer einzigen Zahl verglichen",
  "must be the lower bound, then the higher": "muss erst die untere, dann die obere Grenze sein",
  "must be n, width or a key of the measurement's support":
    "muss n, width oder ein Schlüssel aus support der Messung sein",
  "may be nested at most {maximum} deep": "darf höchstens {maximum} tief verschachtelt sein",
  "may hold at most {maximum} values": "darf höchstens {maximum} Werte enthalten",
  "holds a number that is none": "enthält eine Zahl, die keine ist",
  "holds a text that is too long": "enthält einen zu langen Text",
  "holds broken text": "enthält defekten Text",
  "holds a key that is not allowed": "enthält einen Schlüssel, der nicht erlaubt ist",
  "holds something that is not JSON": "enthält etwas, das kein JSON ist",
  "must name at least one sign-off that approves: without an approver nothing is ever approved":
    "muss mindestens eine genehmigende Freigabe nennen: Ohne Genehmigung durch jemanden wird nie etwas genehmigt",
  "names a role twice in the same capacity": "nennt eine Rolle zweimal in derselben Eigenschaft",
  "may be true for T4 alone: nobody decides on their own work":
    "darf nur für T4 true sein: Niemand entscheidet über die eigene Arbeit",
  "must be true: one person signs a round once, in one capacity":
    "muss true sein: Eine Person unterschreibt eine Runde einmal, in einer Eigenschaft",
  "is {key}, which is an address of the portal: choose another":
    "ist {key}, eine Adresse des Portals: Wählen Sie einen anderen",
  "is {check}, and there is no such check; {nearest}": "ist {check}, und diese Kontrolle gibt es nicht; {nearest}",
  "is not known to {check}; {nearest}": "ist {check} nicht bekannt; {nearest}",
  "{problem} ({check})": "{problem} ({check})",
  "the nearest is {name}": "am nächsten kommt {name}",
  "there are none": "es gibt keine",
  "is not YAML: {why}": "ist kein YAML: {why}",
  "is not YAML that is read here: {why}. Write values out, without aliases.":
    "ist kein YAML, das hier gelesen wird: {why}. Schreiben Sie Werte aus, ohne Aliase.",

  // Links of one use (usecases/people).
};
