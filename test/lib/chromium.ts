import { existsSync } from "node:fs";
import { runStep, say } from "./run-step.ts";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const installed = (): string | null =>
  [process.env["COUNTERSIGN_CHROMIUM"] ?? "", ...places].find((path) => path !== "" && existsSync(path)) ?? null;

/** Path of a Chromium for the browser tests; installs the system's where there is none. Null where that fails too. */
export async function chromium(): Promise<string | null> {
  const found = installed();
  if (found) return found;
  say("No Chromium is here; installing the system's …");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = async (...args: string[]): Promise<number> => {
    const [command = "", ...rest] = [...sudo, "apt-get", ...args];
    return (await runStep(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: "noninteractive" } })).code;
  };
  if ((await apt("update", "-q")) === 0)
    await apt("install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation");
  return installed();
}
