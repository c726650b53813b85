import { setTimeout as sleep } from "node:timers/promises";
import { kill, type Victim, victims } from "./processes.ts";
import type { Scene } from "./scene.ts";
import { tellStory } from "./story.ts";

/** Processes are killed at random moments while the story is told to its end, again and again; says what was killed. */
export async function randomMoments(scene: Scene, moments: number): Promise<string> {
  const kills: Partial<Record<Victim, number>> = {};
  let [done, stories] = [0, 0];
  const killer = (async () => {
    while (done < moments) {
      await sleep(500 + Math.random() * 4000);
      const victim = victims[Math.floor(Math.random() * victims.length)] ?? "gateway";
      if (!kill(scene.ready, victim)) continue;
      kills[victim] = (kills[victim] ?? 0) + 1;
      done++;
    }
  })();
  do {
    await tellStory(scene);
    stories++;
  } while (done < moments);
  await killer;
  const killed = Object.entries(kills).map(([name, count]) => `${name} ${count}`);
  return `${done} random moments (${killed.join(", ")}), ${stories} stories completed`;
}
