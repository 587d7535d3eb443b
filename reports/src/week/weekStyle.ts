/** Colours mean something only together with a hatch, a dash or a word. */
export const weekStyle = `
.week { --w-page: #ebe5db; --w-paper: #f7f4ee; --w-ink: #1f1d1a; --w-second: #57524a; --w-grid: #ddd5c9; --w-bar: #57524a; --w-on-bar: #f7f4ee;
  --w-afar: #d3e7e1; --w-phone: #f8ebd5; --w-ground: #fae6c3; --w-hatch: #e8960c; --w-line: #857d70; }
@media (prefers-color-scheme: dark) { .week { --w-page: #141211; --w-paper: #1d1b19; --w-ink: #f0ebe2; --w-second: #b5ac9f; --w-grid: #37322c;
  --w-bar: #b5ac9f; --w-on-bar: #1d1b19; --w-afar: #1d4a41; --w-phone: #2c2418; --w-ground: #3a2b14; --w-hatch: #ffab2e; --w-line: #7f776c; } }
@media print { .week { --w-page: #fff; --w-paper: #fff; --w-ink: #1f1d1a; --w-second: #57524a; --w-grid: #ddd5c9; --w-bar: #57524a; --w-on-bar: #fff;
  --w-afar: #d3e7e1; --w-phone: #f8ebd5; --w-ground: #fae6c3; --w-hatch: #e8960c; --w-line: #857d70; } }
.week text { font: 400 13px 'Report Sans', Geist, system-ui, sans-serif; fill: var(--w-ink); font-variant-numeric: tabular-nums; }
.week .page { fill: var(--w-page); } .week .headline { font-size: 44px; font-weight: 300; letter-spacing: -1.6px; }
.week .lead, .week .quiet { fill: var(--w-second); } .week .lead { font-size: 15px; }
.week .clock { font: 500 11.5px 'Report Mono', 'Geist Mono', ui-monospace, monospace; } .week .clock.other { font-weight: 400; fill: var(--w-second); }
.week .zone { font-weight: 600; } .week .weekday { font-size: 15px; font-weight: 600; } .week .weekday tspan { font-weight: 400; fill: var(--w-second); }
.week .day { fill: var(--w-paper); } .week .phone { fill: var(--w-phone); } .week .nobody-ground { fill: var(--w-ground); }
.week .hatch-line { stroke: var(--w-hatch); stroke-width: 1.6; } .week .grid { stroke: var(--w-grid); }
.week .bar-comes { fill: var(--w-bar); } .week .bar-from-afar { fill: var(--w-afar); }
.week .bar-busy, .week .bar-no-key { fill: var(--w-paper); stroke: var(--w-line); stroke-dasharray: 3 2; }
.week text.in-bar { font-size: 11px; } .week text.on-comes { fill: var(--w-on-bar); }
.week .due { stroke: var(--w-ink); stroke-width: 1.5; } .week .hours { font-size: 32px; font-weight: 300; letter-spacing: -1px; }
.week .small { font-size: 12px; fill: var(--w-second); } .week .key { fill: var(--w-paper); stroke: var(--w-line); }
.matter .week .page { fill: none; }
`;
