const plainLetters = "abcdefghijklmnopqrstuvwxyz";
const strangeLetters = Array.from("áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýž");
const strange = new Map(Array.from(plainLetters, (letter, n) => [letter, strangeLetters[n] ?? letter]));

/** A message with strange letters, two fifths longer: its placeholders and tags stay as they are. */
export function pseudo(message: string): string {
  let depth = 0;
  let tag = false;
  let said = "";
  let letters = 0;
  for (const char of message) {
    if (char === "{") depth += 1;
    if (char === "<") tag = true;
    const plain = depth === 0 && !tag;
    if (plain) letters += 1;
    said += plain ? (strange.get(char) ?? char) : char;
    if (char === "}") depth -= 1;
    if (char === ">") tag = false;
  }
  // In words of six, so that it may break where text may.
  const longer = Array.from({ length: Math.ceil(letters * 0.4) }, (_, n) => (n % 7 === 0 ? " " : "~")).join("");
  return `⟦${said}${letters > 3 ? longer : ""}⟧`;
}
