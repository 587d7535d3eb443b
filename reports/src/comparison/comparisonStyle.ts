/** What a comparison's page has beyond the style of every report. */
export const comparisonStyle = `
.comparison .difference { width: 15rem; height: 1.15rem; }
.comparison .sensitivity .difference { width: 20rem; height: 1.9rem; }
.difference .zero { stroke: var(--outline); stroke-dasharray: 2 3; }
.difference .range, .difference .end { stroke: var(--second); stroke-width: 1.6; }
.difference circle { fill: var(--paper); stroke: var(--second); stroke-width: 1.6; }
.differs .range, .differs .end { stroke: var(--ink); }
.differs circle { fill: var(--ink); stroke: var(--ink); }
.moved { fill: var(--waits); stroke: var(--outline); }
.comparison tr.part th { padding-left: 1.2rem; color: var(--second); }
.comparison tr.differs > th, .comparison tr.differs > td { font-weight: 600; }
.comparison tr.differs .quiet { font-weight: 400; }
.comparison .matter h3 { margin-top: 1.2rem; padding-bottom: 0.5rem; }
.comparison .matter h3:first-child { margin-top: 0; }
.comparison .wide { overflow-x: auto; }
.comparison td.number .set { display: block; color: var(--second); }
`;
