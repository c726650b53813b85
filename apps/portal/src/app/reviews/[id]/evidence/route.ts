import { askedFor } from "../../../../server/asked-for.ts";

/** The evidence bundle of a review's version, where no script asks for it. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return askedFor(request, { kind: "evidence", reviewId: id }, `/reviews/${encodeURIComponent(id)}`);
}
