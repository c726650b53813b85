/** Why the notary will not sign: the database shrank, tells another story, or this is not its key, origin or schema. */
export type RefusalCode = "LOG_ROLLBACK" | "LOG_FORK" | "LOG_KEY" | "LOG_ORIGIN" | "SCHEMA";

/** Ends the notary with a sentence for the operator; everything else is retried. */
export class NotaryRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, sentence: string) {
    super(`${code}: ${sentence}`);
    this.code = code;
  }
}
