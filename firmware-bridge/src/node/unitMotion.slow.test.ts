import type { Signal } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import type { ModbusRequest } from '../wire/modbusPdu.js';
import { decodeBlock } from '../wire/registerNames.js';
import { HostUnit, readBlock, replyTo, type UnitLife, type UnitPins } from './HostUnit.js';

const STATUS = readBlock('status');
const OPEN: UnitPins = { camClosed: false };
/** The tick that takes the first order of these scripts; its motor is on from 29 ticks later. */
const TAKEN = 100;
const ACCEPTED = TAKEN + 28;

/** Pins by the tick that finds them so, in order; a host that asks for the status now and then, so that it is not silent. */
function script(unit: HostUnit, pins: readonly (readonly [tick: number, pins: UnitPins])[], endMs: number): HostUnit {
  const asks = Array.from({ length: Math.floor(endMs / 2_000) }, (_, i) => [2_000 * (i + 1) - 0.3, null] as const);
  const steps = [...pins.map(([tick, to]) => [tick - 0.5, to] as const), ...asks].sort(([a], [b]) => a - b);
  for (const [ms, to] of steps) {
    unit.until(ms);
    if (to === null) unit.ask(STATUS);
    else unit.pins(to);
  }
  return unit.until(endMs);
}

function vend(cartridge = 7, order = 1): HostUnit {
  return new HostUnit().until(60).command({ name: 'vend', order, cartridge }, TAKEN);
}

const WHOLE_TURN: readonly (readonly [number, UnitPins])[] = [
  [300, OPEN],
  [700, {}],
  [750, OPEN],
  [1_200, {}],
];
/** The whole turn with a package that falls before it ends. */
const WITH_DROP: readonly (readonly [number, UnitPins])[] = [
  ...WHOLE_TURN.slice(0, 3),
  [1_000, { ...OPEN, beamDark: true }],
  [1_020, OPEN],
  [1_200, {}],
];

const said = ({ signals }: UnitLife) =>
  signals.map(({ tick, name, args }) => [tick, name, args.mode ?? args.reason].filter((word) => word !== undefined).join(' '));
const ended = (life: UnitLife) => said(life).at(-1);
const motor = ({ drives }: UnitLife) =>
  drives.filter(({ motor }, i) => motor !== (drives[i - 1]?.motor ?? 0)).map(({ t_us, motor }) => [t_us / 1_000, motor]);
const last = (life: UnitLife): Signal | undefined => life.signals.at(-1);

describe('a vend', () => {
  it('[W13] [B5] is accepted 28 ticks after it was received, moves from the next tick on, and ends as dropped', () => {
    const life = script(vend(), WITH_DROP, 2_000).run();
    expect(said(life)).toEqual([`${ACCEPTED} accepted`, `${ACCEPTED} moving`, '1600 dropped']);
    expect(motor(life)).toEqual([
      [ACCEPTED + 1, 7],
      [1_201, 0],
    ]);
    expect(last(life)?.args).toEqual({ order: 1, cartridge: 7 });
  });

  it.each([1, 6, 7, 43, 48])('drives the motor of cartridge %i', (cartridge) => {
    expect(motor(script(vend(cartridge), [], 150).run())).toEqual([[ACCEPTED + 1, cartridge]]);
  });

  it('an id of 32 bits comes back whole', () => {
    const life = script(vend(3, 0xfedc_ba98), WITH_DROP, 2_000).run();
    expect(life.signals.map(({ args }) => args.order)).toEqual([0xfedc_ba98, 0xfedc_ba98, 0xfedc_ba98]);
  });
});

describe('each way to jam', () => {
  it('[B2] stall-current: cut 250 ms after the current reached 800 mA, within 3 ms', () => {
    const life = script(script(vend(), [[300, OPEN]], 399.5).current(800), [], 800).run();
    expect(ended(life)).toBe('650 jammed stall-current');
    expect(motor(life).at(-1)).toEqual([651, 0]);
  });

  it('[B2] a current of 799 mA, and one that falls again within 250 ms, stall nothing', () => {
    const below = script(script(vend(), [[300, OPEN]], 399.5).current(799), [], 1_000).run();
    expect(motor(below)).toHaveLength(1);
    const short = script(script(vend(), [[300, OPEN]], 399.5).current(900), [], 648.5).current(200);
    expect(motor(script(short, [], 1_000).run())).toHaveLength(1);
  });

  it('[B3] stall-cam: a motor runs 5 s at a time, no longer', () => {
    const life = script(vend(), [[300, OPEN]], 6_000).run();
    expect(ended(life)).toBe(`${ACCEPTED + 5_000} jammed stall-cam`);
    expect(motor(life)).toEqual([
      [ACCEPTED + 1, 7],
      [ACCEPTED + 5_001, 0],
    ]);
  });

  it('misaligned: the cam switch does not open within 1 s', () => {
    const life = script(vend(), [], 2_000).run();
    expect(ended(life)).toBe(`${ACCEPTED + 1_000} jammed misaligned`);
    expect(motor(life).at(-1)).toEqual([ACCEPTED + 1_001, 0]);
  });

  it('hung-up: three half turns more, and no drop', () => {
    const halfTurns = [2_300, 3_900, 5_500].flatMap((ms) => [[ms, OPEN] as const, [ms + 500, {}] as const]);
    const life = script(vend(), [...WHOLE_TURN, ...halfTurns], 8_000).run();
    expect(ended(life)).toBe('7000 jammed hung-up');
    expect(motor(life).filter(([, cartridge]) => cartridge === 7)).toHaveLength(4);
  });

  it('double-feed: a second package is a surplus, then a jam', () => {
    const life = script(vend(), [...WITH_DROP, [1_300, { beamDark: true }]], 2_000).run();
    expect(said(life).slice(-2)).toEqual(['1300 surplus', '1300 jammed double-feed']);
  });

  it('blind-beam: a beam that is dark before the motor turns: it does not', () => {
    const life = script(new HostUnit(), [[60, { beamDark: true }]], 700).command({ name: 'vend', order: 1, cartridge: 7 }, 800);
    const run = script(life, [], 1_000).run();
    expect(said(run)).toEqual(['828 accepted', '828 jammed blind-beam']);
    expect(motor(run)).toEqual([]);
  });

  it('beam-lost: it broke in the motion and stays dark', () => {
    const life = script(
      vend(),
      [...WHOLE_TURN.slice(0, 3), [1_000, { ...OPEN, beamDark: true }], [1_200, { beamDark: true }]],
      2_000,
    ).run();
    expect(ended(life)).toBe('1700 jammed beam-lost');
  });

  it('[B1] interrupted: the door stops the motor two ticks after the one that found it open', () => {
    const life = script(
      vend(),
      [
        [300, OPEN],
        [500, { ...OPEN, doorOpen: true }],
      ],
      700,
    ).run();
    expect(said(life).slice(-2)).toEqual(['500 door-opened', '501 jammed interrupted']);
    expect(motor(life).at(-1)).toEqual([502, 0]);
  });

  it('[B7] interrupted: the supply falls below 10.5 V', () => {
    const life = script(script(vend(), [[300, OPEN]], 499.5).supply(10_480), [], 700).run();
    expect(said(life).slice(-2)).toEqual(['500 supply-low', '501 jammed interrupted']);
    expect(motor(life).at(-1)).toEqual([502, 0]);
  });
});

describe('what hinders', () => {
  it('[B7] the supply is low below 10.5 V and good again above 11 V', () => {
    const unit = new HostUnit().until(100);
    for (const [ms, millivolt] of [
      [200, 10_500],
      [300, 10_480],
      [400, 10_520],
      [500, 11_000],
      [600, 11_020],
    ] as const)
      unit.supply(millivolt).until(ms);
    expect(said(unit.run())).toEqual(['201 supply-low', '501 supply-good']);
  });

  it('[B1] [W13] a door opened while the record is written refuses the order, and no motor moves', () => {
    const life = script(vend(), [[110, { doorOpen: true }]], 300).run();
    expect(said(life)).toEqual(['110 door-opened', `${ACCEPTED} refused door-open`]);
    expect(motor(life)).toEqual([]);
  });

  it('[B1] so does a supply that falls', () => {
    const life = script(script(vend(), [], 109.5).supply(9_000), [], 300).run();
    expect(said(life)).toEqual(['110 supply-low', `${ACCEPTED} refused supply-low`]);
    expect(motor(life)).toEqual([]);
  });

  it('[C4] the reasons come in their order: door, supply, cartridge, chute, lock-out', () => {
    const refusal = (pins: UnitPins, millivolt: number, command: Parameters<HostUnit['command']>[0]) => {
      const unit = new HostUnit().until(60).ask({ function: 6, address: 0x10, value: 30 }).until(120);
      return last(unit.pins(pins).supply(millivolt).until(140).command(command).until(200).run())?.args.reason;
    };
    const beyond = { name: 'vend', order: 1, cartridge: 31 } as const;
    expect(refusal({ doorOpen: true }, 9_000, beyond)).toBe('door-open');
    expect(refusal({}, 9_000, beyond)).toBe('supply-low');
    expect(refusal({}, 12_000, beyond)).toBe('no-such-cartridge');
    expect(refusal({}, 12_000, { name: 'recover', order: 1, cartridge: 3 })).toBe('not-jammed');
    expect(refusal({}, 9_000, { name: 'unlock', order: 1 })).toBe('supply-low');
  });

  it('[H3] a second command during a motion is busy, whatever it is', () => {
    const unit = script(vend(), [], 200);
    for (const [i, command] of (
      [
        { name: 'vend', order: 2, cartridge: 8 },
        { name: 'recover', order: 3, cartridge: 9 },
        { name: 'unlock', order: 1 },
        { name: 'clear', cartridge: 7 },
      ] as const
    ).entries())
      unit.command(command).until(220 + 20 * i);
    expect(
      said(unit.run())
        .slice(2)
        .map((words) => words.split(' ').slice(1).join(' ')),
    ).toEqual(Array(4).fill('refused busy'));
  });

  it('[W12] the current id again moves nothing and is answered by its phase; a lower one is stale', () => {
    const unit = script(vend(7, 5), WITH_DROP, 1_990);
    unit
      .command({ name: 'vend', order: 5, cartridge: 7 })
      .until(2_020)
      .command({ name: 'vend', order: 4, cartridge: 7 })
      .until(2_100);
    const life = unit.run();
    expect(life.signals.slice(-2).map(({ name, args }) => [name, args.order, args.phase ?? args.reason])).toEqual([
      ['phase', 5, 'dropped'],
      ['refused', 4, 'stale-order'],
    ]);
    expect(motor(life)).toHaveLength(2);
  });

  it('[C8] after a jam the motor rests, then the lane is locked out, until it is recovered', () => {
    const unit = script(vend(), [], 1_500);
    unit.command({ name: 'recover', order: 2, cartridge: 7 }).until(1_600);
    unit.until(2_200).command({ name: 'vend', order: 2, cartridge: 7 }).until(2_300);
    unit.command({ name: 'recover', order: 2, cartridge: 7 }, 2_400).until(2_600);
    unit
      .pins({ ...OPEN, beamDark: true })
      .until(2_620)
      .pins(OPEN)
      .until(2_800)
      .pins({})
      .until(3_400);
    const life = unit.run();
    expect(
      said(life)
        .slice(3)
        .map((words) => words.replace(/^\d+ /, '')),
    ).toEqual(['refused busy', 'refused locked-out', 'accepted', 'moving', 'recovered']);
    expect(life.drives.at(-1)?.reject).toBe(true);
  });
});

describe('a silent host', () => {
  it('[W18] after 5 s the flap is locked and what waits is forgotten; a frame ends the silence', () => {
    const unit = new HostUnit().until(60).command({ name: 'unlock', order: 1 }, 0);
    unit.until(100).pins({ boltBack: true }).until(4_900).until(5_200).ask(STATUS).until(5_300);
    const life = unit.run();
    const heard_us = 60_000 + 25 * 86.8 + 1_752;
    expect(life.drives.map(({ t_us, bolt }) => [Math.floor(t_us / 1_000), bolt])).toEqual([
      [64 + 1, true],
      [Math.floor(heard_us / 1_000) + 5_000 + 1, false],
    ]);
    const reply = replyTo(STATUS, life.sent[1] as UnitLife['sent'][number]);
    // The frame that asks is right, and ends the silence.
    expect(decodeBlock('status', reply.is === 'registers' ? reply.values : []).inputs & 0x200).toBe(0);
  });

  it('[W18] a motion goes on to its end, and no other begins', () => {
    const unit = vend().until(101).command({ name: 'vend', order: 2, cartridge: 8 }, 0);
    // Order 2 is busy. Nothing is heard from then on; the motion ends by its own limit.
    const life = unit.until(299.5).pins(OPEN).until(7_000).run();
    expect(said(life).slice(-1)).toEqual([`${ACCEPTED + 5_000} jammed stall-cam`]);
  });

  it('[W18] a host that asks every 4.9 s is not silent', () => {
    const unit = new HostUnit().until(60).command({ name: 'unlock', order: 1 }, 0).until(100).pins({ boltBack: true });
    for (let ms = 4_900; ms < 40_000; ms += 4_900) unit.until(ms).ask(STATUS);
    expect(unit.until(42_000).run().drives).toHaveLength(1);
  });
});

describe('the chute and what stands by', () => {
  it('[C12] a bolt that does not come is stuck, and stays driven until it comes', () => {
    const life = script(
      new HostUnit().until(60).command({ name: 'unlock', order: 1 }, 100),
      [[800, { boltBack: true }]],
      1_000,
    ).run();
    expect(said(life)).toEqual(['600 flap-stuck', '800 flap-freed']);
    expect(life.drives.map(({ t_us, bolt }) => [t_us / 1_000, bolt])).toEqual([
      [101, true],
      [801, false],
    ]);
  });

  it('[C11] a break of the beam at rest that clears is surplus of the cartridge that moved last', () => {
    const life = script(vend(9), [...WITH_DROP, [1_700, { beamDark: true }], [1_720, {}]], 2_000).run();
    expect(last(life)).toMatchObject({ name: 'surplus', tick: 1_720, args: { cartridge: 9 } });
  });

  it('tampering is told', () => {
    const life = script(
      new HostUnit().until(60),
      [
        [100, { tampered: true }],
        [200, {}],
      ],
      300,
    ).run();
    expect(said(life)).toEqual(['100 tamper-opened', '200 tamper-closed']);
  });

  it('what stands open as power comes on is told in the first tick', () => {
    const life = new HostUnit().pins({ doorOpen: true }).until(100).run();
    expect(said(life)).toEqual(['1 door-opened']);
  });
});

describe('the waveform', () => {
  const HEAD = readBlock('waveform head');

  it('holds the last motion, one sample a millisecond, halved each time that it is full', () => {
    const unit = script(vend(), [[300, OPEN]], 628.5).current(600);
    script(unit, [], 5_900).ask(HEAD).until(5_950);
    const samples: ModbusRequest = { function: 4, address: 0x210, count: 125 };
    const life = unit.ask(samples).until(6_000).run();
    const [head, body] = life.sent.slice(-2).map((one, i) => replyTo(i === 0 ? HEAD : samples, one));
    const values = head?.is === 'registers' ? decodeBlock('waveform head', head.values) : null;
    // 5,000 ticks with the motor on: a step of 8 ms is the first with which they fit.
    expect(values).toEqual({ waveOrder: 1, waveCartridge: 7, waveSamples: 625, waveStepMs: 8, waveMilliampPerCount: 8 });
    const bytes = body?.is === 'registers' ? body.values.flatMap((word) => [word >> 8, word & 0xff]) : [];
    // Ticks 129, 137, 145 and so on; 600 mA from tick 629 on.
    expect(bytes.slice(0, 70)).toEqual([...Array(63).fill(0), ...Array(7).fill(75)]);
  });
});
