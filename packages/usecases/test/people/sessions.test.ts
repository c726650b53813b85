import { emailOf, newWorld, passwordOf, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSessions, personOfSession, sessionsOf, sha256Hex, signIn } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const open = async (who: "priya" | "daniel"): Promise<string> => {
  const opened = await signIn(world.deps, {
    email: emailOf(who),
    password: passwordOf(who),
    source: "127.0.0.1",
    kind: "browser",
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.session;
};
const inForce = async (sessions: string[]): Promise<boolean[]> =>
  Promise.all(sessions.map(async (session) => (await personOfSession(world.deps, session)) !== null));

test("a person ends their own sessions, one or all but one; another's session is not theirs to end", async () => {
  const [first, second, third, other] = [
    await open("priya"),
    await open("priya"),
    await open("priya"),
    await open("daniel"),
  ];
  const { priya, daniel } = world.people;
  expect((await sessionsOf(world.deps, priya)).map(({ id }) => id)).toEqual([third, second, first].map(sha256Hex));
  await endSessions(world.deps, priya, { id: sha256Hex(other) });
  expect(await inForce([first, second, third, other])).toEqual([true, true, true, true]);
  await endSessions(world.deps, priya, { id: sha256Hex(first) });
  expect(await inForce([first, second, third, other])).toEqual([false, true, true, true]);
  await endSessions(world.deps, priya, { allBut: sha256Hex(third) });
  expect(await inForce([first, second, third, other])).toEqual([false, false, true, true]);
  expect(await sessionsOf(world.deps, daniel)).toHaveLength(1);
});
