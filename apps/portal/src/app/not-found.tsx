import { Brand } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";

export default function NotFound() {
  const say = useSay();
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <Brand />
      <h1 className="mt-10 font-serif text-[27px] font-[600]">{say("Nothing here")}</h1>
      <p className="mt-2">
        {say.rich("There is no such page, or it is not for you to see. <inbox>Go to the inbox</inbox>.", {
          inbox: (inside) => (
            <Link className="link" href="/inbox">
              {inside}
            </Link>
          ),
        })}
      </p>
    </main>
  );
}
