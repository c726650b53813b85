import { Brand, Guilloche } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

/** The frame of pages that nobody is signed in on: the sheet with what there is to do, and the paper beside it. */
export function Outside({ children, foot }: { children: React.ReactNode; foot?: React.ReactNode }) {
  const say = useSay();
  return (
    <div className="min-h-dvh bg-surface md:grid md:grid-cols-2">
      <main className="flex min-h-dvh flex-col border-folio px-5 py-6 md:border-r-[3px] md:border-double md:px-[7vw]">
        <Brand />
        <div className="my-auto w-full max-w-[400px] py-10">{children}</div>
        <div className="text-[13px] text-muted">{foot}</div>
      </main>
      <div className="relative overflow-hidden bg-canvas max-md:hidden" aria-hidden="true">
        <Guilloche className="absolute top-[6vh] left-[12%] w-[max(46vw,620px)]" />
        <p className="absolute bottom-10 left-10 font-serif text-[21px] leading-snug font-[600]">
          {say("It cannot be bypassed.")}
          <br />
          {say("It cannot be rewritten.")}
          <br />
          {say("Anyone can check.")}
        </p>
      </div>
    </div>
  );
}
