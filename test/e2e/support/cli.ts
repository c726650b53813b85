import { execFile } from "node:child_process";
import { program, type Ready } from "./product.ts";

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the built command as CI would: its settings in the environment, nothing else of ours. */
export function countersign(args: string[], settings: Record<string, string> = {}, cwd?: string): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { PATH: process.env["PATH"], HOME: "/nonexistent", ...settings }, maxBuffer: 64 << 20, cwd },
      (error, out, err) => done({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}

/** Settings of a token on this instance. */
export const withToken = (ready: Ready, token: string): Record<string, string> => ({
  COUNTERSIGN_URL: ready.gateway,
  COUNTERSIGN_TOKEN: token,
});

/** A new CI token of Tomas with the role developer, made by the operator as an administrator would. */
export async function ciToken(ready: Ready): Promise<string> {
  const operator = withToken(ready, ready.operatorToken ?? "");
  const people = JSON.parse((await countersign(["admin", "people.list"], operator)).out) as {
    id: string;
    name: string;
  }[];
  const tomas = people.find((person) => person.name === "Tomas Lind");
  const made = await countersign(
    [
      "admin",
      "token.create",
      "--input",
      JSON.stringify({ label: "journeys", ownerId: tomas?.id, roles: ["developer"] }),
    ],
    operator,
  );
  return (JSON.parse(made.out) as { secret: string }).secret;
}
