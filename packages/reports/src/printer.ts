import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Parts, writeParts } from "./parts.ts";

/** Why no certificate came out, as a sentence. Not the asker's fault: it may be asked for again. */
export class CertificateFault extends Error {}

/** Of one certificate. An ordinary one takes some 0.6 s and 145 MiB; pages without end are stopped. */
const usual = { milliseconds: 20_000, mebibytes: 1024, waiting: 16 };

/**
 * Prints certificates by `program`, the built child, one after another: each in a process of its own with no settings of ours,
 * which may read and nothing else, within time and memory. Throws `CertificateFault`.
 */
export function certificatePrinter(program: string, limits = usual): (parts: Parts) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (parts) => {
    if (waiting >= limits.waiting) throw new CertificateFault("Too many certificates are asked for at once.");
    waiting += 1;
    const printed = last.then(() => print(program, parts, limits));
    last = printed
      .catch(() => undefined)
      .then(() => {
        waiting -= 1;
      });
    return printed;
  };
}

function print(
  program: string,
  parts: Parts,
  limits: { milliseconds: number; mebibytes: number },
): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      ["--permission", "--allow-addons", "--allow-fs-read=*", "--disable-warning=SecurityWarning", program],
      { env: { NODE_ENV: "production" }, stdio: "pipe" },
    );
    const pieces: Buffer[] = [];
    let said = "";
    let why: string | null = null;
    const stop = (because: string): void => {
      why ??= because;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(
      () => stop(`It took longer than ${limits.milliseconds / 1000} seconds and was stopped.`),
      limits.milliseconds,
    );
    const watch = setInterval(
      () =>
        resident(child.pid) > limits.mebibytes &&
        stop(`It took more than ${limits.mebibytes} MiB of memory and was stopped.`),
      100,
    );
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4000);
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(writeParts(parts));
    child.on("error", (error) => stop(`The printing process could not be started (${error.message}).`));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      clearInterval(watch);
      const pdf = Buffer.concat(pieces);
      if (code === 0 && why === null && pdf.length > 0) return done(pdf);
      if (why === null) process.stderr.write(`a certificate was not printed: ${said}\n`);
      failed(
        new CertificateFault(why ?? `The printing process ended unexpectedly (${signal ?? `exit code ${code}`}).`),
      );
    });
  });
}

/** MiB that a process holds, where the system tells (Linux); 0 elsewhere: time alone bounds it there. */
function resident(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
