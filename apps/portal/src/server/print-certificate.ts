import "server-only";
import { certificatePrinter } from "@countersign/reports";
import { readEnv } from "../env.ts";

let printer: ReturnType<typeof certificatePrinter> | undefined;

/** The process's one printer, so that its certificates are printed one after another. */
export const printCertificate = (): ReturnType<typeof certificatePrinter> =>
  (printer ??= certificatePrinter(readEnv().printingProgram));
