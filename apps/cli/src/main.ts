#!/usr/bin/env node
import { runCommand } from "./run.ts";

process.exitCode = await runCommand(process.argv.slice(2));
// A broken pipe (`| head`) is no fault of the command.
process.stdout.on("error", () => process.exit());
