export type { BodyOptions } from './body/BodyOptions.js';
export { controllerParameters } from './body/controller.parameters.js';
export {
  type Body,
  type Command,
  type Contents,
  type Hand,
  JAM_MODES,
  type JamMode,
  type PowerChange,
  type Signal,
} from './body/hinge.js';
export { isBalanced, type LaneTruth } from './body/Lane.js';
export { Mechanism, type MechanismOptions } from './body/Mechanism.js';
export { ModelBody } from './body/ModelBody.js';
export { ModelController } from './body/ModelController.js';
export { mechanismParameters } from './body/mechanism.parameters.js';
export { motorCurrentMilliamp } from './body/motorCurrent.js';
export type { Actuation, ControlledPins, Pins } from './body/Pins.js';
export type { BodyOf, SimulatedBody } from './body/SimulatedBody.js';
export { CHARTS } from './CHARTS.js';
export { type CivilDate, civilOf, dayNumberOf } from './calendar/civil.js';
export { holidayOn, provinces } from './calendar/holidays.js';
export { type DayInterval, WEEKDAYS, type Weekday, type WeeklyHours } from './calendar/WeeklyHours.js';
export type { Spell } from './calendar/weekly.js';
export {
  epochOf,
  epochOfDay,
  isZoneName,
  type LocalTime,
  localTime,
  utcOffsetMin,
  zoneDataVersion,
  zoneNames,
} from './calendar/zone.js';
export type { ChartDefinition } from './charts/ChartDefinition.js';
export { cartridgeParameters } from './charts/cartridge.parameters.js';
export { linkParameters } from './charts/link.parameters.js';
export {
  isAssumption,
  type Parameter,
  type ParameterBlock,
  type ParameterOverrides,
  type ParameterUnit,
  type ParameterValues,
  parameterValues,
} from './charts/parameters.js';
export { areTwoPeople } from './dispenser/areTwoPeople.js';
export { authoriserParameters } from './dispenser/authoriser.parameters.js';
export type { ChartEffect, ChartEngine, ChartState, ChartStep, TimerEffect } from './engine/ChartEngine.js';
export {
  type ChartTable,
  NONE,
  OTHER_EVENT,
  type TableCandidates,
  type TableCounter,
  type TableDelay,
  type TableEvent,
  type TableGuard,
  type TableLimit,
  type TableOp,
  type TableState,
  type TableStateKind,
  type TableTimer,
  type TableTransition,
} from './engine/ChartTable.js';
export type { Configuration } from './engine/Configuration.js';
export { ConfigurationSpace } from './engine/ConfigurationSpace.js';
export { CannotCompile } from './engine/compile/CannotCompile.js';
export { compileChart } from './engine/compile/compileChart.js';
export { EventNumbers } from './engine/compile/EventNumbers.js';
export type { Disagreement, WayStep } from './engine/evidence/Disagreement.js';
export { answerOf, type EngineAnswer } from './engine/evidence/EngineAnswer.js';
export { type EvidenceOptions, evidenceOf } from './engine/evidence/evidenceOf.js';
export { FEATURES } from './engine/evidence/features/FEATURES.js';
export { mutantsOf } from './engine/evidence/mutantsOf.js';
export { chartOf, randomChart } from './engine/evidence/randomChart.js';
export { restoreConfiguration, type SavedConfiguration, saveConfiguration } from './engine/savedConfiguration.js';
export { TableEngine } from './engine/TableEngine.js';
export { TableRows } from './engine/TableRows.js';
export { type EngineOf, tableEngineOf } from './engine/tableEngineOf.js';
export { XStateEngine } from './engine/XStateEngine.js';
export { exp, ln, normalCdf, tQuantile } from './kernel/arithmetic.js';
export { type Component, Kernel, type KernelEvent, type Saved } from './kernel/Kernel.js';
export { RandomStream } from './kernel/random.js';
export { MIN_PER_DAY, US_PER_DAY, US_PER_MIN, US_PER_MS, US_PER_S } from './kernel/timeUnits.js';
export {
  type Level,
  type Payload,
  type PayloadValue,
  TraceChain,
  type TraceDigests,
  type TraceEntry,
} from './kernel/trace.js';
export { modelVersion } from './modelVersion.js';
export { PARAMETERS } from './PARAMETERS.js';
export { cartridgeAddress, MOST_CARTRIDGES } from './spec/cartridgeAddress.js';
export {
  type AdmissionSpec,
  FEELINGS,
  type Feeling,
  type HomeSpec,
  type LookUpSpec,
  type OpeningSpec,
  type ParticipationSpec,
  type PlaceSpec,
  type PrescriberSpec,
  type PrescriptionSpec,
  type ProductShare,
  type RoadSpec,
} from './spec/ProgrammeSpec.js';
export {
  type ArrivalHabit,
  type BusySpell,
  type CheckInSpec,
  type ContactSpec,
  type DoseWindow,
  FAULT_CAUSES,
  type FaultCause,
  type FaultSpec,
  type MachineSpec,
  type PersonSpec,
  type RestockSpec,
  type RoundSpec,
  type SiteSpec,
  type UpdateSpec,
  type WorldSpec,
} from './spec/WorldSpec.js';
export { type CalendarSpell, contactSpells } from './world/contactSpells.js';
export { mayOpen } from './world/Doorkeeper.js';
export { HAND_NAMES, type HandName, type Input, type InputRole, inputOfEntry } from './world/Input.js';
export { problemOfInput } from './world/problemOfInput.js';
export { crowKm } from './world/programme/crowKm.js';
export { Distances } from './world/programme/Distances.js';
export { World, type WorldCheckpoint, type WorldOptions } from './world/World.js';
