import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inMinutes, Letterbox, work } from "./post.ts";

let world: World;
const box = new Letterbox();
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

test("of what was there before anybody followed nothing is told; of what comes after, whose turn it is", async () => {
  await world.sealed();
  await work(world, box);
  await work(world, box, inMinutes(20));
  expect(box.letters).toEqual([]);
  const review = await world.sealed();
  await work(world, box, inMinutes(20));
  const letters = box.of("liwei");
  expect(letters.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[credit-pd v2\] Your recommendation is due \w{3} \d{1,2} \w{3}$/),
  ]);
  console.log(letters[0]?.text, letters[0]?.html, letters[0]);
});
