const LIGHT = { page: '#ebe5db', paper: '#f7f4ee', ink: '#1f1d1a', second: '#57524a', outline: '#857d70', rule: '#b9b0a3' };
const DARK = { page: '#141211', paper: '#1d1b19', ink: '#f0ebe2', second: '#b5ac9f', outline: '#7f776c', rule: '#55504a' };

/** The drawing's own style sheet, so that it stands alone; colours are written out for viewers without custom properties. */
export const chartStyle = `
text { font: 400 13px 'Geist Variable', Geist, 'Helvetica Neue', Arial, sans-serif; white-space: pre; }
.title { font-size: 30px; font-weight: 300; letter-spacing: -0.03em; }
.about { font-size: 12px; }
.head { font-size: 12.5px; font-weight: 600; }
.name { font-weight: 500; }
.mono { font: 400 11px 'Geist Mono Variable', 'Geist Mono', ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
.group { fill: none; stroke-width: 1; }
.whole { stroke-width: 1.2; }
.state { stroke-width: 0.9; }
.line { fill: none; stroke-width: 0.9; }
.rule { fill: none; stroke-width: 1; stroke-dasharray: 5 4; }
${coloured(LIGHT)}
@media (prefers-color-scheme: dark) {
${coloured(DARK)}
}
`;

function coloured({ page, paper, ink, second, outline, rule }: typeof LIGHT): string {
  return [
    `.page { fill: ${page}; }`,
    `.title, .head, .name { fill: ${ink}; }`,
    `.about, .mono { fill: ${second}; }`,
    `.group, .line { stroke: ${outline}; }`,
    `.whole { stroke: ${second}; }`,
    `.state { fill: ${paper}; stroke: ${outline}; }`,
    `.tip { fill: ${second}; }`,
    `.dot { fill: ${ink}; }`,
    `.rule, .hair { stroke: ${rule}; }`,
    `.halo { stroke: ${page}; stroke-width: 4; stroke-linejoin: round; paint-order: stroke; }`,
  ].join('\n');
}
