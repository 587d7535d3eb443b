/** The door's drawing: a coil, its shelf, a package that tips over the edge, the fall it should have made, the beam. */
export function JamDrawing() {
  return (
    <svg viewBox="0 0 226 214" className="jam-drawing" aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMid slice">
      <defs>
        <pattern id="door-hatch" width="6.4" height="6.4" patternUnits="userSpaceOnUse" patternTransform="rotate(28)">
          <rect width="6.4" height="6.4" fill="var(--fault-ground)" />
          <rect width="6.4" height="3.4" fill="var(--fault-hatch)" />
        </pattern>
      </defs>
      <g fill="var(--paper)" stroke="var(--outline)">
        <rect x="45" y="56" width="15" height="51" rx="2.5" />
        <rect x="86" y="56" width="17" height="51" rx="2.5" />
      </g>
      <g fill="none" stroke="var(--ink-second)" strokeWidth="2.2">
        {[36, 58, 79, 100, 122, 143, 164].map((x) => (
          <ellipse key={x} cx={x} cy="70" rx="15" ry="34" transform={`rotate(7 ${x} 70)`} />
        ))}
      </g>
      <rect x="0" y="112" width="166" height="5" fill="var(--ink)" />
      <rect
        x="166"
        y="83"
        width="24"
        height="52"
        rx="3"
        fill="url(#door-hatch)"
        stroke="var(--fault-text)"
        strokeWidth="1.6"
        transform="rotate(37 178 109)"
      />
      <g fill="none" stroke="var(--fault-line)" strokeWidth="1.3" strokeDasharray="3 3">
        <rect x="173" y="145" width="36" height="17" rx="2.5" transform="rotate(-18 191 153)" />
        <rect x="174" y="176" width="37" height="16" rx="2.5" transform="rotate(8 192 184)" />
      </g>
      <rect x="0" y="195" width="226" height="2" fill="var(--live)" />
    </svg>
  );
}
