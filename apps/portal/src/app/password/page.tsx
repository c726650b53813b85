import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { LinkForm } from "../../client/link-form.tsx";
import { choosePassword } from "../../server/link-actions.ts";
import { Outside } from "../../server/outside.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Choose a password") };
}

export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const say = await requestSay();
  return (
    <Outside>
      <div className="grid gap-4">
        <h1 className="font-serif text-[27px] font-[600]">{say("Choose a password")}</h1>
        <p>{say("It signs with your name. Nobody here can read it, and all your sessions end when it is set.")}</p>
        <LinkForm token={token} action={choosePassword} fields={["password"]} word={say("Set password")} />
      </div>
    </Outside>
  );
}
