import { Rosette } from "@countersign/ui";
import type { Metadata } from "next";
import { LinkForm } from "../../client/link-form.tsx";
import { choosePassword } from "../../server/link-actions.ts";

export const metadata: Metadata = { title: "Choose a password" };

export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  return (
    <main className="mx-auto grid min-h-dvh max-w-lg content-center gap-4 px-5 py-12">
      <Rosette className="size-12" />
      <h1 className="font-serif text-[27px] font-[600]">Choose a password</h1>
      <p>It signs with your name. Nobody here can read it, and all your sessions end when it is set.</p>
      <LinkForm token={token} action={choosePassword} fields={["password"]} word="Set password" />
    </main>
  );
}
