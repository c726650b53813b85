/** German of what the inbox does in the browser: selection, putting off. */
export const inboxBrowser: Readonly<Record<string, string>> = {
  "Put off or hand over: {title}": "Zurückstellen oder übergeben: {title}",
  Hide: "Ausblenden",
  "Show what is selected": "Auswahl zeigen",
  Selected: "Ausgewählt",
  move: "wechseln",
  open: "öffnen",
  "hide or show what is selected": "Auswahl aus- oder einblenden",
  "put off": "zurückstellen",
  "who signs": "wer unterschreibt",
  "all keys": "alle Tasten",
  "Who signs": "Wer unterschreibt",
  "Put off": "Auf später",
  Close: "Schließen",
  Undo: "Rückgängig",
  Dismiss: "Ausblenden",
  "It stands in your inbox again.": "Es steht wieder in Ihrem Eingang.",
  "Put off until {day}.": "Zurückgestellt bis {day}.",
  "Bring it back now": "Jetzt zurückholen",
  Tomorrow: "Morgen",
  "In three days": "In drei Tagen",
  Monday: "Montag",
  "It is late: late work is not put off. Hand it over, or ask for somebody else.":
    "Es ist überfällig: Überfälliges wird nicht zurückgestellt. Übergeben Sie es, oder bitten Sie jemand anderen.",
  "It is due before tomorrow morning: there is nothing to put it off to.":
    "Es ist vor morgen früh fällig: es lässt sich nicht mehr zurückstellen.",
  "Only your own inbox changes. It comes back that morning, with a new round, and when it is due.":
    "Nur Ihr eigener Eingang ändert sich. Es kommt an diesem Morgen wieder, mit einer neuen Runde, und wenn es fällig ist.",
  "Another day, before it is due": "Ein anderer Tag, vor der Frist",
};
