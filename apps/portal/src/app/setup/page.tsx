import type { Metadata } from "next";
import { LinkForm } from "../../client/link-form.tsx";
import { setUpInstance } from "../../server/link-actions.ts";
import { Outside } from "../../server/outside.tsx";

export const metadata: Metadata = { title: "Set up" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  return (
    <Outside>
      <div className="grid gap-4">
        <h1 className="font-serif text-[27px] font-[600]">The first administrator</h1>
        <p>
          You administer people and settings, and approve nothing. Until the instance goes live you may grant every role
          alone; afterwards roles that sign take two administrators.
        </p>
        <LinkForm
          token={token}
          action={setUpInstance}
          fields={["name", "email", "password"]}
          word="Set up this instance"
        />
      </div>
    </Outside>
  );
}
