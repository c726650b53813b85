export { CertificateFault, certificatePrinter } from "./printer.ts";
