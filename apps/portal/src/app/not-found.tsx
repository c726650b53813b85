import Link from "next/link";
export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <h1 className="font-serif text-[27px] font-[600]">Nothing here</h1>
      <p className="mt-2">
        There is no such page, or it is not for you to see.{" "}
        <Link className="link" href="/inbox">
          Go to the inbox
        </Link>
        .
      </p>
    </main>
  );
}
