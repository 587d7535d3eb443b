export type { ReportFonts } from './incident/ReportFonts.js';
export type { ReportScenario, ReportSurroundings } from './incident/ReportSurroundings.js';
export { surroundingsOf } from './incident/surroundingsOf.js';
export { renderIncidentReport } from './renderIncidentReport.js';
export { renderJUnit } from './renderJUnit.js';
export { type RunFiles, summariseForTerminal } from './summariseForTerminal.js';
