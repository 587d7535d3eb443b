const LIGHT = { page: '#ebe5db', ink: '#1f1d1a', amber: '#b26a00', soft: '#f0d9ac' };
const DARK = { page: '#141211', ink: '#f0ebe2', amber: '#e0a040', soft: '#4a3413' };

/** What a difference adds to a chart's style sheet: the way in ink, what disagrees in amber with hatching. */
export const differenceStyle = `
.passed { stroke-width: 1.6; }
.expected { stroke-width: 2.6; }
.strange { stroke-width: 2.6; fill: url(#hatch); }
.strange:not(.expected) { stroke-dasharray: 6 3; }
.taken { stroke-width: 2.2; }
.badge-words { font-weight: 600; }
.amber-line { fill: none; stroke-width: 1; stroke-opacity: 0.55; }
${coloured(LIGHT)}
@media (prefers-color-scheme: dark) {
${coloured(DARK)}
}
`;

function coloured({ page, ink, amber, soft }: typeof LIGHT): string {
  return [
    `.passed, .expected, .taken { stroke: ${ink}; }`,
    `.strange:not(.expected), .amber-line { stroke: ${amber}; }`,
    `.amber-soft { fill: ${soft}; }`,
    `.badge { fill: ${ink}; }`,
    `.badge-words { fill: ${page}; }`,
    `.way, .answer { fill: ${ink}; }`,
  ].join('\n');
}
