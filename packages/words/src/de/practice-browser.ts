/** German of practice that its components say in the browser: the offer, and what differs where somebody signs. */
export const practiceBrowser: Readonly<Record<string, string>> = {
  // The offer.
  "Practice is put away. It stays under Help.": "Die Übung wird nicht mehr angeboten. Unter „Hilfe“ bleibt sie.",
  "Practice first: about three minutes, nothing of it is recorded":
    "Erst üben: etwa drei Minuten, nichts davon wird eingetragen",
  "Practise a decision": "Eine Entscheidung üben",
  "Skip for good": "Nicht mehr anbieten",
  "Practise again": "Noch einmal üben",

  // Signing.
  "Practice: this signs nothing, and nothing of it is recorded.":
    "Übung: Hier wird nichts unterschrieben und nichts eingetragen.",
  "At least 20 characters wherever something is not a plain pass. It stands in no record.":
    "Mindestens 20 Zeichen, wo etwas nicht glatt bestanden ist. Sie steht in keinem Protokoll.",
};
