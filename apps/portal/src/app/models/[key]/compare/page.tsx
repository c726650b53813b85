import { notFound, redirect } from "next/navigation";

/** Where the choice of two versions is sent: leads to the address of the comparison. */
export default async function ComparePage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ key }, { base, now }] = [await params, await searchParams];
  return typeof base === "string" && typeof now === "string"
    ? redirect(`/models/${key}/compare/${encodeURIComponent(base)}..${encodeURIComponent(now)}`)
    : notFound();
}
