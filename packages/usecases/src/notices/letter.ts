/** A mail as it leaves us; whatever carries it adds nothing of its own. */
export interface Letter {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Ids of the mails that it belongs to. */
  references: string | null;
  headers: Record<string, string>;
}

/** Lines under a heading; a line may lead somewhere. */
export interface Block {
  heading: string | null;
  lines: { text: string; href?: string }[];
}

/**
 * One line, whatever was typed: nothing in it ends a header, moves the cursor or turns the direction of what follows
 * (RFC 5322 §2.2; Unicode TR 36 §2.1).
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .replace(/ {2,}/g, " ")
    .trim();

/** Whether an address can stand in a header as it is. */
export const isAddress = (text: string): boolean => /^[^\s@<>(),;:"\\\p{Cc}]+@[^\s@<>(),;:"\\\p{Cc}]+$/u.test(text);

export const plainOf = (blocks: readonly Block[]): string =>
  `${blocks
    .map(({ heading, lines }) =>
      [
        ...(heading === null ? [] : [oneLine(heading)]),
        ...lines.map(({ text, href }) => {
          const line = oneLine(text);
          const said = heading === null || line === "" ? line : `- ${line}`;
          return href === undefined ? said : `${said}${said === "" ? "" : heading === null ? "\n" : "\n  "}${href}`;
        }),
      ].join("\n"),
    )
    .join("\n\n")}\n`;

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 32};`);

/** No style and no picture: it looks as the reader's program has it, and tells nobody that it was read. */
export function htmlOf(blocks: readonly Block[], language: string): string {
  const lineOf = ({ text, href }: Block["lines"][number]): string =>
    href === undefined ? escaped(text) : `<a href="${escaped(href)}">${escaped(text)}</a>`;
  const parts = blocks.map(({ heading, lines }) =>
    heading === null
      ? lines.map((line) => `<p>${lineOf(line)}</p>`).join("\n")
      : `<h2>${escaped(heading)}</h2>\n<ul>\n${lines.map((line) => `<li>${lineOf(line)}</li>`).join("\n")}\n</ul>`,
  );
  return `<!doctype html>\n<html lang="${escaped(language)}">\n<body>\n${parts.join("\n")}\n</body>\n</html>\n`;
}
