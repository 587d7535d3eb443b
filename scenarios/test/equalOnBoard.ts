import type { Controller } from '@dosetwin/firmware-bridge';
import { diffRecords } from '../src/record/diffRecords.js';
import type { RunRecord } from '../src/record/RunRecord.js';
import { recordRun } from '../src/run/recordRun.js';
import { libraryScenario } from './libraryScenario.js';

/** A library scenario, from its start to its end, every machine on one kind of controller. */
export function recordOn(name: string, seed: number, kind: 'model' | 'emulated'): RunRecord {
  const resolved = libraryScenario(name, seed);
  const controllers: Record<string, Controller> = Object.fromEntries(resolved.spec.machines.map(({ id }) => [id, { kind }]));
  const recorded = recordRun({ name, source: '', resolved }, { controllers });
  recorded.run.finish();
  return recorded.record();
}

/** What first differs at level 2 between the model and the firmware on the emulated board, in words; `null`: nothing. */
export function differenceOnBoard(name: string, seed: number): string | null {
  const { equal, first } = diffRecords(recordOn(name, seed, 'model'), recordOn(name, seed, 'emulated'), { level: 2 });
  return equal ? null : (first?.says ?? 'they differ');
}
