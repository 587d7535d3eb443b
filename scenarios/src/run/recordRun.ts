import {
  type BoardWatcher,
  bodyOfController,
  type Controller,
  type Controllers,
  writeController,
} from '@dosetwin/firmware-bridge';
import type { Input } from '@dosetwin/twin';
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
  const { inputs = [], controllers = {}, watcher } = options;
  const controllerOf = (machine: string): Controller => controllers[machine] ?? { kind: 'model' };
  const run = new Run(scenario.resolved, { inputs, bodyOf: (machine) => bodyOfController(controllerOf(machine), watcher) });
  const header = headerOf(scenario, controllerOf);
  return {
    header,
    run,
    record: () => ({ header, entries: [...run.entries], end: run.finished ? endOf(scenario.resolved, run) : null, altered: [] }),
  };
}

function headerOf({ name, source, resolved }: Recordable, controllerOf: (machine: string) => Controller): RecordHeader {
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
    controllers: Object.fromEntries(spec.machines.map(({ id }) => [id, writeController(controllerOf(id))])),
    parameters: parametersSet(spec),
    versions: runVersions,
  };
}

function endOf({ expectations, spec }: ResolvedScenario, run: Run): RecordEnd {
  const verdicts = new ExpectationFold(
    expectations.map(({ expectation }) => expectation),
    expectationContext(spec),
  );
  const measures = new MeasureFold();
  for (const entry of run.entries) {
    verdicts.add(entry);
    measures.add(entry);
  }
  const { outcome, results } = verdicts.result(run.now_us);
  const { upper, lower } = run.digests;
  return {
    digest: upper,
    controllerDigest: lower,
    entries: run.entries.length,
    outcome,
    expectations: results,
    measures: measures.result(run.now_us),
  };
}
