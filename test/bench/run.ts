import { parseArgs } from "node:util";
import { say } from "../lib/run-step.ts";
import { measureDecide } from "./decide.ts";
import { measureDoor } from "./door.ts";
import { startBench } from "./instance.ts";
import { machineFacts } from "./machine.ts";
import { measureNotary } from "./notary.ts";
import { measureVerifier } from "./verifier.ts";
import { measureWhere } from "./where.ts";

// What being recorded costs, on a real PostgreSQL with fsync on. Prints a table; fails only where a measurement could not be taken.
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    seconds: { type: "string", default: "5" },
    reviews: { type: "string", default: "60" },
  },
});
const goals: Record<number, number> = { 16: 0.8, 64: 0.75 };
const whole = (figure: number): string => Math.round(figure).toLocaleString("en");

const bench = await startBench();
try {
  const door = await measureDoor(bench, {
    runs: Number(values.runs),
    seconds: Number(values.seconds),
    clients: [16, 64],
  });
  for (const line of await machineFacts(bench, door.world.database.admin)) say(line);
  say("");
  say(
    "A governed row with its event ÷ the same row with a plain audit INSERT (guards, references and indexes of the row stay in both)",
  );
  say("clients   governed/s   plain/s   ratio   goal   runs");
  for (const { clients, governed, plain, ratio, ratios } of door.figures) {
    say(
      `${String(clients).padStart(7)}   ${whole(governed).padStart(10)}   ${whole(plain).padStart(7)}   ${ratio.toFixed(2).padStart(5)}   ${(goals[clients] ?? 0).toFixed(2)}   ${ratios.map((one) => one.toFixed(2)).join(" ")}`,
    );
  }
  say("");
  say("Where the time goes: microseconds of each statement, one client, each line adds one thing to the line above");
  say("                             begin   change   record   commit     all");
  for (const { kind, micros } of await measureWhere(bench)) {
    const parts = [micros.begin, micros.change, micros.record, micros.commit];
    say(
      `${kind.padEnd(26)}${[...parts, parts.reduce((sum, part) => sum + part, 0)].map((part) => whole(part).padStart(8)).join(" ")}`,
    );
  }
  const notary = await measureNotary(bench, door.world);
  const verifier = await measureVerifier(bench, door.world, 5000);
  await door.world.end();
  const decide = await measureDecide(bench, Number(values.reviews));
  say("");
  say(
    `decide    ${decide.first.toFixed(1)} first and ${decide.granting.toFixed(1)} granting decisions/s at 16 clients (${decide.decisions} decisions); sign-ins alone ${decide.proofs.toFixed(1)}/s`,
  );
  say(
    `notary    ${whole(notary.integrated)} events/s integrated, ${whole(notary.signed)} events/s recomputed and signed (${whole(notary.events)} events)`,
  );
  say(
    `verifier  ${whole(verifier.verified)} events/s, all steps, one thread (${whole(verifier.events)} events of ${whole(verifier.entries)} entries, ${(verifier.bytes / 2 ** 20).toFixed(1)} MiB); decoding and replay alone ${whole(verifier.replayed)}/s`,
  );
} finally {
  await bench.end();
}
