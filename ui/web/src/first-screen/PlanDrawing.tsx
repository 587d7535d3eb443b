const REACH = [
  { x: 62, y: 128, radii: [44, 31, 12] },
  { x: 148, y: 82, radii: [33, 22, 9] },
  { x: 172, y: 152, radii: [24, 16, 7] },
] as const;
const PLACES = [
  [38, 76],
  [96, 82],
  [126, 114],
  [186, 52],
  [202, 106],
  [30, 180],
  [120, 190],
  [208, 182],
] as const;

/** The second door's drawing: places, machines among them, and how far people come. */
export function PlanDrawing() {
  return (
    <svg viewBox="0 0 226 214" className="jam-drawing" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">
      <path d="M0 60C40 44 62 62 100 48S170 22 226 34" fill="none" stroke="var(--outline)" strokeWidth="1.2" opacity="0.6" />
      <g fill="var(--live)" stroke="var(--live)" strokeOpacity="0.55">
        {REACH.flatMap(({ x, y, radii }) =>
          radii.map((radius) => <circle key={`${x} ${radius}`} cx={x} cy={y} r={radius} fillOpacity="0.12" />),
        )}
      </g>
      <path d="M62 128L148 82L172 152Z" fill="none" stroke="var(--ink-second)" strokeWidth="1.2" strokeDasharray="2 4" />
      <g fill="var(--ink-second)">
        {PLACES.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="2.6" />
        ))}
      </g>
      <g fill="var(--ink)">
        {REACH.map(({ x, y }) => (
          <rect key={x} x={x - 5} y={y - 8} width="10" height="16" rx="1.5" />
        ))}
      </g>
    </svg>
  );
}
