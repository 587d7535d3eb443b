/**
 * The report's style sheet. Sizes are in rem, so that a printed page is the same page, smaller. Colours carry meaning only
 * together with a hatch, a word or an icon; amber is for what stuck, and for nothing else.
 */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1f1d1a; --second: #57524a; --rule: #dcd6cb; --grid: #e3ddd2; --outline: #857d70;
  --open: #f1ece4; --service: #e8e2d7; --waits: #cbc3b4; --away: #cfc8bb;
  --fault: #854c00; --fault-line: #b46a00; --hatch: #e8960c; --hatch-ground: #fae6c3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1d1b19; --ink: #f0ebe2; --second: #b5ac9f; --rule: #3a3631; --grid: #322e2a; --outline: #7f776c;
    --open: #2b2824; --service: #37322c; --waits: #575046; --away: #4b453d;
    --fault: #ffbe5c; --fault-line: #ffab2e; --hatch: #ffab2e; --hatch-ground: #3a2b14;
  }
}
* { box-sizing: border-box; }
html { font-size: 16px; background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 0.875rem/1.45 'Report Sans', system-ui, sans-serif; font-variant-numeric: tabular-nums; unicode-bidi: isolate; }
.page { max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font: 300 3.5rem/1.05 'Report Serif', Georgia, serif; letter-spacing: -0.035em; font-variation-settings: 'opsz' 72; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 0.9rem; font-weight: 600; line-height: 1.3; letter-spacing: -0.005em; }
h3 { font-size: 0.8125rem; font-weight: 600; }
.mono { font-family: 'Report Mono', ui-monospace, monospace; font-size: 0.92em; letter-spacing: -0.01em; }
.quiet { color: var(--second); }
.number { text-align: right; }
svg { display: block; width: 100%; height: auto; overflow: visible; }

.running { display: flex; justify-content: space-between; gap: 1.5rem; padding-bottom: 0.7rem; border-bottom: 1px solid var(--ink); font-size: 0.8125rem; }
.running b { margin-right: 0.6rem; }
.running span + span { color: var(--second); }
.running span:last-child { color: var(--ink); text-align: right; }
.opening, .middle, .below { display: grid; grid-template-columns: 14.2rem minmax(0, 1fr) 20.4rem; column-gap: 3.25rem; }
.opening { margin-top: 1.6rem; row-gap: 1.15rem; }
.opening h1 { grid-column: 1 / 3; }
.opening .headline { grid-column: 3; grid-row: 1 / 3; }
.opening .meta { color: var(--second); line-height: 1.55; overflow-wrap: anywhere; }
.opening .lead { font: 400 1.22rem/1.47 'Report Serif', Georgia, serif; letter-spacing: -0.006em; text-wrap: pretty; }
.headline .figure { font: 300 4.9rem/0.95 'Report Serif', Georgia, serif; letter-spacing: -0.05em; font-variation-settings: 'opsz' 72; white-space: nowrap; }
.headline .figure small { font-size: 1.75rem; letter-spacing: -0.02em; margin-left: 0.5rem; }
.headline .figure.long { font-size: 3.7rem; line-height: 1.26; }
.headline p { margin-top: 1.35rem; color: var(--second); }
.unfinished { margin-top: 1.25rem; padding: 0.6rem 0.9rem; border: 1px solid var(--fault-line); border-radius: 4px; color: var(--fault); font-weight: 600; }

.middle { margin-top: 2.9rem; align-items: start; }
.middle .timeline { grid-column: 2 / 4; }
.middle > .timeline:only-child { grid-column: 1 / 4; }
.doses h2 { margin-bottom: 0.75rem; }
.legend { margin-top: 0.9rem; line-height: 1.62; }
.legend li { display: flex; gap: 0.45rem; align-items: baseline; }
.legend .key { flex: none; width: 0.7rem; height: 0.7rem; }
.legend .cause { padding-left: 1.15rem; color: var(--second); line-height: 1.4; }
.legend .without { color: var(--fault); font-weight: 600; }
.squares .served, .key .served { fill: var(--ink); }
.squares rect, .key rect, .icon rect { stroke-width: 1.2; }
.not-come, .yet { fill: none; stroke: var(--second); }
rect.yet { stroke-dasharray: 2 2; }
rect.waiting { fill: var(--waits); stroke: var(--second); }
rect.without { stroke: var(--fault-line); }

.timeline p { margin-top: 0.6rem; color: var(--second); font-size: 0.8125rem; }
.drawing.narrow { display: none; }
.drawing text { font: 400 12.5px 'Report Sans', system-ui, sans-serif; fill: var(--ink); }
.drawing .rule { stroke: var(--rule); }
.drawing .tick { stroke: var(--grid); stroke-width: 1.2; }
.drawing .axis { stroke: var(--ink); }
.drawing .lane.strong, .drawing text.moment, .drawing text.stuck { font-weight: 600; }
.drawing .hour { font: 400 11.5px 'Report Mono', ui-monospace, monospace; fill: var(--second); }
.drawing .paper { fill: var(--paper); }
.drawing .mark { fill: var(--ink); stroke: var(--ink); stroke-width: 1.4; }
.drawing circle.mark { stroke: var(--paper); }
.drawing .stem { stroke: var(--second); }
.drawing line.moment { stroke: var(--fault-line); stroke-width: 1.4; }
.drawing text.moment, .drawing text.stuck { fill: var(--fault); }
.bar.open { fill: var(--service); } .bar.busy { fill: var(--open); } .bar.waits { fill: var(--waits); }
.away-line { stroke: var(--away); stroke-width: 2; } .fault-line { stroke: var(--hatch); stroke-width: 3.2; } .fault-ground { fill: var(--hatch-ground); }
.bracket line { stroke: var(--ink); stroke-width: 1.2; }
.bracket.missed line { stroke: var(--fault-line); stroke-dasharray: 4 3; }
.drawing .bracket.missed text { fill: var(--fault); font-weight: 600; }

.below { margin-top: 2.9rem; align-items: start; }
.below h2 { padding-bottom: 0.6rem; }
.below section > h2 { border-bottom: 1px solid var(--ink); }
.figures dl div, .facts div { display: flex; justify-content: space-between; gap: 1rem; padding: 0.42rem 0; border-bottom: 1px solid var(--rule); }
.figures .strong { font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.42rem 1.1rem 0.42rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: baseline; font-weight: 400; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
th.number, td.number { text-align: right; overflow-wrap: normal; }
td.number { white-space: nowrap; }
.expectations .number { width: 3.6rem; white-space: nowrap; }
thead th, thead td { padding-top: 0; padding-bottom: 0.5rem; border-bottom: 1px solid var(--ink); color: var(--second); font-size: 0.8125rem; }
thead h2 { color: var(--ink); padding: 0; }
tr { break-inside: avoid; }
tr.strong { font-weight: 600; }
.expectations tbody th { width: 46%; padding-left: 1.65rem; position: relative; }
.expectations td, .expectations tbody th { padding-top: 0.6rem; padding-bottom: 0.6rem; }
.icon { position: absolute; left: 0; top: 0.82rem; width: 0.85rem; height: 0.85rem; }
.check { fill: none; stroke: var(--ink); stroke-width: 1.7; }
.verdict { color: var(--second); margin-left: 0.35rem; font-size: 0.8125rem; }
.bad td > span, .bad .verdict { color: var(--fault); font-weight: 600; }
.evidence { margin-top: 0.3rem; color: var(--second); font-size: 0.78rem; line-height: 1.4; }
.asked li { padding: 0.48rem 0; border-bottom: 1px solid var(--rule); }
.asked li div { display: flex; justify-content: space-between; }
.asked b { font-weight: 600; }
.asked .nobody { padding-top: 0.6rem; color: var(--fault); font-weight: 600; }
.asked > .quiet { padding-top: 0.6rem; }
.closing { margin-top: 1.1rem; font: italic 400 0.94rem/1.4 'Report Serif', Georgia, serif; color: var(--second); text-wrap: pretty; }
.foot { display: flex; justify-content: space-between; gap: 2rem; margin-top: 3rem; padding-top: 0.7rem; border-top: 1px solid var(--ink); color: var(--second); font-size: 0.8125rem; }

.matter { display: grid; grid-template-columns: 14.2rem minmax(0, 1fr); column-gap: 3.25rem; margin-top: 3.2rem; padding-top: 0.8rem; border-top: 1px solid var(--ink); }
.matter header p { margin-top: 0.45rem; color: var(--second); font-size: 0.8125rem; text-wrap: pretty; }
.matter .about { max-width: 44rem; font: 400 1.0625rem/1.5 'Report Serif', Georgia, serif; margin-bottom: 1rem; text-wrap: pretty; }
.facts div { justify-content: flex-start; }
.facts dt { flex: 0 0 12rem; color: var(--second); }
.facts dd { min-width: 0; overflow-wrap: anywhere; }
.story td:first-child { width: 7rem; white-space: nowrap; }
.story td:last-child { width: 5rem; }
.columns { columns: 2; column-gap: 3.25rem; }
.board { break-inside: avoid; padding-bottom: 1.2rem; }
.drifts th[scope=row] { white-space: nowrap; } .drifts + .quiet { padding-top: 0.5rem; }
.columns section { break-inside: avoid; padding-bottom: 1.2rem; }
.columns p { margin-top: 0.25rem; max-width: 36rem; text-wrap: pretty; }
.states { columns: 2; column-gap: 3.25rem; }
.states section { break-inside: avoid; padding-bottom: 1.1rem; }
.states h3 { font-weight: 600; overflow-wrap: anywhere; padding-bottom: 0.2rem; }
.states dl div { display: grid; grid-template-columns: minmax(0, 1fr) 30% 5.4rem 2.6rem; gap: 0.6rem; align-items: baseline; border-bottom: 1px solid var(--rule); padding: 0.18rem 0; }
.states dd.mono { text-align: right; white-space: nowrap; }
.states .share { align-self: center; } .states .share svg { height: 0.3rem; } .states .share rect { fill: var(--outline); }
.counts { max-width: 44rem; }
.counts td, .counts th { padding-top: 0.22rem; padding-bottom: 0.22rem; }
.drifts, .parameters { font-size: 0.8125rem; }
.parameters th .mono { display: block; font-size: 0.72rem; }
.parameters tbody th { width: 40%; } .parameters tbody th, .parameters td { padding-top: 0.24rem; padding-bottom: 0.24rem; }
.parameters td { white-space: nowrap; } .parameters td:last-child { white-space: normal; width: 32%; }
.parameters .set { display: block; font-weight: 600; }
.digest { font-size: 0.75rem; }

@media screen and (max-width: 62rem) {
  .opening, .middle, .below, .matter { grid-template-columns: minmax(0, 1fr); }
  .opening h1, .opening .headline, .middle .timeline, .middle > .timeline:only-child { grid-column: 1; grid-row: auto; }
  .opening { row-gap: 1rem; } .middle, .below { row-gap: 2.2rem; }
  .opening h1 { order: 0; } .opening .meta { order: 1; } .opening .headline { order: 2; } .opening .lead { order: 3; }
  .middle .timeline { order: -1; }
  .squares { max-width: 20rem; }
  .headline p { margin-top: 0.6rem; }
  .matter header { margin-bottom: 0.9rem; } .matter header p { max-width: 36rem; }
}
@media screen and (max-width: 40rem) {
  .page { padding: 1rem 1rem 3rem; }
  .running { flex-wrap: wrap; gap: 0.1rem 1rem; }
  .running span:nth-child(2) { order: 3; flex-basis: 100%; }
  h1 { font-size: 2.6rem; } .headline .figure { font-size: 4rem; } .opening .lead { font-size: 1.125rem; }
  .opening .meta { line-height: 1.45; }
  .squares { max-width: none; }
  .drawing.wide { display: none; } .drawing.narrow { display: block; }
  .columns, .states { columns: 1; }
  .foot { display: block; } .foot span { display: block; margin-top: 0.3rem; }
  .expectations thead, .parameters thead { position: static; }
  .expectations thead th:nth-child(n + 2), .parameters thead { display: none; }
  .expectations tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  .expectations thead tr { border-bottom: 1px solid var(--ink); padding: 0; }
  .expectations thead th { border: 0; }
  .expectations tbody th { grid-column: 1 / 3; width: auto; border: 0; padding: 0 0 0.15rem 1.65rem; } .expectations .icon { top: 0.22rem; }
  .expectations tbody td { border: 0; padding: 0 0 0 1.65rem; } .expectations td.number { padding-left: 0.8rem; }
  th, td { padding-right: 0.6rem; } td.number { font-size: 0.8125rem; }
  .story td:first-child { width: 4.9rem; } .story td:last-child, .story th:last-child { width: 3.4rem; }
  .waiting td.number { font-size: 0.72rem; letter-spacing: -0.04em; } .waiting th, .waiting td { overflow-wrap: normal; padding-right: 0.4rem; }
  .states dl div { grid-template-columns: minmax(0, 1fr) 18% 5.2rem 2.2rem; }
  .facts div { display: block; } .facts dt { font-size: 0.8125rem; }
  .parameters tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 1rem; border-bottom: 1px solid var(--rule); padding: 0.45rem 0; }
  .parameters th, .parameters td { border: 0; padding: 0.05rem 0; width: auto !important; }
  .parameters td:last-child { grid-column: 1 / 3; color: var(--second); font-size: 0.8125rem; } .parameters td:nth-child(3) { display: none; }
  .drifts thead { display: none; }
  .drifts tr { display: grid; grid-template-columns: auto auto minmax(0, 1fr); column-gap: 0.8rem; border-bottom: 1px solid var(--rule); padding: 0.45rem 0; }
  .drifts th, .drifts td { border: 0; padding: 0.05rem 0; text-align: left; } .drifts td:nth-child(2)::before { content: 'cartridge '; }
  .drifts td:nth-child(5)::before { content: 'model '; } .drifts td:nth-child(6)::before { content: 'envelope: '; }
  .counts th, .counts td { padding-right: 0.4rem; font-size: 0.75rem; }
}
@page { size: landscape; margin: 11mm 14mm 13mm; @bottom-left { content: 'dosetwin incident report. For inert packages; no medical device; never for watching people.'; font: 7.5pt 'Report Sans', sans-serif; color: #57524a; } @bottom-right { content: 'page ' counter(page) ' of ' counter(pages); font: 7.5pt 'Report Sans', sans-serif; color: #57524a; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #1f1d1a; --second: #57524a; --rule: #dcd6cb; --grid: #e3ddd2; --outline: #857d70;
    --open: #f1ece4; --service: #e8e2d7; --waits: #cbc3b4; --away: #cfc8bb;
    --fault: #854c00; --fault-line: #b46a00; --hatch: #e8960c; --hatch-ground: #fae6c3;
  }
  html { font-size: 10.6px; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .page { max-width: none; padding: 0; }
  .opening, .middle, .below { grid-template-columns: 14.2rem minmax(0, 1fr) 20.4rem; }
  .matter { grid-template-columns: 14.2rem minmax(0, 1fr); margin-top: 2rem; }
  .matter.first { break-before: page; margin-top: 0; }
  .drawing.narrow { display: none; } .drawing.wide { display: block; }
  .opening { margin-top: 1.2rem; }
  .middle, .below { margin-top: 1.7rem; }
  .page .closing { margin-top: 0.7rem; }
  h3 { break-after: avoid; }
  .facts { break-inside: avoid; }
  .expectations tbody th { width: 44%; }
  .expectations td, .expectations tbody th { padding-top: 0.42rem; padding-bottom: 0.42rem; }
  .icon { top: 0.62rem; }
  .evidence { margin-top: 0.1rem; }
  .parameters th .mono { display: inline; }
  .parameters { font-size: 0.84rem; }
  section.figures, section.doses, .timeline, .opening { break-inside: avoid; }
  .foot { margin-top: 0.9rem; }
}
`;
