/** A file that is saved, not shown, and kept by nobody on the way. */
export const saved = (body: BodyInit, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      "content-type": typeof body === "string" ? `${type}; charset=utf-8` : type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
