import { personOfUnsubscribe, preferencesOf } from "@countersign/usecases";
import { buttonClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import type { Metadata } from "next";
import Link from "next/link";
import { readEnv } from "../../../env.ts";
import { deps } from "../../../server/deps.ts";
import { Outside } from "../../../server/outside.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestSay())("Morning mail") };
}

/** Where the link of a morning mail leads a person: nothing changes before the button is pressed. */
export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ t?: string | string[] }> }) {
  const { t } = await searchParams;
  const say = await requestSay();
  const token = typeof t === "string" ? t : "";
  const personId = personOfUnsubscribe(readEnv().cookieSecret, token);
  const on = personId !== null && (await preferencesOf((await deps()).database, personId)).digest;
  return (
    <Outside>
      <div className="grid justify-items-start gap-4">
        <h1 className="font-serif text-[27px] font-[600]">
          {say(
            personId === null
              ? "This link is not whole"
              : on
                ? "No more morning mail?"
                : "You get no more morning mail",
          )}
        </h1>
        <p>
          {say(
            personId === null
              ? "Copy it from the mail once more, or sign in and choose what is mailed under your name."
              : on
                ? "The mail on weekdays at 08:00 ends. What waits for you stands in your inbox as before."
                : "What waits for you stands in your inbox as before. It can be switched on again under your name.",
          )}
        </p>
        {on && (
          <form method="post" action={`/unsubscribe?t=${encodeURIComponent(token)}`}>
            <button type="submit" className={buttonClass("primary")}>
              {say("End it")}
            </button>
          </form>
        )}
        <p className="text-[14px]">
          <Link className="link" href="/me#preferences">
            {say("Choose what is mailed")}
          </Link>
        </p>
      </div>
    </Outside>
  );
}
