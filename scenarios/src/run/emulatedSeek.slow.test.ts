import { expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { recordRun } from './recordRun.js';

const MINUTE_us = 60_000_000;

it('[K9] winding an emulated board back runs some ten minutes of its rest again, not all that was quiet', () => {
  const resolved = libraryScenario('routine-day');
  const controllers = Object.fromEntries(resolved.spec.machines.map(({ id }) => [id, { kind: 'emulated' }] as const));
  let polls = 0;
  const frame = (_machine: string, { is }: { readonly is: string }) => {
    if (is === 'request') polls += 1;
  };
  const { run } = recordRun({ name: 'routine-day', source: '', resolved }, { controllers, watcher: { frame } });
  // The night, in which the host asks once a second and nobody comes.
  run.runUntil(60 * MINUTE_us);
  const { digests } = run;
  for (const minutes of [51, 14]) {
    polls = 0;
    run.windBack(minutes * MINUTE_us);
    expect(run.now_us).toBe(minutes * MINUTE_us);
    expect(polls).toBeLessThan(15 * 60);
  }
  run.runUntil(60 * MINUTE_us);
  expect(run.digests).toEqual(digests);
});
