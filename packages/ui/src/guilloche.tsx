const waves = 9;
const copies = 12;
/** Radius of the middle of each band and how far it swings, in a drawing of 600. */
const bands = [
  [264, 26],
  [208, 20],
  [164, 16],
  [128, 13],
] as const;

/** One closed wave around the centre, as a path. */
function wave(radius: number, swing: number): string {
  const points = Array.from({ length: waves * 20 }, (_, i) => {
    const angle = (i / (waves * 20)) * 2 * Math.PI;
    const r = radius + swing * Math.sin(waves * angle);
    return `${(300 + r * Math.cos(angle)).toFixed(1)} ${(300 + r * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}Z`;
}

/** Woven rosettes, as on paper that must not be forged; on sign-in and nowhere else on a screen. */
export function Guilloche({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 600 600" aria-hidden="true" className={`text-folio ${className}`}>
      <g fill="none" stroke="currentColor" strokeWidth="1">
        {bands.map(([radius, swing]) => (
          <g key={radius}>
            <path id={`band-${radius}`} d={wave(radius, swing)} />
            {Array.from({ length: copies - 1 }, (_, i) => (
              <use
                key={i}
                href={`#band-${radius}`}
                transform={`rotate(${(((i + 1) * 360) / (waves * copies)).toFixed(3)} 300 300)`}
              />
            ))}
          </g>
        ))}
      </g>
    </svg>
  );
}
