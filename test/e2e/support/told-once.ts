import { passableFolder } from "@countersign/testing/folder";
import { rmSync } from "node:fs";
import { startProduct, toldFolder } from "./product.ts";

/** Tells the demo's story once, for all instances of this run: each begins with a copy, also the one that takes the place of another after a failure. */
export default async function tellOnce(): Promise<(() => void) | undefined> {
  if (process.env["COUNTERSIGN_E2E_READY"]) return undefined;
  const told = passableFolder("countersign-told-");
  process.env[toldFolder] = told;
  await (await startProduct("demo", told)).stop();
  return () => rmSync(told, { recursive: true, force: true });
}
