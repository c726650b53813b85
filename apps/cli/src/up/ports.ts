import { createServer } from "node:net";
import { freePort } from "@countersign/db/embedded";

/** The wanted port if it is free, any free one for 0; a sentence where it is taken. */
export async function choosePort(wanted: number, what: string, option: string): Promise<number> {
  if (wanted === 0) return freePort();
  const free = await new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(wanted, "127.0.0.1", () => probe.close(() => done(true)));
  });
  if (!free)
    throw new Error(
      `Port ${wanted}, for the ${what}, is taken by another program. Choose another with ${option} N, or 0 for any free one.`,
    );
  return wanted;
}
