import {
  type BoardWatcher,
  bodyOfController,
  type Controller,
  type Controllers,
  writeController,
} from '@dosetwin/firmware-bridge';
import type { BodyOf, Input, TraceDigests, TraceEntry } from '@dosetwin/twin';
import { expectationContext } from '../expect/ExpectationContext.js';
import { ExpectationFold } from '../expect/ExpectationFold.js';
import type { ResolvedScenario } from '../format/Scenario.js';
import { MeasureFold } from '../measures/MeasureFold.js';
import { parametersSet } from '../record/parametersSet.js';
import { RECORD_FORMAT, RECORD_VERSION, type RecordEnd, type RecordHeader, type RunRecord } from '../record/RunRecord.js';
import type { Recordable } from './Recordable.js';
import { Run } from './Run.js';
import { runVersions } from './runVersions.js';

export interface RecordRunOptions {
  /** Fed at their instants, as a replay does. */
  readonly inputs?: readonly Input[];
  /** Who stands below each machine's hinge; the model where nothing is said. */
  readonly controllers?: Controllers;
  /** Bodies that are not made from a controller's name: real boards, and what was recorded of them. By machine. */
  readonly bodies?: Readonly<Record<string, BodyOf>>;
  /** How the header calls who stands below the hinge of a machine; as its controller is written, unless given. */
  readonly controllerNames?: Readonly<Record<string, string>>;
  /** Watches what a trace does not hold of machines on the emulated board. */
  readonly watcher?: BoardWatcher;
}

/** A run that can become a record at any time. `run` may be run on, given inputs and wound back meanwhile. */
export interface RecordedRun {
  readonly header: RecordHeader;
  readonly run: Run;
  /** The record of what happened so far; it has an end once the run has finished. */
  record(): RunRecord;
}

/** Sets up a run of a scenario, at its start, with all that its record needs. */
export function recordRun(scenario: Recordable, options: RecordRunOptions = {}): RecordedRun {
  const { inputs = [], controllers = {}, bodies = {}, controllerNames = {}, watcher } = options;
  const controllerOf = (machine: string): Controller => controllers[machine] ?? { kind: 'model' };
  const run = new Run(scenario.resolved, {
    inputs,
    bodyOf: (machine) => bodies[machine] ?? bodyOfController(controllerOf(machine), watcher),
  });
  const header = headerOf(scenario, (machine) => controllerNames[machine] ?? writeController(controllerOf(machine)));
  return {
    header,
    run,
    record: () => ({
      header,
      entries: [...run.entries],
      end: run.finished ? endOf(scenario.resolved, run.entries, run.digests) : null,
      altered: [],
    }),
  };
}

function headerOf({ name, source, resolved }: Recordable, nameOf: (machine: string) => string): RecordHeader {
  const { variant, title, seed, spec } = resolved;
  return {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    scenario: name,
    variant,
    title,
    source,
    seed,
    length_us: spec.length_us,
    epoch_us: spec.epoch_us,
    zones: Object.fromEntries(spec.sites.map(({ id, zone }) => [id, zone])),
    controllers: Object.fromEntries(spec.machines.map(({ id }) => [id, nameOf(id)])),
    parameters: parametersSet(spec),
    versions: runVersions,
  };
}

/** What the end of a run says that made these entries. */
export function endOf(
  { expectations, spec }: ResolvedScenario,
  entries: readonly TraceEntry[],
  digests: TraceDigests,
): RecordEnd {
  const verdicts = new ExpectationFold(
    expectations.map(({ expectation }) => expectation),
    expectationContext(spec),
  );
  const measures = new MeasureFold();
  for (const entry of entries) {
    verdicts.add(entry);
    measures.add(entry);
  }
  const { outcome, results } = verdicts.result(spec.length_us);
  const { upper, lower } = digests;
  return {
    digest: upper,
    controllerDigest: lower,
    entries: entries.length,
    outcome,
    expectations: results,
    measures: measures.result(spec.length_us),
  };
}
