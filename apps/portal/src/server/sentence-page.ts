import "server-only";
import { requestSay } from "@countersign/ui/request-say";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

interface Back {
  path: string;
  says: string;
}

/** Why a download was not given, as a page of its own: a download has no page to say it on. */
export async function sentencePage(
  status: number,
  { title, detail, action }: { title: string; detail: string; action: string },
  back: Back,
): Promise<Response> {
  const say = await requestSay();
  const html = `<!doctype html><html lang="${say.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60ch;margin:12vh auto;padding:0 1.25rem}</style>
<main><h1>${escaped(title)}</h1><p>${escaped(detail)} ${escaped(action)}</p><p><a href="${escaped(back.path)}">${escaped(back.says)}</a></p></main></html>`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** What another site is answered that asks for a file: each is recorded as an export. Null: it is ours, or nobody's. */
export async function askedElsewhere(request: Request, back: Back): Promise<Response | null> {
  if (["same-origin", "none"].includes(request.headers.get("sec-fetch-site") ?? "same-origin")) return null;
  const say = await requestSay();
  return sentencePage(
    403,
    {
      title: say("Not from here"),
      detail: say("Another site asked for this."),
      action: say("Ask for it on its own page."),
    },
    back,
  );
}
