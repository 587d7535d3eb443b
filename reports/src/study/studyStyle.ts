/** What a study's page has beyond the style of every report. Teal is for what serves and reaches; amber for who is left out. */
export const studyStyle = `
:root { --live: #00695c; --live-fill: #d3e7e1; --live-deep: #9cc9bf; --land: #f1ece4; --water: #e2e3df; }
@media (prefers-color-scheme: dark) { :root { --live: #63d6c4; --live-fill: #1d4a41; --live-deep: #2c6a5e; --land: #292622; --water: #161514; } }
.study .sight { display: grid; grid-template-columns: minmax(0, 1fr) 20.4rem; column-gap: 3.25rem; margin-top: 2.4rem; align-items: start; }
.study .map svg { border-radius: 6px; overflow: hidden; }
.map .sea { fill: var(--water); } .map .land { fill: var(--land); stroke: var(--outline); stroke-width: 0.6; }
.map .border { fill: none; stroke: var(--outline); stroke-dasharray: 5 3 1 3; stroke-width: 0.9; }
.map .graticule { fill: none; stroke: var(--rule); stroke-width: 0.7; }
.map .way { fill: none; stroke: var(--outline); stroke-width: 1.1; } .map .way.winter-road { stroke-dasharray: 5 4; } .map .way.air, .map .way.rail, .map .way.ferry { stroke-dasharray: 1.5 4; }
.map .reach { fill: var(--live); fill-opacity: 0.13; stroke: var(--live); stroke-opacity: 0.55; stroke-width: 0.8; }
.map .place { fill: var(--paper); stroke: var(--ink); stroke-width: 1.1; } .map .place.reached { fill: var(--live); stroke: var(--paper); }
.map .place.none { stroke: var(--outline); }
.map .left { fill: url(#left); stroke: var(--fault-line); stroke-width: 1.3; }
.map .hatch-ground { fill: var(--hatch-ground); } .map .hatch-line { stroke: var(--hatch); stroke-width: 2.4; }
.map .machine { fill: var(--ink); stroke: var(--paper); stroke-width: 1.2; } .map .screen { fill: var(--live-deep); }
.map text { font: 400 11.5px 'Report Sans', system-ui, sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--land); stroke-width: 3px; stroke-linejoin: round; }
.map .leader { fill: none; stroke: var(--ink); stroke-width: 0.8; } .map text.site { font-weight: 600; font-size: 12.5px; } .map text.count { fill: var(--second); } .map text.out { fill: var(--fault); font-weight: 600; }
.map .key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; margin-top: 0.6rem; color: var(--second); font-size: 0.8125rem; } .map .key li { display: flex; gap: 0.4rem; align-items: center; }
.map .key svg { width: 1.1rem; height: 1.1rem; flex: none; } .map > p { margin-top: 0.5rem; font-size: 0.8125rem; }
.movers h2 { padding-bottom: 0.5rem; border-bottom: 1px solid var(--ink); } .movers > p { padding-top: 0.5rem; font-size: 0.8125rem; }
.movers li { padding: 0.7rem 0 0.55rem; border-bottom: 1px solid var(--rule); } .movers li > div { display: flex; justify-content: space-between; gap: 1rem; }
.movers b { font-weight: 600; } .movers .ends { font-size: 0.75rem; }
.mover { height: 0.75rem; margin: 0.3rem 0; } .mover .rule { stroke: var(--rule); } .moved { fill: var(--live-deep); } .mover .now { stroke: var(--ink); stroke-width: 1.6; vector-effect: non-scaling-stroke; }
.study figure { margin: 0; } .study figcaption { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; margin-bottom: 0.5rem; }
.curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(16.5rem, 1fr)); gap: 1.8rem 2rem; margin-top: 2rem; }
.curve .mean { fill: none; stroke: var(--live); stroke-width: 2; } .curve .band { fill: var(--live); } .curve .band.outer { fill-opacity: 0.12; } .curve .band.inner { fill-opacity: 0.2; }
.curve .whisker { fill: none; stroke: var(--live); stroke-width: 1.3; } .curve .point { fill: var(--paper); stroke: var(--live); stroke-width: 1.5; } .curve circle.chosen { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.curve line.chosen { stroke: var(--ink); stroke-width: 1.2; } .drawing .curve text.chosen { font-weight: 700; fill: var(--ink); } .curve line.goal { stroke: var(--second); stroke-dasharray: 2 3; } .drawing .curve text.goal { fill: var(--second); font-size: 11.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.study .wide { overflow-x: auto; } .study .matter h3 { margin-top: 1.6rem; padding-bottom: 0.5rem; } .study .matter figure h3, .study .matter .columns h3, .study .matter .steps h3, .study .matter > div > h3:first-child { margin-top: 0; padding-bottom: 0; }
.study td .set { display: block; color: var(--second); font-weight: 400; font-size: 0.75rem; } .plans thead th { vertical-align: bottom; } .plans td, .plans th { padding-right: 0.9rem; } .plans .how { min-width: 9rem; font-weight: 400; }
.drivers td:nth-child(5) { min-width: 12rem; } .together { white-space: nowrap; } .strength { display: inline-block; width: 3.75rem; height: 0.65rem; margin-right: 0.5rem; vertical-align: baseline; }
.falls { columns: 2; column-gap: 3.25rem; margin-top: 0.4rem; } .falls li { display: flex; justify-content: space-between; gap: 1rem; padding: 0.3rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.steps { counter-reset: step; max-width: 48rem; } .steps li { counter-increment: step; position: relative; padding: 0 0 1.1rem 2.4rem; } .steps li::before { content: counter(step); position: absolute; left: 0; top: -0.2rem; font: 300 1.6rem/1 'Report Serif', Georgia, serif; color: var(--second); } .steps p { margin-top: 0.25rem; text-wrap: pretty; }
.turning { padding-top: 0.9rem; } .turn { padding-top: 0.25rem; font-size: 0.8125rem; text-wrap: pretty; } .remark, .still { max-width: 44rem; margin-top: 1rem; text-wrap: pretty; } .study thead th { overflow-wrap: normal; } .notes li { padding: 0.3rem 0; max-width: 44rem; } .places, .sites { font-size: 0.8125rem; }
@media screen and (max-width: 62rem) { .study .opening .headline { order: 1; } .study .opening > div:last-child { order: 2; } .study .opening .meta { order: 3; } .study .sight { grid-template-columns: minmax(0, 1fr); row-gap: 2.2rem; } }
@media screen and (max-width: 40rem) { .falls { columns: 1; } .study .wide table { min-width: 40rem; } .study .wide table.sites { min-width: 34rem; } .study .wide tbody th { min-width: 8.5rem; overflow-wrap: normal; } }
@page { @bottom-left { content: 'dosetwin planning study. For inert packages; no medical device; never for watching people.'; } }
@media print { :root { --live: #00695c; --live-fill: #d3e7e1; --live-deep: #9cc9bf; --land: #f1ece4; --water: #e2e3df; } .study .sight { grid-template-columns: minmax(0, 1fr) 19rem; column-gap: 2rem; margin-top: 1.2rem; break-inside: avoid; } .curves { grid-template-columns: repeat(3, 1fr); } .study figure, .movers li, .study tr, .steps li { break-inside: avoid; } .study h1 { font-size: 2.4rem; } .study .sight + .matter, .study .matter:has(.plans) { break-before: page; } .drivers { break-inside: avoid; } .study .wide { overflow: visible; } }
`;
