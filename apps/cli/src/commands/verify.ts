import { Failure } from "../output.ts";
import type { CliCommand } from "../run.ts";

export const verify: CliCommand = {
  help: { usage: "verify FILE --trust VKEY", summary: "verify an evidence bundle offline", details: "", options: { trust: { type: "string", value: "VKEY", help: "the log's key" } }, positionals: [1, 1] },
  async run() {
    throw new Failure("", { exitCode: 2 });
  },
};
