import { Kernel, type Signal } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import type { WireFrame } from '../wire/Master.js';
import { EmulatedBody } from './EmulatedBody.js';

const GRID_us = 20_000;

/** A body that is asked at every instant of the grid, whatever it would tell. */
function benchOf() {
  const kernel = new Kernel({ seed: 1 });
  const frames: WireFrame[] = [];
  const body = new EmulatedBody(
    kernel,
    { machine: 'm1', cartridges: 2, loaded: [5, 5], parameters: [], onSignal: () => {} },
    { frame: (_machine, frame) => frames.push(frame) },
  );
  body.start();
  const told: { readonly at_us: number; readonly signal: Signal }[] = [];
  const run = (polls: number) => {
    for (let poll = 0; poll < polls; poll++) {
      const grid_us = (Math.floor(kernel.now_us / GRID_us) + 1) * GRID_us;
      kernel.runUntil(grid_us);
      body.sample();
      kernel.runUntil(grid_us + GRID_us - 1);
      for (const signal of body.poll(grid_us)) told.push({ at_us: grid_us, signal });
    }
  };
  const asked = () => frames.filter(({ is }) => is === 'request').length;
  return { kernel, body, run, told, asked };
}

describe('the emulated board below the hinge', () => {
  it('[H4] is not asked again while it sleeps and only ever answered', () => {
    const { run, asked, body } = benchOf();
    run(50);
    body.hand({ name: 'open-door' });
    run(5);
    const before = asked();
    run(100);
    // In 2 s its timer wakes it now and then; else nothing happens to it.
    expect(asked() - before).toBeGreaterThan(4);
    expect(asked() - before).toBeLessThan(35);
  });

  it('[H4] tells at the next instant of the grid, however long it was left alone', () => {
    const { kernel, body, run, told } = benchOf();
    run(50);
    const expected: [string, number][] = [];
    for (let act = 0; act < 12; act++) {
      const isOpen = act % 2 === 0;
      run(3 + 5 * act);
      kernel.runUntil(kernel.now_us + 1 + 1_500 * act);
      body.hand({ name: isOpen ? 'open-door' : 'close-door' });
      // Level 1 sees it in the tick that follows, which begins by then.
      const tick_us = (Math.floor(kernel.now_us / 1_000) + 1) * 1_000;
      expected.push([isOpen ? 'door-opened' : 'door-closed', (Math.floor(tick_us / GRID_us) + 1) * GRID_us]);
    }
    run(5);
    const door = told.filter(({ signal }) => signal.name.startsWith('door-'));
    expect(door.map(({ at_us, signal }) => [signal.name, at_us])).toEqual(expected);
  });

  it('[V1] [V2] without power says nothing, and tells how its order ended soon after it is back', () => {
    const { kernel, body, run, told } = benchOf();
    run(50);
    body.command({ name: 'vend', order: 1, cartridge: 2 }, kernel.now_us + GRID_us);
    run(20);
    body.power('off');
    const before = told.length;
    run(50);
    expect(told.length).toBe(before);
    expect(body.mechanism.motorMilliamp).toBe(0);
    body.power('on');
    const back_us = kernel.now_us;
    run(10);
    expect(told.slice(before).map(({ signal: { name, boot, args } }) => [name, boot, args.mode])).toEqual([
      ['jammed', 2, 'interrupted'],
    ]);
    // The first poll after the 100 ms of the start.
    expect((told[before]?.at_us ?? 0) - back_us).toBeLessThan(121_000);
  });

  it('[K7] goes on asking as the run without a checkpoint does', () => {
    const [one, other] = [benchOf(), benchOf()];
    one.run(60);
    other.kernel.restore(JSON.parse(JSON.stringify(one.kernel.checkpoint())));
    const before = [one.asked(), other.asked()] as const;
    for (const bench of [one, other]) {
      bench.body.hand({ name: 'open-door' });
      bench.run(40);
    }
    expect(one.asked() - before[0]).toBe(other.asked() - before[1]);
  });
});
