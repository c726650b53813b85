/** German of what one chooses under one's name, and of the list of updates, in the browser. */
export const noticesBrowser: Readonly<Record<string, string>> = {
  "Mark all as read": "Alle als gelesen markieren",
  "It is your turn": "Sie sind dran",
  "Your turn is due in two days, or late": "Bei Ihnen ist etwas in zwei Tagen fällig oder überfällig",
  "What you sent was decided": "Was Sie gesendet haben, ist entschieden",
  "A condition of yours ends": "Eine Ihrer Auflagen endet",
  "An answer in a discussion where you wrote": "Antwort in einer Diskussion, in der Sie geschrieben haben",
  "A file you asked for is ready after more than a minute":
    "Eine angeforderte Datei ist nach mehr als einer Minute fertig",
  "at once": "sofort",
  "in the morning mail": "in der Morgenmail",
  "no mail": "keine Mail",
  Language: "Sprache",
  "As the browser asks": "Wie im Browser",
  // How pages look.
  Colours: "Farben",
  "As the system has it": "Wie im System",
  Light: "Hell",
  Dark: "Dunkel",
  "Rows of lists": "Zeilen von Listen",
  "As usual": "Wie üblich",
  "Close together": "Eng",
  "Far apart": "Weit",
  "Time zone": "Zeitzone",
  "What is mailed to you": "Was Ihnen gemailt wird",
  "What others do to your account, such as a role, a token, a new password, is always mailed, and at once.":
    "Was andere mit Ihrem Konto tun, etwa eine Rolle, ein Token, ein neues Passwort, wird immer und sofort gemailt.",
  "A mail on weekdays at 08:00, where something waits for you":
    "Werktags um 08:00 eine Mail, wenn etwas auf Sie wartet",
  "Quiet hours": "Ruhezeiten",
  from: "von",
  until: "bis",
  "In your time zone. What is held back comes when they end.":
    "In Ihrer Zeitzone. Was zurückgehalten wird, kommt, wenn sie enden.",
  Save: "Speichern",
  "Saved.": "Gespeichert.",
};
