import { redirect } from "next/navigation";
import { api, orNotFound } from "../../../../../server/caller.ts";

/** A version's page is its newest review; of one that no review is about, its model's. */
export default async function VersionPage({ params }: { params: Promise<{ key: string; version: string }> }) {
  const { key, version } = await params;
  const status = await orNotFound(
    (await api(`/models/${key}/versions/${version}`)).version({ model: key, version: decodeURIComponent(version) }),
  );
  const [newest] = status.reviews;
  redirect(newest ? `/reviews/${newest.reviewId}` : `/models/${key}`);
}
