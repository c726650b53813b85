/** German of the page that verifies evidence bundles, and of everything that verifying can find. */
export const verify: Readonly<Record<string, string>> = {
  // /verify
  "Check an evidence bundle: what was decided, by whom, on what evidence, and that nothing of it was changed. Your browser does the work. Nothing is uploaded, and no account is needed. This page is the operator’s own; <link>the command line</link> is the independent way.":
    "Verifizieren Sie ein Nachweispaket: was entschieden wurde, durch wen, aufgrund welcher Nachweise, und dass nichts davon geändert wurde. Die Arbeit macht Ihr Browser. Nichts wird hochgeladen, und Sie brauchen kein Konto. Diese Seite gehört dem Betreiber; <link>die Kommandozeile</link> ist der unabhängige Weg.",
  "Do not trust this page?": "Trauen Sie dieser Seite nicht?",
  "You should not have to: it comes from the operator of the very log that it checks. The same verifier is a small program that needs no server, no network and no account. Run it on your own machine, with a key that you did not get here.":
    "Das müssen Sie auch nicht: Sie stammt vom Betreiber eben des Protokolls, das sie verifiziert. Dieselbe Verifikation gibt es als kleines Programm, das weder Server noch Netz noch Konto braucht. Führen Sie es auf Ihrem eigenen Gerät aus, mit einem Schlüssel, den Sie nicht von hier haben.",

  // The steps.
  "Trust comes from outside: only the keys that were given are believed, never one from the bundle.":
    "Vertrauen kommt von außen: Nur den angegebenen Schlüsseln wird vertraut, nie einem aus dem Paket.",
  "The file is the one archive form a bundle may have, to the last header byte.":
    "Die Datei hat die eine Archivform, die ein Paket haben darf, bis zum letzten Byte der Kopfdaten.",
  "Every file is listed in the manifest with its digest and size, and nothing else is there.":
    "Jede Datei steht mit Prüfsumme und Größe im Manifest, und sonst ist nichts da.",
  "The export itself is recorded in the log, with this manifest and these streams, after the bundle's state.":
    "Der Export selbst ist im Protokoll eingetragen, mit diesem Manifest und diesen Strängen, nach dem Stand des Pakets.",
  "The tree head is signed by a trusted key of this log.":
    "Der Kopf des Baums ist mit einem vertrauten Schlüssel dieses Protokolls signiert.",
  "Every record stands in the tree at its own place.": "Jeder Eintrag steht im Baum an seinem eigenen Platz.",
  "The tree, computed again from every leaf hash, has the signed root.":
    "Der Baum, aus den Prüfsummen aller Blätter neu berechnet, hat die signierte Wurzel.",
  "Every record is in the one canonical form, of the known vocabulary, of this log and place.":
    "Jeder Eintrag hat die eine kanonische Form, das bekannte Vokabular, dieses Protokoll und diesen Platz.",
  "Every stream is complete up to its stated end, in order, and nothing settled was rewritten.":
    "Jeder Strang ist bis zum genannten Ende vollständig und in Reihenfolge, und nichts Feststehendes wurde umgeschrieben.",
  "Every name and text is the one that the record binds by its salted digest.":
    "Jeder Name und Text ist der, den der Eintrag durch seine gesalzene Prüfsumme bindet.",
  "Every record's own proof leads to the signed root.":
    "Der eigene Nachweis jedes Eintrags führt zur signierten Wurzel.",
  "The pinned policy, applied again to evidence, signatures and roles in force, gives the recorded verdict.":
    "Die festgehaltene Richtlinie, erneut auf Nachweise, Unterschriften und geltende Rollen angewandt, ergibt das eingetragene Urteil.",
  "The version is its files: the manifest gives the identity, whole and in parts.":
    "Die Version ist gleich ihren Dateien: Das Manifest ergibt die Identität, im Ganzen und in Teilen.",
  "The readable copies say what the record says, byte for byte.":
    "Die lesbaren Kopien sagen Byte für Byte, was die Einträge sagen.",

  // What may not hold.
  "No key to trust was given, or it is not a verifier key.":
    "Es wurde kein Schlüssel angegeben, dem zu vertrauen ist, oder er ist kein Schlüssel zum Verifizieren.",
  "The archive is not in the form of an evidence bundle.": "Das Archiv hat nicht die Form eines Nachweispakets.",
  "The manifest is missing or not in its form.": "Das Manifest fehlt oder hat nicht seine Form.",
  "The manifest lists a file that is not there.": "Das Manifest nennt eine Datei, die nicht da ist.",
  "A file is there that the manifest does not list.": "Es gibt eine Datei, die das Manifest nicht nennt.",
  "A file is not the one that the manifest lists.": "Eine Datei ist nicht die, die das Manifest nennt.",
  "A file is there that a bundle does not have.": "Es gibt eine Datei, die ein Paket nicht hat.",
  "A document is not the one that its name says.": "Ein Dokument ist nicht das, was sein Name sagt.",
  "The export's own record is missing or not in its form.":
    "Der Eintrag des Exports selbst fehlt oder hat nicht seine Form.",
  "The export's own record is not in the log.": "Der Eintrag des Exports selbst steht nicht im Protokoll.",
  "The export was recorded with another manifest: this bundle was made or changed outside the log.":
    "Der Export wurde mit einem anderen Manifest eingetragen: Dieses Paket wurde außerhalb des Protokolls erstellt oder geändert.",
  "The export was recorded with other ends of streams.": "Der Export wurde mit anderen Enden der Stränge eingetragen.",
  "The tree of the bundle is not the beginning of the tree that holds the export.":
    "Der Baum des Pakets ist nicht der Anfang des Baums, in dem der Export steht.",
  "The tree head is not signed by a trusted key.":
    "Der Kopf des Baums ist nicht mit einem vertrauten Schlüssel signiert.",
  "A record is not the one that stands at its place in the tree.":
    "Ein Eintrag ist nicht der, der an seinem Platz im Baum steht.",
  "The hashes of the tree are not there in full.": "Die Prüfsummen des Baums sind nicht vollständig da.",
  "The tree has another root than the one that was signed.": "Der Baum hat eine andere Wurzel als die signierte.",
  "A record is not in canonical form or not of the known vocabulary.":
    "Ein Eintrag hat nicht die kanonische Form oder nicht das bekannte Vokabular.",
  "A record says another place or log than the one it stands in.":
    "Ein Eintrag nennt einen anderen Platz oder ein anderes Protokoll als das, in dem er steht.",
  "A stream has a gap: an act is missing.": "Ein Strang hat eine Lücke: Ein Vorgang fehlt.",
  "A stream does not end where the manifest says: acts are missing at its end, or too many.":
    "Ein Strang endet nicht dort, wo das Manifest es sagt: An seinem Ende fehlen Vorgänge, oder es sind zu viele.",
  "What a record refers to is not in the bundle.": "Worauf ein Eintrag verweist, steht nicht im Paket.",
  "Something settled was changed by a later record.":
    "Etwas Feststehendes wurde durch einen späteren Eintrag geändert.",
  "A record's time does not fit the time at which it was written.":
    "Die Zeit eines Eintrags passt nicht zu der Zeit, zu der er geschrieben wurde.",
  "A record tells another time than its own although the instance was live.":
    "Ein Eintrag nennt eine andere Zeit als seine eigene, obwohl die Instanz in Betrieb war.",
  "A name or text that the record binds is not in the bundle, and no record says that it was erased.":
    "Ein Name oder Text, den ein Eintrag bindet, steht nicht im Paket, und kein Eintrag sagt, dass er gelöscht wurde.",
  "A name or text is not one that a record binds.": "Ein Name oder Text ist keiner, den ein Eintrag bindet.",
  "A record has no proof.": "Ein Eintrag hat keinen Nachweis.",
  "A proof does not lead from its record to the signed root.":
    "Ein Nachweis führt nicht von seinem Eintrag zur signierten Wurzel.",
  "A role was not granted by those who may grant it.":
    "Eine Rolle wurde nicht von denen vergeben, die sie vergeben dürfen.",
  "A policy revision is not there, not readable, or not published by two people.":
    "Eine Fassung der Richtlinie fehlt, ist nicht lesbar oder wurde nicht von zwei Personen veröffentlicht.",
  "The review was opened under a policy that was not published for it.":
    "Die Prüfung wurde unter einer Richtlinie eröffnet, die dafür nicht veröffentlicht war.",
  "Those who built the version are not all named.": "Nicht alle, die an der Version gebaut haben, sind genannt.",
  "The sealed evidence is not what the record holds.":
    "Die versiegelten Nachweise sind nicht das, was die Einträge enthalten.",
  "A check's result does not give the verdict that was recorded.":
    "Das Ergebnis einer Kontrolle ergibt nicht das eingetragene Urteil.",
  "The conditions are not those whose digest was signed.":
    "Die Auflagen sind nicht die, deren Prüfsumme unterschrieben wurde.",
  "A signature was not recorded by its signer.":
    "Eine Unterschrift wurde nicht von der Person eingetragen, die unterschrieben hat.",
  "A signature was not given at the time it tells, or its signer had not just proved who they are.":
    "Eine Unterschrift wurde nicht zur genannten Zeit gegeben, oder wer unterschrieb, hatte sich nicht gerade ausgewiesen.",
  "A signer did not hold the role, or the policy asks no such signature of it.":
    "Wer unterschrieb, hatte die Rolle nicht, oder die Richtlinie verlangt von ihr keine solche Unterschrift.",
  "A signer helped to build the version.": "Wer unterschrieb, hat an der Version mitgebaut.",
  "A person signed a round more than once.": "Eine Person hat eine Runde mehr als einmal unterschrieben.",
  "A signature was given when none could be.": "Eine Unterschrift wurde gegeben, als keine möglich war.",
  "A signature names other evidence or conditions than those it was given on.":
    "Eine Unterschrift nennt andere Nachweise oder Auflagen als die, auf die sie gegeben wurde.",
  "The signed statement is not the one that the record gives.":
    "Die unterschriebene Erklärung ist nicht die, die sich aus den Einträgen ergibt.",
  "An approval is recorded that policy, evidence and signatures do not give.":
    "Es ist eine Genehmigung eingetragen, die sich aus Richtlinie, Nachweisen und Unterschriften nicht ergibt.",
  "A review ended in a way that its record does not give, or went on after its end.":
    "Eine Prüfung endete anders, als es sich aus ihren Einträgen ergibt, oder ging nach ihrem Ende weiter.",
  "A rejection stands and the review does not say so.": "Eine Ablehnung besteht, und die Prüfung sagt es nicht.",
  "A protected name points to this version without a valid approval.":
    "Ein geschützter Name zeigt ohne gültige Genehmigung auf diese Version.",
  "The identity is not that of the version's files.": "Die Identität ist nicht die der Dateien der Version.",
  "A part's identity is not that of its files.": "Die Identität eines Teils ist nicht die seiner Dateien.",
  "The manifest is about another version than the record.":
    "Das Manifest betrifft eine andere Version als die Einträge.",
  "decision.json does not say what the record says.": "decision.json sagt nicht, was die Einträge sagen.",
  "decision.html does not say what the record says.": "decision.html sagt nicht, was die Einträge sagen.",
  "The verifier could not finish. Nothing is accepted that was not checked to the end.":
    "Die Verifikation kam nicht zum Ende. Nichts wird anerkannt, was nicht bis zum Ende verifiziert wurde.",
  "{n} more places": "{n} weiteren Stellen",

  // Where, and why: trust, file, manifest, tree.
  "the verifier": "der Verifikation",
  "the file": "der Datei",
  "the keys given": "den angegebenen Schlüsseln",
  "there is none": "es gibt keinen",
  "it is of another log or size than the manifest says":
    "er ist von anderem Protokoll oder anderer Größe, als das Manifest sagt",
  "it has other fields": "es hat andere Felder",
  "it is of another version of the format": "es hat eine andere Version des Formats",
  "log or size": "Protokoll oder Größe",
  "the scope has other fields": "der Umfang hat andere Felder",
  "the scope": "der Umfang",
  "the heads of streams": "die Enden der Stränge",
  "no list of files": "keine Liste von Dateien",
  "a file with other fields": "eine Datei mit anderen Feldern",
  "a path that it cannot list": "ein Pfad, den es nicht nennen kann",
  "the files are not in order": "die Dateien sind nicht in Reihenfolge",
  "digest or size of {path}": "Prüfsumme oder Größe von {path}",
  "the file is missing or not whole lines of text": "die Datei fehlt oder besteht nicht aus ganzen Textzeilen",
  "a line that is no disclosure, or not in order":
    "eine Zeile, die keine Offenlegung ist oder nicht in Reihenfolge steht",
  "the records tell no such version": "die Einträge nennen keine solche Version",
  "it records no export": "er ist kein Eintrag eines Exports",
  "it is of another version, size or log": "er ist von anderer Version, anderer Größe oder anderem Protokoll",
  "it stands before the state that the bundle tells": "er steht vor dem Stand, den das Paket nennt",
  "the manifest lists other files than the record": "das Manifest nennt andere Dateien als die Einträge",
  "it says #{n} of {log}": "er nennt #{n} von {log}",
  "more rows than the story of one version has": "mehr Zeilen, als die Geschichte einer Version hat",
  "there is no record that can be read": "es gibt keinen lesbaren Eintrag",
  "it ends at {end}, the manifest says {head}": "er endet bei {end}, das Manifest sagt {head}",
  "the manifest does not name it": "das Manifest nennt ihn nicht",
  "written at {at}": "geschrieben um {at}",
  "written at {at}, it says {claimed}": "geschrieben um {at}, er nennt {claimed}",
  "{n} tiles, {wanted} are needed": "{n} Kacheln, nötig sind {wanted}",
  "tile {n} is not there with {width} hashes": "Kachel {n} ist nicht mit {width} Prüfsummen da",
  "there is no such record": "es gibt keinen solchen Eintrag",

  // Why: the rules.
  "{id} joins later": "{id} kommt später hinzu",
  "the owner of the token is not named": "wer für das Token verantwortlich ist, ist nicht genannt",
  "who submitted (nobody) is not named": "wer eingereicht hat (niemand), ist nicht genannt",
  "who submitted ({person}) is not named": "wer eingereicht hat ({person}), ist nicht genannt",
  "the trainer {address} is not named": "{address} (Training) ist nicht genannt",
  "the committer {address} is not named": "{address} (Commit) ist nicht genannt",
  "{kind} {address} is {person} and not nobody": "{kind} {address} ist {person} und nicht niemand",
  "{kind} {address} is {person} and not {named}": "{kind} {address} ist {person} und nicht {named}",
  "there is no such review": "es gibt keine solche Prüfung",
  "it does not begin as an approval": "sie beginnt nicht als Genehmigung",
  "it is valid for another time than the policy says": "sie gilt für eine andere Zeit, als die Richtlinie sagt",
  "it is for something else than the review": "sie gilt für etwas anderes als die Prüfung",
  "{alias} in {environment}": "{alias} in {environment}",
  "{check}: there is no result to judge": "{check}: es gibt kein Ergebnis zu beurteilen",
  "{check} is recorded as nothing, the result gives {gives}":
    "{check} ist ohne Urteil eingetragen, das Ergebnis ergibt {gives}",
  "{check} is recorded as {verdict}, the result gives {gives}":
    "{check} ist als {verdict} eingetragen, das Ergebnis ergibt {gives}",
  "{check} was recorded by somebody": "{check} wurde von einer Person eingetragen",
  "round {n} of {review}": "Runde {n} von {review}",
  "set {id}": "Satz {id}",
  "condition {id} joins its set later": "Auflage {id} kommt später zu ihrem Satz hinzu",
  "{role} for {person}: {problem}": "{role} für {person}: {problem}",
  "it begins as {state}": "sie beginnt als {state}",
  "it is confirmed before it is asked for": "sie ist bestätigt, bevor sie beantragt ist",
  "it hides that it was granted in set-up": "sie verbirgt, dass sie bei der Einrichtung vergeben wurde",
  "it claims to be from set-up, which had ended": "sie gibt vor, aus der Einrichtung zu stammen, die beendet war",
  "nobody granted it": "niemand hat sie vergeben",
  "it was recorded by somebody else than its grantor": "sie wurde nicht von der Person eingetragen, die sie vergab",
  "its grantor was no administrator": "wer sie vergab, gehörte nicht zur Administration",
  "it takes two administrators": "sie braucht zwei Personen aus der Administration",
  "it was confirmed by somebody else than it says": "sie wurde von einer anderen Person bestätigt, als sie nennt",
  "it was confirmed by one of the two it concerns":
    "sie wurde von einer der beiden Personen bestätigt, die sie betrifft",
  "whoever confirmed it was no administrator": "wer sie bestätigte, gehörte nicht zur Administration",
  "{before} becomes {after}": "{before} wird zu {after}",
  "it begins otherwise than proposed by its author":
    "sie beginnt anders als vorgeschlagen von der Person, die sie verfasst hat",
  "it was published by somebody else than it says": "sie wurde von einer anderen Person veröffentlicht, als sie nennt",
  "its author published it": "sie wurde von der Person veröffentlicht, die sie verfasst hat",
  "whoever published it had no role to": "wer sie veröffentlichte, hatte keine Rolle dafür",
  "revision {n} of {policy}: {problem}": "Fassung {n} von {policy}: {problem}",
  "{policy} for {review}": "{policy} für {review}",
  "a file joins {version}, which is frozen": "eine Datei kommt zu {version} hinzu, die eingefroren ist",
  "{table} {id} comes back after it ended": "{table} {id} kommt zurück, nachdem es beendet war",
  "{id} was withdrawn by somebody else": "{id} wurde von einer anderen Person zurückgezogen",
  "{act} by {person}": "{act} durch {person}",
  "{who}: {why}": "{who}: {why}",
  "{person} had not read every section": "{person} hatte nicht jeden Abschnitt gelesen",
  "its review does not say so": "ihre Prüfung sagt es nicht",

  // Where a whole log breaks.
  "it has {n} signed entries, and had {before} when it was verified before":
    "es hat {n} signierte Einträge und hatte {before}, als es zuletzt verifiziert wurde",
  "the key of the log cannot be read: {problem}": "der Schlüssel des Protokolls ist nicht lesbar: {problem}",
  "a checkpoint is not signed by the key of the log: {problem}":
    "ein Checkpoint ist nicht mit dem Schlüssel des Protokolls signiert: {problem}",
  "two different trees of {n} entries are signed": "zwei verschiedene Bäume mit {n} Einträgen sind signiert",
  "nothing of it is signed": "nichts davon ist signiert",
  "it has no hash in the tree": "er hat keine Prüfsumme im Baum",
  "its bytes do not give the hash that stands in the tree":
    "seine Bytes ergeben nicht die Prüfsumme, die im Baum steht",
  "it is missing: {signed} entries are signed, and {n} are there":
    "er fehlt: {signed} Einträge sind signiert, und {n} sind da",
  "its first {n} entries are not those that were verified before":
    "seine ersten {n} Einträge sind nicht die, die zuvor verifiziert wurden",
  "the hashes of its first {n} entries do not give the root that was signed":
    "die Prüfsummen seiner ersten {n} Einträge ergeben nicht die signierte Wurzel",

  // Keys, notes, checkpoints and proofs that cannot be read.
  "longer than a verifier key": "länger als ein Schlüssel zum Verifizieren",
  "not of the form name+id+key": "nicht in der Form Name+Kennung+Schlüssel",
  "not an Ed25519 key": "kein Ed25519-Schlüssel",
  "the key's ID does not belong to name and key": "die Kennung gehört nicht zu Name und Schlüssel",
  "not signed by {name}": "nicht von {name} signiert",
  "the signature of {name} is false": "die Signatur von {name} ist falsch",
  "signed by no trusted key": "mit keinem vertrauten Schlüssel signiert",
  "the origin is not the key's name": "der Ursprung ist nicht der Name des Schlüssels",
  "longer than a note may be": "länger, als eine Notiz sein darf",
  "control characters, broken text, or no newline at the end":
    "Steuerzeichen, defekter Text oder kein Zeilenende am Schluss",
  "no empty line before the signatures": "keine Leerzeile vor den Signaturen",
  "no signature": "keine Signatur",
  "more than {n} signatures": "mehr als {n} Signaturen",
  "a line that is no signature": "eine Zeile, die keine Signatur ist",
  "longer than a checkpoint": "länger als ein Checkpoint",
  "not three lines": "nicht drei Zeilen",
  "no origin": "kein Ursprung",
  "the size is no plain decimal number": "die Größe ist keine einfache Dezimalzahl",
  "the root is no 32 bytes in base64": "die Wurzel ist nicht 32 Bytes in Base64",
  "longer than a proof": "länger als ein Nachweis",
  "no empty line before the checkpoint": "keine Leerzeile vor dem Checkpoint",
  "does not begin with {text}": "beginnt nicht mit {text}",
  "extra is not base64": "extra ist nicht Base64",
  "the index is no plain decimal number": "der Index ist keine einfache Dezimalzahl",
  "more than 64 hashes": "mehr als 64 Prüfsummen",
  "a line that is no hash": "eine Zeile, die keine Prüfsumme ist",
  "the entry is not at this place of the tree": "der Eintrag steht nicht an diesem Platz des Baums",

  // An archive, JSON, records and a manifest that cannot be read.
  "larger than {n} bytes": "größer als {n} Bytes",
  "a file reaches beyond the archive": "eine Datei reicht über das Archiv hinaus",
  "a path that a bundle does not have": "ein Pfad, den ein Paket nicht hat",
  "{path} is not the file that was packed": "{path} ist nicht die Datei, die gepackt wurde",
  "more than {n} files": "mehr als {n} Dateien",
  "no files, or one path twice": "keine Dateien oder ein Pfad zweimal",
  "not the pinned archive form: some header byte differs":
    "nicht die festgelegte Archivform: ein Byte der Kopfdaten weicht ab",
  "not UTF-8": "nicht UTF-8",
  "not canonical JSON (RFC 8785)": "kein kanonisches JSON (RFC 8785)",
  "longer than a record may be": "länger, als ein Eintrag sein darf",
  "not an object": "kein Objekt",
  "leaf has the fields {fields}": "das Blatt hat die Felder {fields}",
  "db stamp": "der Stempel der Datenbank",
  "unknown version of the vocabulary": "unbekannte Version des Vokabulars",
  "unknown act": "unbekannter Vorgang",
  "unknown field {field}": "unbekanntes Feld {field}",
  "missing field {field}": "fehlendes Feld {field}",
  "may not change {table}": "darf {table} nicht ändern",
  "{table} row of another stream": "Zeile von {table} aus einem anderen Strang",
  "row image": "das Abbild einer Zeile",
  "{place}: unknown column": "{place}: unbekannte Spalte",
  "{place}: not {form}": "{place}: nicht {form}",
  "{stream}: event {n} where {expected} was due": "{stream}: Ereignis {n}, wo {expected} an der Reihe war",
  "no list of resources": "keine Liste von Ressourcen",
  "a resource without name or SHA-256": "eine Ressource ohne Name oder SHA-256",
  "not in the order and form of a manifest": "nicht in der Reihenfolge und Form eines Manifests",
  "a manifest without files": "ein Manifest ohne Dateien",
  "{path} has no SHA-256": "{path} hat keine SHA-256",
  "the part {part} has no root": "der Teil {part} hat keine Wurzel",
  "{path} lies outside {root}": "{path} liegt außerhalb von {root}",
};
