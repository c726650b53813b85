import { buffer } from "node:stream/consumers";
import { certificate } from "./certificate.ts";
import { readParts } from "./parts.ts";

// The compiler is native code: it runs in a process of its own, which can be stopped and gives its memory back.
const made = certificate(readParts(await buffer(process.stdin)));
if (!made.ok) throw new Error(made.why);
process.stdout.write(made.pdf);
