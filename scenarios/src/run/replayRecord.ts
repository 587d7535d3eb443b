import { BadController, type Controllers, isSimulated, parseController } from '@dosetwin/firmware-bridge';
import {
  type BodyOf,
  type Input,
  inputOfEntry,
  problemOfInput,
  TraceChain,
  type TraceEntry,
  type WorldSpec,
} from '@dosetwin/twin';
import { formatProblems } from '../format/formatProblems.js';
import { loadScenario } from '../format/loadScenario.js';
import { checkDigests } from '../record/checkDigests.js';
import { compareReplay, type ReplayDifference } from '../record/compareReplay.js';
import { headerDifferences } from '../record/headerDifferences.js';
import type { RecordEnd, RunRecord } from '../record/RunRecord.js';
import { isLiveController } from './liveController.js';
import { liveMachines, withRecordedBelow } from './liveEntries.js';
import type { Recordable } from './Recordable.js';
import { RecordedBody } from './RecordedBody.js';
import { endOf, type RecordedRun, recordRun } from './recordRun.js';
import { runVersions } from './runVersions.js';

/** Not done again: the record rests on something that this dosetwin does not have. */
interface RefusedReplay {
  readonly is: 'refused';
  readonly says: string;
}

/** What came of doing a recorded run again. */
export type Replay =
  | RefusedReplay
  /** Everything recorded happened again, up to the last entry. */
  | { readonly is: 'same'; readonly again: RunRecord }
  | {
      readonly is: 'different';
      /** The record's first line that differs, from 1. */
      readonly line: number;
      readonly says: string;
      /** The entry that differs; `null` where the first line or the last one does. */
      readonly entry: ReplayDifference | null;
    };

/**
 * Does the run of a record again, from the scenario's text and the inputs in it, and compares entry by entry, then the
 * header and the end. A real board is replayed by the signals recorded of it. An unfinished record is done again up to its last entry.
 */
export function replayRecord(record: RunRecord): Replay {
  const { entries, end } = record;
  const stranger = otherVersions(record);
  if (stranger !== null) return { is: 'refused', says: stranger };
  const controllers = controllersOf(record);
  if (typeof controllers === 'string') return { is: 'refused', says: controllers };
  const scenario = scenarioOf(record);
  if ('is' in scenario) return scenario;
  const inputs = inputsOf(record, scenario.resolved.spec);
  if (!Array.isArray(inputs)) return inputs;
  const bodies = recordedBodies(record);
  const again = recordRun(scenario, { inputs, controllers, bodies, controllerNames: record.header.controllers });
  if (end) again.run.finish();
  else again.run.runUntil(entries.at(-1)?.t_us ?? 0);
  return compare(record, scenario, again);
}

/** The scenario that the record carries, under its variant and seed. */
function scenarioOf({ header }: RunRecord): Recordable | RefusedReplay {
  const { scenario: name, variant, seed, source } = header;
  const loaded = loadScenario(source, `the scenario ${name} in the record`);
  if ('problems' in loaded) {
    return { is: 'refused', says: `The scenario's text in line 1 of the record cannot be read.\n${formatProblems(loaded)}` };
  }
  const resolved = loaded.scenario.resolve(variant, seed);
  return resolved
    ? { name, source, resolved }
    : { is: 'refused', says: `The scenario's text in line 1 of the record has no variant '${variant}'.` };
}

/** Entries that are as they were written, and do not happen again: then it is the line above them that tells of another run. */
function headerHint(record: RunRecord): string {
  if (record.end === null || checkDigests(record) !== null) return '';
  return " All entries fit the record's digests: its first line was altered (seed, variant, scenario or controllers), or this dosetwin computes otherwise than the one that wrote it.";
}

function compare(record: RunRecord, { resolved }: Recordable, again: RecordedRun): Replay {
  const entries = withRecordedBelow(record, again.run.entries);
  const entry = compareReplay(record, entries);
  if (entry) return { is: 'different', line: entry.line, says: `${entry.says}${headerHint(record)}`, entry };
  const head = headerDifference(record, again);
  if (head !== null) return { is: 'different', line: 1, says: `Line 1: ${head}`, entry: null };
  const made = madeOf(entries, resolved, again);
  const line = record.entries.length + 2;
  const end = record.end && made.end ? endDifference(record.end, made.end) : null;
  return end === null ? { is: 'same', again: made } : { is: 'different', line, says: `Line ${line}: ${end}`, entry: null };
}

/** The record of the run done again. What real boards did below their hinges stands in it as it was recorded. */
function madeOf(entries: readonly TraceEntry[], resolved: Recordable['resolved'], again: RecordedRun): RunRecord {
  const made = again.record();
  if (entries === again.run.entries || made.end === null) return made;
  const chain = new TraceChain();
  for (const entry of entries) chain.add(entry);
  return { ...made, entries, end: endOf(resolved, entries, chain.digests) };
}

/** What a header says that the scenario in it does not. Versions are equal by now. */
function headerDifference({ header }: RunRecord, again: RecordedRun): string | null {
  if (sortedText(header) === sortedText(again.header)) return null;
  const first = headerDifferences(header, again.header)[0];
  return first === undefined ? "the title is not the scenario's." : `A being the record and B the run done again: ${first}`;
}

/** What an end says that the run done again does not; entries are equal by now, so that it was altered or judged otherwise. */
function endDifference(recorded: RecordEnd, happened: RecordEnd): string | null {
  const words = { digest: 'digest', controllerDigest: 'controller digest', outcome: 'outcome' } as const;
  for (const [key, name] of Object.entries(words) as [keyof typeof words, string][]) {
    if (recorded[key] !== happened[key]) return `the end states the ${name} ${recorded[key]}; it is ${happened[key]}.`;
  }
  for (const key of ['expectations', 'measures'] as const) {
    if (sortedText(recorded[key]) !== sortedText(happened[key])) return `the end's ${key} are not what the entries give.`;
  }
  return null;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function otherVersions({ header }: RunRecord): string | null {
  for (const part of new Set([...Object.keys(header.versions), ...Object.keys(runVersions)])) {
    const [theirs, ours] = [header.versions[part], Object.hasOwn(runVersions, part) ? runVersions[part] : undefined];
    if (theirs === ours) continue;
    const recorded = theirs === undefined ? `without ${part}` : `with ${part} ${theirs}`;
    const here = ours === undefined ? 'this dosetwin has none' : `this dosetwin has ${ours}`;
    return `The run was recorded ${recorded}; ${here}. Replay it with the same version: equal entries are promised for that only.`;
  }
  return null;
}

/** Real boards, as they were recorded. */
function recordedBodies(record: RunRecord): Readonly<Record<string, BodyOf>> {
  const bodies = liveMachines(record).map((machine): [string, BodyOf] => [
    machine,
    (kernel, options) => new RecordedBody(kernel, options, record.entries),
  ]);
  return Object.fromEntries(bodies);
}

/** Who stood below each hinge, real boards apart; in words, why that cannot be done again. */
function controllersOf({ header }: RunRecord): Controllers | string {
  const controllers: Record<string, Controllers[string]> = {};
  for (const [machine, written] of Object.entries(header.controllers)) {
    if (isLiveController(written)) continue;
    const controller = simulatedController(written);
    if (controller === null) return `Below the hinge of ${machine} stood '${written}', which this dosetwin cannot do again.`;
    controllers[machine] = controller;
  }
  return controllers;
}

function simulatedController(written: string): Controllers[string] | null {
  try {
    const controller = parseController(written);
    return isSimulated(controller) ? controller : null;
  } catch (error) {
    if (error instanceof BadController) return null;
    throw error;
  }
}

/** The inputs among the entries; one that cannot be one was altered, or written by somebody else. */
function inputsOf({ entries }: RunRecord, spec: WorldSpec): Input[] | Replay {
  const inputs: Input[] = [];
  let before_us = 0;
  for (const [index, entry] of entries.entries()) {
    const isMoved = entry.t_us < before_us;
    before_us = entry.t_us;
    // Fed at a time altered to an earlier one, it would make an entry before it the first that differs.
    if (entry.source !== 'input' || isMoved) continue;
    const input = inputOfEntry(entry);
    const problem = 'error' in input ? input.error : problemOfInput(input, spec);
    const line = index + 2;
    if (problem !== null || 'error' in input) return { is: 'different', line, says: `Line ${line}: ${problem}.`, entry: null };
    inputs.push(input);
  }
  return inputs;
}
