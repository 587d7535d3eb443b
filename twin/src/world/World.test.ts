import { describe, expect, it } from 'vitest';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { HOUR, MIN, person } from './test/afternoon.js';
import { M, people, quiet, S, WorldBench } from './test/WorldBench.js';
import { World } from './World.js';

describe('a world', () => {
  it('serves whoever comes', () => {
    const bench = new WorldBench().until(1 * HOUR);
    expect(people.map(({ id }) => bench.fate(id))).toEqual(['served', 'served', 'served']);
    expect([1, 2, 3].map((cartridge) => bench.count(cartridge))).toEqual(Array(3).fill([5, 1, 0, 4, 0]));
  });

  it('[T5, K7] runs the same twice, and goes on from a checkpoint with inputs after it', () => {
    const end = (world: World) => {
      world.input({
        t_us: world.now_us,
        role: 'engineer',
        kind: 'hand',
        machine: M,
        hand: 'open-door',
        cartridge: 0,
        packages: 0,
      });
      world.runUntil(1 * HOUR);
      return world.digests;
    };
    const [one, two] = [new WorldBench().until(10 * MIN + 4 * S), new WorldBench().until(10 * MIN + 4 * S)];
    const again = new World(quiet, { seed: 1 });
    again.restore(JSON.parse(JSON.stringify(two.world.checkpoint())));
    const digests = end(one.world);
    expect([end(two.world), end(again)]).toEqual([digests, digests]);
    expect(again.steps).toBe(one.world.steps);
  });

  it('knows the truth below each hinge, and no machine that is not there', () => {
    const { world } = new WorldBench().until(1 * HOUR);
    expect(world.body(M).truth(1)).toMatchObject({ loaded: 5, onCoil: 4, taken: 1 });
    expect(() => world.body('elsewhere')).toThrow('there is no machine elsewhere');
  });
});

describe('the door opened', () => {
  const closeAfter = (bench: WorldBench, ms: number) => bench.until(bench.world.now_us + ms * 1_000).hand('close-door');

  it('while a palm is matched: the person is turned away, waits, and is served when the door is shut', () => {
    const bench = new WorldBench()
      .until(10 * MIN)
      .untilSession('matching')
      .hand('open-door')
      .until(11 * MIN);
    expect(bench.fate('P1')).toBe('refused out-of-service');
    expect(
      bench
        .hand('close-door')
        .until(14 * MIN)
        .fate('P1'),
    ).toBe('refused out-of-service, served');
    expect(bench.count(1)).toEqual([5, 1, 0, 4, 0]);
  });

  it('while the prescription is checked: the order is refused, and the machine goes on afterwards', () => {
    const bench = new WorldBench()
      .until(10 * MIN)
      .untilSession('authorising')
      .hand('open-door');
    expect(
      closeAfter(bench, 20_000)
        .until(14 * MIN)
        .fate('P1'),
    ).toBe('refused door-open, served');
    expect(bench.until(1 * HOUR).fate('P2')).toBe('served');
    expect(bench.count(1)).toEqual([5, 1, 0, 4, 0]);
  });

  it('[C9, H7] while a coil turns: the order ends as interrupted, its package is unknown, its lane locked, the others served', () => {
    const bench = new WorldBench()
      .until(10 * MIN)
      .untilEntry('release')
      .hand('open-door');
    bench.until(bench.world.now_us + 10 * S).hand('empty-box');
    closeAfter(bench, 10_000).until(1 * HOUR);
    expect(bench.fate('P1')).toBe('jam interrupted, refused lane-locked');
    // Once for the order that ended unseen, and once for what fell past the beam after it.
    expect(bench.count(1)).toEqual([5, 0, 0, 3, 2]);
    expect(bench.fate('P2')).toBe('served');
    bench.input({ kind: 'count', cartridge: 1, first: 'A', second: 'B' }).until(2 * HOUR);
    expect(bench.of('signed').map(({ found, taken_out }) => [found, taken_out])).toEqual([[4, 1]]);
    expect(bench.fate('P1')).toBe('jam interrupted, refused lane-locked, served');
  });

  it('while the package is collected: the person takes it, and the next is served once the door is shut', () => {
    const bench = new WorldBench()
      .until(10 * MIN)
      .untilSession('collecting')
      .until(10 * MIN + 9 * S)
      .hand('open-door');
    expect(bench.until(16 * MIN).fate('P1')).toBe('served');
    expect(bench.fate('P2')).toBe('refused out-of-service');
    expect(
      bench
        .hand('close-door')
        .until(1 * HOUR)
        .fate('P2'),
    ).toBe('refused out-of-service, served');
  });
});

describe('a chute that does not open', () => {
  const blocked = () =>
    new WorldBench()
      .until(9 * MIN)
      .input({ kind: 'fault', cause: 'blocked-chute-door', cartridge: 1 })
      .until(13 * MIN);

  it('[H7] takes the machine out of service, and the dose back into the count when two have counted it', () => {
    const bench = blocked();
    expect(bench.fate('P1')).toBe('jam chute-blocked');
    expect(bench.count(1)).toEqual([5, 1, 0, 4, 0]);
    expect(bench.until(20 * MIN).fate('P2')).toBe('refused out-of-service');
    bench.input({ kind: 'key-on-site', by: 'technician' }).until(2 * HOUR);
    expect(bench.of('signed').map(({ cartridge, taken_out }) => [cartridge, taken_out])).toEqual([[1, 1]]);
    expect(bench.count(1)).toEqual([5, 1, 1, 3, 0]);
    expect(bench.fate('P1')).toMatch(/^jam chute-blocked, .*served$/);
    expect(bench.world.body(M).truth(1)).toMatchObject({ onCoil: 3, rejected: 1, taken: 1, inBox: 0 });
  });

  it('[H10] gives nothing while its package lies in the box, even when the flap was freed; then the lane stays locked', () => {
    const bench = blocked()
      .hand('open-door')
      .hand('free-flap')
      .until(14 * MIN)
      .hand('close-door')
      .until(17 * MIN);
    expect(bench.fate('P2')).toBe('refused out-of-service');
    bench
      .hand('open-door')
      .hand('empty-box')
      .until(18 * MIN)
      .hand('close-door')
      .until(25 * MIN);
    expect(bench.fate('P1')).toBe('jam chute-blocked, refused lane-locked');
    expect(bench.fate('P2')).toBe('refused out-of-service, served');
    expect(bench.of('authorised').filter(({ person: id }) => id === 'P1')).toHaveLength(1);
  });
});

describe('a count from outside', () => {
  const jammed = () => {
    const bench = new WorldBench()
      .until(9 * MIN)
      .input({ kind: 'fault', cause: 'hang-up', cartridge: 1 })
      .until(13 * MIN);
    expect(bench.fate('P1')).toBe('jam hung-up');
    return bench;
  };

  it('[H7] by one person alone mends nothing: the lane stays locked, and its ticket open', () => {
    const bench = jammed()
      .input({ kind: 'count', cartridge: 1, first: 'A', second: 'A' })
      .until(14 * MIN);
    expect(bench.of('count-refused')).toHaveLength(1);
    expect(bench.of('cleared')).toEqual([]);
    expect(bench.count(1)).toEqual([5, 0, 0, 4, 1]);
  });

  it('[H7] by two clears the ticket, the lane at the host, and the lane at the controller', () => {
    const bench = jammed()
      .hand('open-door')
      .hand('free', 1)
      .hand('close-door')
      .until(14 * MIN);
    bench.input({ kind: 'count', cartridge: 1, first: 'A', second: 'B' }).until(20 * MIN);
    expect(bench.of('cleared')).toEqual([{ cartridge: 1, how: 'by-hand' }]);
    expect(bench.of('signal').filter(({ name }) => name === 'cleared')).toHaveLength(1);
    expect(bench.count(1).slice(2)).toEqual([1, 3, 0]);
    expect(bench.fate('P1')).toBe('jam hung-up, served');
  });

  it('[H9] with the door open clears the lane once the door is shut', () => {
    const bench = jammed()
      .hand('open-door')
      .hand('free', 1)
      .until(14 * MIN);
    bench.input({ kind: 'count', cartridge: 1, first: 'A', second: 'B' }).until(15 * MIN);
    const cleared = () => bench.of('signal').filter(({ name }) => name === 'cleared').length;
    expect(cleared()).toBe(0);
    bench.hand('close-door').until(17 * MIN);
    expect(cleared()).toBe(1);
    expect(bench.until(1 * HOUR).fate('P1')).toBe('jam hung-up, refused out-of-service, served');
  });
});

describe('an input', () => {
  const refuse = (input: Readonly<Record<string, unknown>>) => {
    const bench = new WorldBench();
    const before = bench.entries.length;
    let message = '';
    try {
      bench.input(input);
    } catch (error) {
      message = error instanceof RangeError ? error.message : 'no RangeError';
    }
    expect(bench.entries).toHaveLength(before);
    return message;
  };

  it.each([
    [{ kind: 'network', machine: 'elsewhere', up: false }, 'there is no machine elsewhere'],
    [{ kind: 'cold-hands', person: 'P99', cold: true }, 'there is no person P99'],
    [{ kind: 'fault', cause: 'hang-up', cartridge: 25 }, `${M} has no cartridge 25; it has 1 to 24`],
    [{ kind: 'count', cartridge: 48, first: 'A', second: 'B' }, `${M} has no cartridge 48; it has 1 to 24`],
    [{ kind: 'hand', hand: 'load', cartridge: 0, packages: 3 }, `${M} has no cartridge 0; it has 1 to 24`],
    [{ kind: 'hand', hand: 'free', cartridge: 30, packages: 0 }, `${M} has no cartridge 30; it has 1 to 24`],
  ])('that refers to nothing is refused, and leaves nothing: %o', (input, message) => {
    expect(refuse(input)).toBe(message);
  });

  it('for the whole machine says nothing of a cartridge', () => {
    const bench = new WorldBench().hand('open-door');
    expect(bench.of('hand', 'input').map(({ hand }) => hand)).toEqual(['open-door']);
  });

  it('is an entry of level 3 of the source `input`, with its role, and then does what it says', () => {
    const bench = new WorldBench().input({ kind: 'network', up: false }).until(2 * MIN);
    const [entry] = bench.entries.filter(({ source }) => source === 'input');
    expect(entry).toEqual({
      t_us: 0,
      level: 3,
      source: 'input',
      kind: 'network',
      payload: { role: 'site-staff', machine: M, up: false },
    });
    expect(bench.of('link-lost')).toHaveLength(1);
  });

  it('loads, and whoever loads declares it', () => {
    const bench = new WorldBench()
      .hand('open-door')
      .hand('load', 4, 6)
      .until(1 * MIN);
    expect(bench.count(4)).toEqual([6, 0, 0, 6, 0]);
  });

  const strange = { ...(people[0] as PersonSpec), falseNonMatchRate: 1 };
  const lockedOut = (overrideBy: readonly string[], others: readonly PersonSpec[] = []) => {
    const sites = quiet.sites.map((site) => ({ ...site, overrideBy }));
    const bench = new WorldBench({ ...quiet, sites, people: [strange, ...others] }).until(10 * MIN);
    while (bench.of('locked-out').length === 0) bench.until(bench.world.now_us + S);
    return bench;
  };

  it('signs an override: two of those who may, and the person is let through', () => {
    const bench = lockedOut(['nurse', 'pharmacist']);
    for (const by of ['nurse', 'nurse', 'trainer', 'P1']) bench.input({ kind: 'sign-override', by });
    expect([bench.of('override'), bench.of('signature-refused').length]).toEqual([[], 3]);
    bench.input({ kind: 'sign-override', by: 'pharmacist' }).until(30 * MIN);
    expect(bench.of('override')).toEqual([{ person: 'P1', first: 'nurse', second: 'pharmacist' }]);
    expect(bench.fate('P1')).toBe('refused not-recognised, served');
  });

  it('a palm that is locked out holds up nobody: others are served meanwhile, and the override comes later', () => {
    const next = person('P2', 2, { arrival: { kind: 'instants', at_us: [10 * MIN + 20 * S] }, falseNonMatchRate: 0 });
    const bench = lockedOut(['nurse', 'pharmacist'], [next]).until(12 * MIN);
    expect([bench.fate('P1'), bench.fate('P2')]).toEqual(['refused not-recognised', 'served']);
    for (const by of ['nurse', 'pharmacist']) bench.input({ kind: 'sign-override', by });
    expect(bench.until(20 * MIN).fate('P1')).toBe('refused not-recognised, served');
  });

  it('whoever is not vouched for in time leaves without the dose', () => {
    const bench = lockedOut([]).until(40 * MIN);
    expect(bench.fate('P1')).toBe('refused not-recognised, left-without');
    expect(bench.of('left-without')[0]).toMatchObject({ cause: 'not-recognised' });
  });

  it('makes hands cold, from then on', () => {
    const cold = { ...quiet, parameters: { ...quiet.parameters, reader: { failureToAcquireShare: 0, coldFactor: 100 } } };
    const spec = { ...cold, people: people.map((one) => ({ ...one, falseNonMatchRate: 0.01 })) };
    const bench = new WorldBench(spec).input({ kind: 'cold-hands', person: 'P1', cold: true });
    const results = bench
      .until(12 * MIN)
      .of('attempt')
      .map(({ result }) => result);
    expect(results).toEqual(['not-matched', 'not-matched', 'not-matched']);
  });
});
