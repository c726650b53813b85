/** One line of what is known of a model: what it is at the left, on a telephone above. */
export function Line({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-3 border-b border-hair py-1.5 sm:grid-cols-[150px_minmax(0,1fr)]">
      <dt className="text-muted">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
