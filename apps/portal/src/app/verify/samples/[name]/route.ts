import { sampleBundle } from "../../../../server/samples.ts";

/** A demo's bundle to try the verifier with: of a fictional bank, so it is for everybody. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const bundle = await sampleBundle((await params).name);
  return bundle === null
    ? new Response(null, { status: 404 })
    : new Response(bundle, { headers: { "content-type": "application/zip", "cache-control": "no-store" } });
}
