import { describe, expect, it } from 'vitest';
import type { KernelCheckpoint } from '../kernel/Kernel.js';
import { RandomStream } from '../kernel/random.js';
import type { WorldSpec } from '../spec/WorldSpec.js';
import { ALWAYS, afternoon, begin, desk, HOUR, MIN, nurse, person, pharmacy, type Run, site } from './test/afternoon.js';

const SEED = 31;
/** Two machines, eight people, jams at both, and helpers who are busy, travel, and help from afar. */
const lively: WorldSpec = {
  ...afternoon,
  sites: [{ ...site, chain: ['pharmacy', 'desk', 'nurse'] }],
  machines: ['harbour-house-1', 'harbour-house-2'].map((id) => ({
    ...(afternoon.machines[0] as (typeof afternoon.machines)[0]),
    id,
  })),
  people: Array.from({ length: 8 }, (_, i) =>
    person(`P${i}`, i + 1, {
      machine: `harbour-house-${(i % 2) + 1}`,
      windows: [
        { fromMin: 720, toMin: 1080 },
        { fromMin: 1200, toMin: 1320 },
      ],
    }),
  ),
  contacts: [pharmacy, { ...nurse, busy: [{ from_us: HOUR, to_us: 3 * HOUR, reason: 'outreach' }] }, { ...desk, hours: ALWAYS }],
};
const END = 10 * HOUR;

function jamsAt(run: Run): void {
  for (const [id, machine] of run.machines) for (let i = 0; i < 5; i++) machine.jamAt(i * 70 * MIN, 2 * i + Number(id.at(-1)));
}

describe('checkpoints of the world', () => {
  it('[K7] go on to the same entries and digests from any instant', () => {
    const whole = begin(lively, SEED);
    jamsAt(whole);
    whole.until(END);
    expect(new Set(whole.entries.map(({ kind }) => kind))).toEqual(
      new Set([
        'state',
        'opened',
        'due',
        'came',
        'served',
        'left-without',
        'jam',
        'noticed',
        'asked',
        'answered',
        'nobody-free',
        'set-off',
        'on-site',
        'went-home',
        'remote-recovery',
        'door-opened',
        'hand',
        'cleared',
      ]),
    );
    const instants = new RandomStream(SEED, 'test', 'checkpoints');
    const run = begin(lively, SEED);
    jamsAt(run);
    const cuts = Array.from({ length: 20 }, (_, i) => Math.floor(instants.between(i, i + 1) * 20 * MIN));
    for (const cut_us of cuts) {
      run.until(cut_us);
      const checkpoint = JSON.parse(JSON.stringify(run.kernel.checkpoint())) as KernelCheckpoint;
      const resumed = begin(lively, SEED, { start: false });
      resumed.kernel.restore(checkpoint);
      resumed.until(END);
      expect(resumed.kernel.digests, `from ${cut_us}`).toEqual(whole.kernel.digests);
      expect(resumed.entries.length + checkpoint.entries).toBe(whole.entries.length);
    }
  });

  it('hold nothing that changes with what happens after them', () => {
    const run = begin(lively, SEED);
    jamsAt(run);
    run.until(3 * HOUR);
    const { components } = run.kernel.checkpoint();
    const parts = Object.keys(components).filter((address) => address.includes('/') && !address.endsWith('/ticket'));
    const texts = () => parts.map((address) => `${address} ${JSON.stringify(components[address])}`);
    const before = texts();
    run.until(END);
    expect(texts()).toEqual(before);
  });
});
