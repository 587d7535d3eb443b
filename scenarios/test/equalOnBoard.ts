import type { Controller } from '@dosetwin/firmware-bridge';
import { diffRecords } from '../src/record/diffRecords.js';
import type { RunRecord } from '../src/record/RunRecord.js';
import { recordRun } from '../src/run/recordRun.js';
import { libraryScenario } from './libraryScenario.js';

const DAY_us = 86_400_000_000;

/** Of these scenarios, those that take a day at most: what a board is asked to do in a test. */
export function upToADay(names: readonly string[]): string[] {
  return names.filter((name) => libraryScenario(name).spec.length_us <= DAY_us);
}

/** A library scenario, from its start to `until_us` or its end, every machine on one kind of controller. */
export function recordOn(name: string, seed: number, kind: 'model' | 'emulated', until_us?: number): RunRecord {
  const resolved = libraryScenario(name, seed);
  const controllers: Record<string, Controller> = Object.fromEntries(resolved.spec.machines.map(({ id }) => [id, { kind }]));
  const recorded = recordRun({ name, source: '', resolved }, { controllers });
  if (until_us === undefined) recorded.run.finish();
  else recorded.run.runUntil(until_us);
  return recorded.record();
}

/** What first differs at level 2 between the model and the firmware on the emulated board, in words; `null`: nothing. */
export function differenceOnBoard(name: string, seed: number): string | null {
  const { equal, first } = diffRecords(recordOn(name, seed, 'model'), recordOn(name, seed, 'emulated'), { level: 2 });
  return equal ? null : (first?.says ?? 'they differ');
}
