"use server";

import { explainRefusal } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { execute, setPasswordByLink, setUp } from "@countersign/usecases";
import { saidProblem } from "@countersign/words";
import { redirect } from "next/navigation";
import { readEnv } from "../env.ts";
import { deps } from "./deps.ts";

/** Uses the one-time link of an empty instance. */
export async function setUpInstance(_before: string, form: FormData): Promise<string> {
  const field = (name: string): string => String(form.get(name) ?? "");
  const input = {
    link: field("token"),
    origin: readEnv().logOrigin,
    name: field("name"),
    email: field("email"),
    password: field("password"),
  };
  const made = await execute(await deps(), { kind: "operator", name: "set-up link" }, setUp, input);
  if (made.ok) redirect("/sign-in");
  const say = await requestSay();
  const { detail, action } = explainRefusal(made.refusal, say);
  const problems =
    made.refusal.kind === "invalid_input"
      ? made.refusal.problems
          .map((problem) => saidProblem(say, problem))
          .map(({ path, text }) => `${path}: ${text}`)
          .join("; ")
      : "";
  return `${detail} ${problems || action}`;
}

/** Uses a password link up. */
export async function choosePassword(_before: string, form: FormData): Promise<string> {
  const say = await requestSay();
  const set = await setPasswordByLink(
    await deps(),
    String(form.get("token") ?? ""),
    String(form.get("password") ?? ""),
    say,
  );
  if (set.ok) redirect("/sign-in");
  return set.sentence ?? say("The password could not be set.");
}
