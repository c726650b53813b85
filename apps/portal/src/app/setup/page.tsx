import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import { LinkForm } from "../../client/link-form.tsx";
import { setUpInstance } from "../../server/link-actions.ts";
import { Outside } from "../../server/outside.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Set up") };
}

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const say = await requestSay();
  return (
    <Outside>
      <div className="grid gap-4">
        <h1 className="font-serif text-[27px] font-[600]">{say("The first administrator")}</h1>
        <p>
          {say(
            "You administer people and settings, and approve nothing. Until the instance goes live you may grant every role alone; afterwards roles that sign take two administrators.",
          )}
        </p>
        <LinkForm
          token={token}
          action={setUpInstance}
          fields={["name", "email", "password"]}
          word={say("Set up this instance")}
        />
      </div>
    </Outside>
  );
}
