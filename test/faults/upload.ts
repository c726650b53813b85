import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ciToken } from "../e2e/support/cli.ts";
import { select } from "../e2e/support/governed.ts";
import { http } from "../e2e/support/terminal.ts";
import { kill } from "./processes.ts";
import type { Scene } from "./scene.ts";
import { until, untilTrue } from "./until.ts";

/** The gateway is killed when half of a file is there: the half is removed, nothing knows the digest, and sent again it is kept. */
export async function uploadCut({ ready, wrong }: Scene): Promise<void> {
  const bytes = randomBytes(16 << 20);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [artifacts, half] = [join(ready.data, "artifacts"), bytes.length / 2];
  const incoming = (): number[] => {
    const folder = join(artifacts, "incoming");
    return existsSync(folder) ? readdirSync(folder).map((name) => statSync(join(folder, name)).size) : [];
  };
  const secret = await ciToken(ready);
  const send = (body: NonNullable<RequestInit["body"]>): Promise<number> =>
    fetch(`${ready.gateway}/v1/artifacts/${sha256}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/octet-stream" },
      body,
      duplex: "half",
    } as RequestInit).then((answer) => answer.status);
  let release = (): void => {};
  const cut = send(
    new ReadableStream({
      async start(controller) {
        controller.enqueue(bytes.subarray(0, half));
        await new Promise<void>((done) => (release = done));
        controller.error(new Error("cut"));
      },
    }),
  ).catch(() => 0);
  await untilTrue("half of the file is there", async () => incoming().includes(half));
  if (!kill(ready, "gateway")) wrong.push("the gateway was not there to be killed");
  release();
  if ((await cut) === 200) wrong.push("half an upload was acknowledged");
  await until("the gateway is back", () => http(`${ready.gateway}/ready`));
  if (incoming().length > 0) wrong.push("half an upload lies in the store");
  const known = (): Promise<unknown[]> => select(ready, "select 1 from ops.artifact where sha256 = $1", [sha256]);
  if ((await known()).length > 0) wrong.push("half an upload is registered");
  if ((await send(bytes)) !== 200 || (await known()).length !== 1)
    wrong.push("the whole file was not taken afterwards");
}
