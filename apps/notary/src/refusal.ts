/** Why the notary will not sign: what stands in the database is not what it signed before. */
export type RefusalCode = "LOG_ROLLBACK" | "LOG_FORK" | "LOG_KEY";

/** Ends the notary with a sentence for the operator; everything else is retried. */
export class NotaryRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, sentence: string) {
    super(`${code}: ${sentence}`);
    this.code = code;
  }
}
