/** Why the start failed, in words of a person who starts it. An empty text: it has been said already. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const sentence = code ? sentences[code] : undefined;
  return sentence ? `${sentence} (${code}${error.message ? `: ${error.message}` : ""})` : error.message;
}

const sentences: Partial<Record<string, string>> = {
  ECONNREFUSED: "The database of --database-url does not answer. Is it running, and are host and port right?",
  ENOTFOUND: "The host of --database-url is not known.",
  ETIMEDOUT: "The database of --database-url does not answer.",
  "28P01": "The database refused the password of --database-url.",
  "28000": "The database refused the user of --database-url.",
  "3D000": "The database of --database-url does not exist. Make it first (createdb).",
  "42501": "The user of --database-url may not do what migrating needs: it must own the database and may make roles.",
  EACCES: "A folder or file cannot be written by this user. Choose another with --data DIR or --ready-file FILE.",
  EROFS: "A folder or file cannot be written here. Choose another with --data DIR or --ready-file FILE.",
  ENOSPC: "The disk is full.",
};
