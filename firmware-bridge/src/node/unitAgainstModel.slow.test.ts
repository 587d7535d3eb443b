import { isDeepStrictEqual } from 'node:util';
import { type Command, type FaultCause, type Hand, Kernel, ModelBody, type Signal } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { HostUnit, readBlock, type UnitLife, type UnitPins } from './HostUnit.js';

/** Something that is done to a machine or asked of it, at an instant that is no whole millisecond. */
type Deed =
  | { readonly command: Command }
  | { readonly hand: Hand }
  | { readonly cause: FaultCause; readonly cartridge: number }
  | { readonly millivolt: number }
  | { readonly tampered: boolean }
  | { readonly ease: number };
type Timed = Deed & { readonly ms: number };

const CARTRIDGES = 5;
/** A command is taken so many ticks after it was given: the wire's time at the hinge. */
const WIRE_MS = 20;
const ASK_EVERY_MS = 2_000;
const LENGTH_MS = 90_000;
const SEEDS = 40;
const CAUSES: readonly FaultCause[] = [
  'hang-up',
  'stall-by-current',
  'stall-by-cam',
  'misalignment',
  'double-feed',
  'blind-beam',
  'blocked-chute-door',
];

/** Numbers from 0 on, below `n`, the same for a seed. */
function luck(seed: number): (n: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** An afternoon on which much goes wrong. */
function deeds(seed: number): Timed[] {
  const draw = luck(seed);
  const list: Timed[] = [];
  let order = 0;
  for (let ms = 200 + 0.3; ms < LENGTH_MS - 9_000; ms += 40 + draw(draw(3) === 0 ? 200 : 5_000)) {
    const cartridge = 1 + draw(CARTRIDGES);
    const command = (name: 'vend' | 'recover'): Deed => {
      const before = draw(6);
      if (before > 1 || order === 0) order += 1;
      return {
        command: { name, order: before === 1 ? Math.max(1, order - 1) : order, cartridge: draw(20) === 0 ? 48 : cartridge },
      };
    };
    const shut = () => ({ hand: { name: 'close-door' } }) as const;
    const good = () => ({ millivolt: 12_000 });
    const fault = () => ({ cause: CAUSES[draw(CAUSES.length)] as FaultCause, cartridge });
    const kinds: readonly (() => Deed)[] = [
      ...[shut, shut, good, good, fault, fault, fault],
      ...Array<() => Deed>(6).fill(() => command('vend')),
      () => command('recover'),
      () => command('recover'),
      () => ({ command: { name: 'unlock', order: Math.max(1, order) } }),
      () => ({ command: { name: 'clear', cartridge } }),
      () => ({ command: { name: 'clear', cartridge } }),
      () => ({ hand: { name: 'open-door' } }),
      () => ({ hand: { name: 'take' } }),
      () => ({ hand: { name: 'free', cartridge } }),
      () => ({ hand: { name: 'clean-beam' } }),
      () => ({ hand: { name: 'free-flap' } }),
      () => ({ millivolt: draw(3) === 0 ? 9_000 : 12_000 }),
      () => ({ tampered: draw(2) === 0 }),
      () => ({ ease: cartridge }),
    ];
    list.push({ ms, ...(kinds[draw(kinds.length)] as () => Deed)() });
  }
  return list;
}

/** Runs the model over its mechanism, and writes what it sensed at each tick into a script for the firmware. */
function both(seed: number): { readonly model: readonly Signal[]; readonly asked: readonly string[]; readonly life: UnitLife } {
  const kernel = new Kernel({ seed, onEntry: () => {} });
  const options = { machine: 'm1', cartridges: CARTRIDGES, loaded: Array(CARTRIDGES).fill(14) as number[], parameters: [] };
  const body = new ModelBody(kernel, { ...options, onSignal: () => {} });
  const { mechanism } = body;
  const asked: string[] = [];
  const outputs = { motor: 0, bolt: false, reject: false };
  const actuate = mechanism.actuate.bind(mechanism);
  let moved = 1;
  mechanism.actuate = (actuation, at_us) => {
    if (actuation.type === 'MOTOR') {
      outputs.motor = actuation.on ? actuation.cartridge : 0;
      if (actuation.on) moved = actuation.cartridge;
    } else if (actuation.type === 'BOLT') outputs.bolt = actuation.to === 'back';
    else outputs.reject = actuation.to === 'reject';
    asked.push(`${at_us} ${JSON.stringify(outputs)}`);
    actuate(actuation, at_us);
  };
  const unit = new HostUnit();
  unit.until(60).ask({ function: 6, address: 0x10, value: CARTRIDGES });
  const list = deeds(seed);
  body.start();
  let sensed = '';
  let mailed = 0;
  for (let tick = 1; tick <= LENGTH_MS; tick++) {
    for (let deed = list[0]; deed && deed.ms < tick; deed = list[0]) {
      list.shift();
      kernel.runUntil(Math.round(deed.ms * 1_000));
      if ('command' in deed) {
        body.command(deed.command, (tick + WIRE_MS) * 1_000);
        mailed = tick;
        unit.until(deed.ms).command(deed.command, tick + WIRE_MS);
      } else if ('hand' in deed) body.hand(deed.hand);
      else if ('cause' in deed) body.fault(deed);
      else if ('millivolt' in deed) mechanism.supply(deed.millivolt);
      else if ('tampered' in deed) mechanism.tamper(deed.tampered);
      else body.ease(deed.ease);
    }
    kernel.runUntil(tick * 1_000 - 1);
    const { doorOpen, tampered, flapOpen, boltBack, beamDark, supplyMillivolt, motorMilliamp } = mechanism;
    const pins: UnitPins = { doorOpen, tampered, flapOpen, boltBack, beamDark, camClosed: mechanism.camClosed(moved) };
    const now = JSON.stringify([pins, supplyMillivolt, Math.floor(motorMilliamp / 2)]);
    if (now !== sensed)
      unit
        .until(tick - 0.001, false)
        .pins(pins)
        .supply(supplyMillivolt)
        .current(motorMilliamp);
    sensed = now;
    // Its frame and a command's must not run into each other.
    const isFree = tick - mailed > ASK_EVERY_MS && (list[0]?.ms ?? LENGTH_MS) - tick > 30;
    if (isFree) mailed = tick;
    if (isFree) unit.until(tick - 0.4).ask(readBlock('status'));
  }
  return { model: body.poll(), asked, life: unit.until(LENGTH_MS).run() };
}

const plain = (signals: readonly Signal[]) =>
  signals.map(({ sequence, tick, name, args }) => ({ sequence, tick, name, ...args }));

function firstDifference(unit: readonly unknown[], model: readonly unknown[]) {
  const at = unit.findIndex((one, i) => !isDeepStrictEqual(one, model[i]));
  const first = at < 0 && unit.length !== model.length ? unit.length : at;
  return first < 0 ? null : { unit: unit.slice(first - 2, first + 1), model: model.slice(first - 2, first + 1) };
}

/** Outputs as they changed, the last word of each instant. */
function changesOf(words: readonly (readonly [t_us: number, outputs: string])[]): string[] {
  const last = words.filter(([t_us], i) => words[i + 1]?.[0] !== t_us);
  const atRest = JSON.stringify({ motor: 0, bolt: false, reject: false });
  return last.filter(([, outputs], i) => outputs !== (last[i - 1]?.[1] ?? atRest)).map(([t_us, outputs]) => `${t_us} ${outputs}`);
}

describe('the firmware and the model', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
    '[B5] say the same and drive the same, tick for tick, seed %i',
    (seed) => {
      const { model, asked, life } = both(seed);
      expect(firstDifference(plain(life.signals), plain(model))).toBeNull();
      const fromModel = asked.map((line) => [Number(line.split(' ')[0]), line.slice(line.indexOf(' ') + 1)] as const);
      const fromUnit = life.drives.map(({ t_us, ...outputs }) => [t_us, JSON.stringify(outputs)] as const);
      expect(firstDifference(changesOf(fromUnit), changesOf(fromModel))).toBeNull();
    },
  );

  it('these afternoons have every signal, way to jam and reason in them', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed++)
      for (const { name, args } of both(seed).model)
        seen
          .add(name)
          .add(String(args.mode ?? ''))
          .add(String(args.reason ?? ''));
    seen.delete('');
    expect([...seen].sort()).toMatchInlineSnapshot(`
      [
        "accepted",
        "beam-lost",
        "blind-beam",
        "busy",
        "chute-blocked",
        "cleared",
        "door-closed",
        "door-open",
        "door-opened",
        "double-feed",
        "dropped",
        "flap-closed",
        "flap-freed",
        "flap-opened",
        "flap-stuck",
        "hung-up",
        "interrupted",
        "jammed",
        "locked-out",
        "misaligned",
        "moving",
        "no-such-cartridge",
        "not-jammed",
        "phase",
        "recovered",
        "refused",
        "stale-order",
        "stall-cam",
        "stall-current",
        "supply-good",
        "supply-low",
        "surplus",
        "tamper-closed",
        "tamper-opened",
      ]
    `);
  });
});
