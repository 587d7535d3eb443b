import { describe, expect, it } from 'vitest';
import { BodyBench, NO_CHANCE } from './test/BodyBench.js';

const bench = () => new BodyBench({ parameters: { mechanism: NO_CHANCE } }).start();

describe('the tick', () => {
  it('[C1] a command is taken in the next whole millisecond, and its motion begins when its record is written', () => {
    const b = bench().run(10.25);
    b.vend(1, 7).run(100);
    expect(b.of('mailbox', 'phase').map(({ t_us, payload }) => [t_us, payload.phase])).toEqual([
      [11_000, 'received'],
      [39_000, 'accepted'],
      [39_000, 'moving'],
    ]);
    expect(b.signals[0]).toEqual({ name: 'accepted', boot: 1, sequence: 1, tick: 39, args: { order: 1, cartridge: 7 } });
  });

  it('[C1] an input is seen in the next whole millisecond', () => {
    const b = bench().run(10.25);
    b.body.hand({ name: 'open-door' });
    b.run(5);
    expect(b.of('interlock', 'state').at(-1)?.t_us).toBe(11_000);
  });

  it('[H1] a tick takes one command; the next waits for the next tick', () => {
    const b = bench();
    b.body.command({ name: 'clear', cartridge: 1 });
    b.body.command({ name: 'clear', cartridge: 2 });
    b.run(10);
    expect(b.signals.map(({ tick, args }) => [tick, args.cartridge])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('[H1] a tick in which nothing changes is skipped', () => {
    const b = bench().run(10);
    const before = b.kernel.steps;
    b.run(3_600_000);
    expect(b.kernel.steps).toBe(before);
  });

  it('[C2] a motor that starts off its notch is seen to have left home in the next tick', () => {
    const b = bench();
    b.body.fault({ cause: 'stall-by-current', cartridge: 7 });
    b.vend(1, 7).run(5_000);
    expect(b.body.mechanism.camClosed(7)).toBe(false);
    b.body.ease(7);
    b.body.command({ name: 'clear', cartridge: 7 });
    b.vend(2, 7).run(5_000);
    const states = b.of('cartridge-07', 'state');
    const start = states.findLastIndex(({ payload }) => payload.on === 'VEND');
    expect(states[start + 1]?.payload.on).toBe('CAM_OPENED');
    expect((states[start + 1]?.t_us ?? 0) - (states[start]?.t_us ?? 0)).toBe(1_000);
    expect(b.said.at(-1)).toBe('dropped 2');
  });

  it('[H2] the door tells the motion, which hears it in the next tick', () => {
    const b = bench().vend(1, 7).run(1_000);
    b.body.hand({ name: 'open-door' });
    b.run(10);
    const opened = b.of('interlock', 'state').at(-1);
    const interrupted = b.of('cartridge-07', 'state').at(-1);
    expect(interrupted?.payload.is).toBe('jammed.interrupted');
    expect((interrupted?.t_us ?? 0) - (opened?.t_us ?? 0)).toBe(1_000);
  });

  it('[H4] signals carry boot, a sequence without a gap, and the tick; polling removes them', () => {
    const b = bench().vend(1, 7).run(5_000);
    expect(b.signals.map(({ boot, sequence }) => [boot, sequence])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ]);
    expect(b.body.poll()).toEqual([]);
  });
});

describe('refusals', () => {
  it('[H3] [C4] a second command during a motion is busy, whatever it is', () => {
    const b = bench().vend(1, 7).run(500);
    b.vend(2, 8);
    b.body.command({ name: 'unlock', order: 1 });
    b.body.command({ name: 'clear', cartridge: 7 });
    b.body.command({ name: 'recover', order: 3, cartridge: 9 });
    b.run(10);
    expect(b.signals.slice(-4).map(({ args }) => [args.command, args.reason])).toEqual([
      ['vend', 'busy'],
      ['unlock', 'busy'],
      ['clear', 'busy'],
      ['recover', 'busy'],
    ]);
    b.run(5_000);
    expect(b.said.at(-1)).toBe('dropped 1');
    expect(b.body.truth(8).onCoil).toBe(14);
  });

  it('[C4] an id refused as busy was not stored, and may come again', () => {
    const b = bench().vend(1, 7).run(500).vend(2, 8).run(5_000).vend(2, 8).run(5_000);
    expect(b.said.at(-1)).toBe('dropped 2');
  });

  it('[H3] [H8] while the door is open everything is refused and nothing turns', () => {
    const b = bench();
    b.body.hand({ name: 'open-door' });
    b.run(10).vend(1, 7);
    b.body.command({ name: 'unlock', order: 1 });
    b.run(5_000);
    expect(b.said).toEqual(['door-opened', 'refused 1 door-open', 'refused 1 door-open']);
    expect(b.of('mechanism', 'drive')).toEqual([]);
  });

  it('[C3] a door opened while the record is being written refuses the order, and its id stays used', () => {
    const b = bench().vend(1, 7).run(10);
    b.body.hand({ name: 'open-door' });
    b.run(1_000);
    expect(b.said).toEqual(['door-opened', 'refused 1 door-open']);
    expect(b.of('mechanism', 'drive')).toEqual([]);
    b.body.hand({ name: 'close-door' });
    b.run(10).vend(1, 7).run(5_000);
    expect(b.said.at(-1)).toBe('phase 1 refused');
    expect(b.body.truth(7).onCoil).toBe(14);
  });

  it('[H5] a lower id is stale', () => {
    const b = bench().vend(5, 7).run(5_000).vend(4, 8).run(5_000);
    expect(b.said.at(-1)).toBe('refused 4 stale-order');
    expect(b.body.truth(8).onCoil).toBe(14);
  });

  it('[H5] [H6] the current id again returns its phase and moves nothing, in its motion and after', () => {
    const b = bench().vend(1, 7).run(500).vend(1, 7).run(10);
    expect(b.said.at(-1)).toBe('phase 1 moving');
    b.run(5_000).vend(1, 7).run(5_000);
    expect(b.said.at(-1)).toBe('phase 1 dropped');
    expect(b.body.truth(7)).toMatchObject({ onCoil: 13, inBox: 1 });
    expect(b.of('mailbox', 'phase').filter((entry) => entry.payload.phase === 'moving')).toHaveLength(1);
  });

  it('[C4] a jammed order returns how it jammed', () => {
    const b = bench();
    b.body.fault({ cause: 'misalignment', cartridge: 7 });
    b.vend(1, 7).run(5_000).vend(1, 7).run(10);
    expect(b.signals.at(-1)?.args).toEqual({ order: 1, cartridge: 7, phase: 'jammed', mode: 'misaligned' });
  });

  it('[C4] a locked-out cartridge, one that is not fitted, one that has not jammed', () => {
    const b = new BodyBench({ cartridges: 8 }).start();
    b.body.fault({ cause: 'misalignment', cartridge: 7 });
    b.vend(1, 7).run(5_000).vend(2, 7).run(10).vend(3, 9).run(10);
    b.body.command({ name: 'recover', order: 4, cartridge: 8 });
    b.run(10);
    expect(b.said.slice(-3)).toEqual(['refused 2 locked-out', 'refused 3 no-such-cartridge', 'refused 4 not-jammed']);
  });

  it('refuses an order id that is no whole number from 1, at the call', () => {
    expect(() => bench().vend(0, 7)).toThrow(/whole number from 1/);
    expect(() => bench().vend(1.5, 7)).toThrow(/whole number from 1/);
  });
});

describe('interlock', () => {
  it('[C13] a host that falls silent: the flap is locked, what waits is forgotten, and a motion goes on', () => {
    const b = bench().vend(1, 7).run(5_000);
    b.body.command({ name: 'unlock', order: 1 });
    b.run(1_000);
    expect(b.stateOf('interlock')).toMatch(/flap\.unlocked/);
    b.vend(2, 8).run(100);
    b.body.command({ name: 'vend', order: 3, cartridge: 9 }, b.kernel.now_us + 4_000_000);
    b.body.controller.hostSilent();
    b.run(20_000);
    expect(b.stateOf('interlock')).toMatch(/flap\.locked/);
    expect(b.said.at(-1)).toBe('dropped 2');
  });

  it('[C9] [H8] a low supply: what moves is interrupted, and nothing begins until it is good again', () => {
    const b = bench().vend(1, 7).run(500);
    b.body.mechanism.supply(9_000);
    b.run(3_000).vend(2, 8).run(10);
    b.body.mechanism.supply(12_000);
    b.run(10).vend(3, 8).run(5_000);
    expect(b.said.slice(2)).toEqual([
      'supply-low',
      'jammed 1 interrupted',
      'refused 2 supply-low',
      'supply-good',
      'accepted 3',
      'moving 3',
      'dropped 3',
    ]);
  });

  it('says when something was opened that should stay shut', () => {
    const b = bench();
    b.body.mechanism.tamper(true);
    b.run(5);
    b.body.mechanism.tamper(false);
    expect(b.run(5).said).toEqual(['tamper-opened', 'tamper-closed']);
  });

  it('[C12] a flap that nobody opens is locked again after 55 s', () => {
    const b = bench();
    b.body.command({ name: 'unlock', order: 1 });
    b.run(54_900);
    expect(b.stateOf('interlock')).toContain('flap.unlocked');
    b.run(300);
    expect(b.stateOf('interlock')).toContain('flap.locked');
    b.body.hand({ name: 'take' });
    b.run(5_000);
    expect(b.of('mechanism', 'flap')).toEqual([]);
  });

  it('[C5] unlock may follow `dropped` at once', () => {
    const b = bench().vend(1, 7);
    while (b.said.at(-1) !== 'dropped 1') b.run(1);
    b.body.command({ name: 'unlock', order: 1 });
    b.run(200);
    expect(b.stateOf('interlock')).toContain('flap.unlocked');
  });

  it('[C11] a package that falls outside a motion is surplus of the cartridge that moved last', () => {
    const b = bench().vend(1, 3).run(1_600);
    // Released, and in the air as the door stops the coil and ends the order.
    expect(b.body.truth(3).falling).toBe(1);
    b.body.hand({ name: 'open-door' });
    b.run(5_000);
    expect(b.said.slice(-2)).toEqual(['jammed 1 interrupted', 'surplus']);
    expect(b.signals.at(-1)?.args).toEqual({ cartridge: 3 });
    expect(b.body.truth(3)).toMatchObject({ onCoil: 13, inBox: 1 });
  });

  it('[H8] a lock-out ends with `clear`', () => {
    const b = bench();
    b.body.fault({ cause: 'hang-up', cartridge: 7 });
    b.vend(1, 7).run(20_000);
    b.body.command({ name: 'clear', cartridge: 7 });
    b.run(10);
    expect(b.said.at(-1)).toBe('cleared');
    expect(b.stateOf('cartridge-07')).toBe('home');
  });
});
