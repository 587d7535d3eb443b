import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Patience } from './Patience.js';

function lost(name: string): Error {
  return Object.assign(new Error('gone'), { name });
}

describe('Patience', () => {
  it('[Z24] tries again until it succeeds, and mends at once what is not there, once for all who miss it', async () => {
    let mended = 0;
    const mend = async () => {
      mended++;
      await sleep(100);
      throw new Error('not yet');
    };
    const patience = new Patience({ say: () => {}, mend, isStopped: () => false });
    const act = (failures: number) => (failures < 1 ? Promise.reject(lost('StreamNotFoundError')) : Promise.resolve(failures));
    expect(await Promise.all([patience.until(act), patience.until(act)])).toEqual([1, 1]);
    expect(mended).toBe(1);
  });

  it('ends where it is over while it fails', async () => {
    const patience = new Patience({ say: () => {}, mend: () => Promise.resolve(), isStopped: () => true });
    expect(await patience.until(() => Promise.reject(lost('TimeoutError')))).toBeNull();
    expect(await patience.until(() => Promise.resolve(7))).toBe(7);
  });
});
