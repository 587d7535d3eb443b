export { contactSpells } from '@dosetwin/twin';
export { assumptionsOf } from './compare/assumptionsOf.js';
export { type ComparedMeasure, compareOutcomes, leadingMeasure, outcomesDigest } from './compare/Comparison.js';
export type { ComparisonStudy, Contrast, Sensitivity, SensitivityRow, StudySide } from './compare/ComparisonStudy.js';
export { BadChange, type Change, changeScenario, readChange } from './compare/changeScenario.js';
export { type PairedDifference, pairedDifference } from './compare/PairedDifference.js';
export { readSide, type Side } from './compare/Side.js';
export type {
  Expectation,
  ExpectationResult,
  NeverExpectation,
  Outcome,
  ShowsExpectation,
  TargetExpectation,
  Verdict,
} from './expect/Expectation.js';
export { type ExpectationContext, expectationContext, type PersonFacts } from './expect/ExpectationContext.js';
export { ExpectationFold, type ExpectationResults } from './expect/ExpectationFold.js';
export type {
  EventWord,
  NeverWord,
  TargetPopulation,
} from './format/expectationWords.js';
export { formatProblems } from './format/formatProblems.js';
export { loadScenario } from './format/loadScenario.js';
export { nearestName, unknownName } from './format/nearestName.js';
export type { Problem, Problems } from './format/Problem.js';
export type {
  Assumption,
  Loaded,
  PlacedExpectation,
  ResolvedScenario,
  Scenario,
  VariantHeader,
  WrittenValue,
} from './format/Scenario.js';
export type { Audience } from './format/schema/scenarioSchema.js';
export { ownerOf } from './measures/address.js';
export { MeasureFold } from './measures/MeasureFold.js';
export type {
  CallAnswer,
  CallMeasures,
  CountMeasures,
  DoseMeasures,
  JamMeasures,
  Measures,
  NobodyMeasures,
  OrderMeasures,
  PalmMeasures,
  StateMeasures,
  WaitingMeasures,
  WaitingQuantiles,
} from './measures/Measures.js';
export { OutcomeFold } from './measures/outcome/OutcomeFold.js';
export {
  OUTCOMES,
  type OutcomeMeaning,
  type Outcomes,
  type OutcomeUnit,
  partOfOutcome,
  wholeOf,
} from './measures/outcome/Outcomes.js';
export { counted } from './phrase/counted.js';
export { durationInWords } from './phrase/durationInWords.js';
export { listed } from './phrase/listed.js';
export { nameInSentence } from './phrase/nameInSentence.js';
export { percent } from './phrase/percent.js';
export { COLUMNS, columnsTable } from './realData/COLUMNS.js';
export { DATA_PROBLEMS_TOLD, type DataProblem, dataProblemInWords } from './realData/DataProblem.js';
export { fitsInYaml } from './realData/fit/fitsInYaml.js';
export { fitTickets, shownFits, type TicketFits } from './realData/fit/fitTickets.js';
export { fittedParameters } from './realData/fit/fittedParameters.js';
export { type Lists, readLists } from './realData/readLists.js';
export { isSmall, shownCount } from './realData/smallCells.js';
export { TABLE_NAMES, type Table, type TableName } from './realData/Table.js';
export { type WeekScenario, weekScenario } from './realData/week/weekScenario.js';
export { checkDigests, type DigestProblem } from './record/checkDigests.js';
export type { ReplayDifference } from './record/compareReplay.js';
export { diffRecords, type RecordDiff, type RecordDifference } from './record/diffRecords.js';
export { entryInWords } from './record/entryInWords.js';
export { type IncidentFault, incidentOf, incidentText } from './record/incidentOf.js';
export { instantInWords } from './record/instantInWords.js';
export { parametersSet } from './record/parametersSet.js';
export { RecordLines } from './record/RecordLines.js';
export { problemInWords, type RecordProblem } from './record/RecordProblem.js';
export {
  RECORD_FORMAT,
  RECORD_VERSION,
  type RecordEnd,
  type RecordHeader,
  type RecordVersions,
  type RunRecord,
  type SetParameter,
} from './record/RunRecord.js';
export { type RecordReading, readRecord } from './record/readRecord.js';
export { boardConflicts } from './run/boardConflicts.js';
export { liveControllerName } from './run/liveController.js';
export { measureRun } from './run/measureRun.js';
export type { Recordable } from './run/Recordable.js';
export { Run, type Runnable } from './run/Run.js';
export { type RecordedRun, type RecordRunOptions, recordRun } from './run/recordRun.js';
export { type Replay, replayRecord } from './run/replayRecord.js';
export { machinesOf, type Plan } from './sizing/Plan.js';
export { type OutOfReach, outOfReach } from './sizing/region/outOfReach.js';
export {
  REGION_COLUMNS,
  REGION_LISTS,
  type RegionColumn,
  type RegionList,
  regionColumnsTable,
} from './sizing/region/REGION_COLUMNS.js';
export type {
  Budget,
  Candidate,
  DemandRules,
  Estimate,
  Link,
  MachineRules,
  Place,
  Region,
  ServiceRules,
  Setting,
  SupportRules,
  Targets,
  TravelMode,
  TravelRules,
} from './sizing/region/Region.js';
export type { RegionSheet } from './sizing/region/RegionSheet.js';
export { type RegionRead, type RegionTexts, readRegion } from './sizing/region/readRegion.js';
export type { NamedText } from './sizing/region/readRegionHeader.js';
export {
  type RegionFromTables,
  type RegionSettings,
  regionFromTables,
} from './sizing/region/regionFromTables.js';
export { regionNotes } from './sizing/region/regionNotes.js';
export {
  CANDIDATE_PARAMETERS,
  REGION_PARAMETERS,
  type RegionParameter,
  SETTING_DEFAULTS,
} from './sizing/region/regionParameters.js';
export { regionTemplate } from './sizing/region/regionTemplate.js';
export { type Ways, type YearOfWays, yearOfWays } from './sizing/region/ways.js';
export { readWeek, weekText } from './sizing/region/weekText.js';
export { type RegionFiles, writeRegion } from './sizing/region/writeRegion.js';
export { compilePlan } from './sizing/simulate/compilePlan.js';
export { type Future, future, type Override, triangleQuantile } from './sizing/simulate/future.js';
export type { PlanModel } from './sizing/simulate/PlanModel.js';
export { FIDELITIES, type Fidelity, simulate } from './sizing/simulate/simulate.js';
export type { Totals } from './sizing/simulate/Totals.js';
export { estimatesOf, type UncertainInput, uncertainInputs } from './sizing/simulate/uncertainInputs.js';
export { DigitsDiffer } from './sizing/spread/BlockResults.js';
export { countedMachines, intervalWords } from './sizing/study/answerInWords.js';
export type { Block, Overrides, RunBlocks } from './sizing/study/Block.js';
export type { Band } from './sizing/study/band.js';
export { inHundred } from './sizing/study/causeOf.js';
export type { Design } from './sizing/study/Design.js';
export { type Factor, factorAt, factorsOf, factorValue } from './sizing/study/Factor.js';
export { factorValueWords, factorWords } from './sizing/study/factorWords.js';
export { hasTravel } from './sizing/study/hasTravel.js';
export { thousands } from './sizing/study/impossibleOf.js';
export { type Judgement, judge, type Target } from './sizing/study/Judgement.js';
export { type Program, programInWords } from './sizing/study/Program.js';
export { type PlaceReach, type Reach, reachOf, type SiteReach } from './sizing/study/reachOf.js';
export { regionTools } from './sizing/study/regionTools.js';
export { runStudy } from './sizing/study/runStudy.js';
export type {
  Agreement,
  Answer,
  FactorEffect,
  FactorEnd,
  Fidelities,
  Impossible,
  Improved,
  JudgedPlan,
  Measure,
  MorrisEffect,
  Robustness,
  Sited,
  Study,
} from './sizing/study/Study.js';
export { MEASURES } from './sizing/study/Study.js';
export { StudyShare } from './sizing/study/StudyShare.js';
export { StudyStopped } from './sizing/study/StudyStopped.js';
export { PRECISION, STEPS, type Step, type StudyOptions, type StudyTools } from './sizing/study/StudyTools.js';
export type { Screened } from './sizing/study/screen.js';
export { simulateBlock, simulateBlocks } from './sizing/study/simulateBlocks.js';
export { type TriedPlan, type TryOptions, triedPlan } from './sizing/study/triedPlan.js';
export type { Help, HelperSpell, WeekDay, WeekStrip } from './week/WeekStrip.js';
export { weekOf } from './week/weekOf.js';
