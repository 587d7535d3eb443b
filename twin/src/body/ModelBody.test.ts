import { describe, expect, it } from 'vitest';
import { BodyBench } from './test/BodyBench.js';

const OPTIONS = {
  seed: 3,
  cartridges: 24,
  parameters: { mechanism: { jamShare: 0.3, sensorMissShare: 0.1, falseDropShare: 0.1 } },
};

/** Half a minute in which a package hangs, another is given and taken, and the door is opened in a motion. */
const STORY: readonly (readonly [atMs: number, does: (bench: BodyBench) => void])[] = [
  [50, ({ body }) => body.fault({ cause: 'hang-up', cartridge: 19 })],
  [100, (bench) => bench.vend(1, 19)],
  [9_000, (bench) => bench.vend(2, 4)],
  [9_400, ({ body }) => body.command({ name: 'clear', cartridge: 4 })],
  [12_000, ({ body }) => body.command({ name: 'unlock', order: 2 })],
  [12_600, ({ body }) => body.hand({ name: 'take' })],
  [15_000, ({ body }) => body.command({ name: 'recover', order: 3, cartridge: 19 })],
  [16_700, ({ body }) => body.hand({ name: 'open-door' })],
  [17_000, ({ body }) => body.hand({ name: 'free', cartridge: 19 })],
  [18_000, ({ body }) => body.hand({ name: 'close-door' })],
  [19_000, (bench) => bench.vend(4, 19)],
  [30_000, () => {}],
];

function tell(bench: BodyBench, fromMs: number, toMs: number): void {
  for (const [atMs, does] of STORY) {
    if (atMs < fromMs || atMs >= toMs) continue;
    bench.run(atMs - bench.kernel.now_us / 1_000);
    does(bench);
  }
  if (bench.kernel.now_us < toMs * 1_000) bench.run(toMs - bench.kernel.now_us / 1_000);
}

describe('ModelBody', () => {
  it('[K7] goes on from a checkpoint at 40 instants to the same entries, signals and digests', () => {
    const whole = new BodyBench(OPTIONS).start();
    tell(whole, 0, 31_000);
    expect(whole.signals.length).toBeGreaterThan(10);
    for (let i = 1; i <= 40; i++) {
      // Spread over the story, and off the millisecond.
      const cutMs = i * 617 + i / 1_000;
      const first = new BodyBench(OPTIONS).start();
      tell(first, 0, cutMs);
      const checkpoint = JSON.parse(JSON.stringify(first.kernel.checkpoint()));
      const second = new BodyBench(OPTIONS);
      second.kernel.restore(checkpoint);
      tell(second, cutMs, 31_000);
      expect([...first.entries, ...second.entries], `cut at ${cutMs} ms`).toEqual(whole.entries);
      expect([...first.signals, ...second.signals]).toEqual(whole.signals);
      expect(second.kernel.digests).toEqual(whole.kernel.digests);
    }
  });

  it('[K1] the same seed gives the same digests, another seed others', () => {
    const digest = (seed: number) => {
      const bench = new BodyBench({ ...OPTIONS, seed }).start();
      tell(bench, 0, 31_000);
      return bench.kernel.digests.lower;
    };
    expect(digest(3)).toBe(digest(3));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(digest)).size).toBeGreaterThan(1);
  });

  // The motor is driven in the tick of 38 ms, and turns from the next one on.
  it.each([37_999, 38_000, 38_001, 38_999, 39_000, 39_001, 500_000])(
    '[H6] [C6] power that goes after %i µs leaves no motor on, and the board goes on when it is back',
    (cut_us) => {
      const bench = new BodyBench({ cartridges: 2 }).start();
      bench.body.command({ name: 'vend', order: 1, cartridge: 1 }, 10_000);
      bench.run(cut_us / 1_000).body.power('off');
      bench.run(1_000);
      const atRest = bench.body.truth(1);
      bench.run(20_000).body.power('on');
      expect(bench.body.truth(1)).toEqual(atRest);
      expect(bench.of('mechanism', 'drive').at(-1)?.payload.on ?? false).toBe(false);
      bench.run(100).vend(2, 2).run(20_000);
      expect(bench.said.at(-1)).toBe('dropped 2');
    },
  );

  it('[V1] a controller that starts again hears nothing and says nothing for 100 ms', () => {
    const bench = new BodyBench({ cartridges: 2 }).start();
    bench.vend(1, 1).run(500).body.power('reset');
    const before = bench.signals.length;
    bench.run(99).vend(2, 2);
    expect(bench.signals.length).toBe(before);
    bench.run(20_000);
    expect(bench.signals.slice(before).map(({ name }) => name)).toEqual(['jammed']);
    bench.vend(3, 2).run(20_000);
    expect(bench.said.at(-1)).toBe('dropped 3');
  });

  it.each([
    ['heard', true],
    ['not heard', false],
  ])('[V2] a motion that was %s before the power went is told of once', (_, isHeard) => {
    const bench = new BodyBench({ cartridges: 2 }).start();
    bench.body.command({ name: 'vend', order: 1, cartridge: 1 });
    if (isHeard) bench.run(500);
    else bench.kernel.runUntil(500_000);
    bench.body.power('off');
    bench.body.power('on');
    bench.run(100);
    const ofOrder = bench.signals.filter(({ name }) => name === 'moving' || name === 'jammed');
    expect(ofOrder.map(({ name, boot, sequence }) => [name, boot, sequence])).toEqual([
      ['moving', ...(isHeard ? [1, 2] : [2, 0])],
      ['jammed', 2, 1],
    ]);
  });
});
