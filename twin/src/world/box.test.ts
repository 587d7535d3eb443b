import { describe, expect, it } from 'vitest';
import type { WorldSpec } from '../spec/WorldSpec.js';
import { HOUR, MIN } from './test/afternoon.js';
import { M, quiet, WorldBench } from './test/WorldBench.js';

const withParameters = (parameters: WorldSpec['parameters']): WorldSpec => ({
  ...quiet,
  parameters: { ...quiet.parameters, ...parameters, mechanism: { ...quiet.parameters.mechanism, ...parameters.mechanism } },
});
const takes = (bench: WorldBench) => bench.of('take', `${M}/mechanism`).map(({ packages }) => packages);
const unlocked = (bench: WorldBench) => bench.of('command').filter(({ name }) => name === 'unlock');
const noticed = (bench: WorldBench) => bench.of('noticed').map(({ cartridge, mode }) => `${cartridge} ${mode}`);
const inBox = (bench: WorldBench) => [1, 2, 3].map((cartridge) => bench.world.body(M).truth(cartridge).inBox);
const service = (bench: WorldBench) => bench.of('state', `${M}/session`).at(-1)?.is;
/** Whoever looks into the machine, counts with a second person, and goes. */
const visit = (bench: WorldBench) => bench.input({ kind: 'key-on-site', by: 'technician' }).until(bench.world.now_us + 30 * MIN);

/** Nobody has been given a package that was not theirs: whoever came later waited, and was served with one of their own. */
function nobodyTookAnothers(bench: WorldBench): void {
  expect(bench.fate('P2')).toBe('refused out-of-service, served');
  expect(takes(bench).filter((packages) => packages !== 1)).toEqual([]);
  expect([1, 2, 3].map((cartridge) => bench.world.body(M).truth(cartridge).taken).every((taken) => taken <= 1)).toBe(true);
}

describe('a package in the box that belongs to nobody', () => {
  it('[H10] after a double feed: the flap stays shut, the machine stands still, somebody empties it', () => {
    const bench = new WorldBench().until(9 * MIN).input({ kind: 'fault', cause: 'double-feed', cartridge: 1 });
    bench.until(16 * MIN);
    expect([bench.fate('P1'), unlocked(bench), inBox(bench)]).toEqual(['jam double-feed', [], [2, 0, 0]]);
    expect(bench.fate('P2')).toBe('refused out-of-service');
    expect(noticed(bench)).toEqual(['1 double-feed']);
    visit(bench);
    expect(bench.of('empty-box').at(-1)).toBeDefined();
    expect(inBox(bench)).toEqual([0, 0, 0]);
    expect(bench.fate('P1')).toBe('jam double-feed, refused lane-locked, served');
    nobodyTookAnothers(bench);
  });

  it('[H10] after a second package that fell when the order had ended: a ticket opens although no order jammed', () => {
    const late = { mechanism: { secondFallFromMs: 5_000, secondFallToMs: 5_000, takeMs: 500 }, person: { takesMs: 1_000 } };
    const bench = new WorldBench(withParameters(late))
      .until(9 * MIN)
      .input({ kind: 'fault', cause: 'double-feed', cartridge: 1 });
    bench.until(14 * MIN);
    expect(bench.fate('P1')).toBe('served');
    expect([inBox(bench), service(bench)]).toEqual([[1, 0, 0], 'outOfService']);
    bench.until(2 * HOUR);
    expect(noticed(bench)).toEqual(['1 surplus']);
    visit(bench);
    expect(bench.of('signed').map(({ cartridge, taken_out }) => [cartridge, taken_out])).toEqual([[1, 1]]);
    expect(service(bench)).toBe('inService.idle');
    nobodyTookAnothers(bench);
  });

  it('[H10] after a beam that broke and stayed dark', () => {
    const dark = new WorldBench().until(10 * MIN).untilEntry('release');
    dark.input({ kind: 'fault', cause: 'blind-beam', cartridge: 1 }).until(16 * MIN);
    expect([dark.fate('P1'), inBox(dark)]).toEqual(['jam beam-lost', [1, 0, 0]]);
    dark
      .hand('open-door')
      .hand('clean-beam')
      .until(17 * MIN)
      .hand('close-door')
      .until(18 * MIN);
    expect(dark.fate('P2')).toBe('refused out-of-service');
    visit(dark);
    nobodyTookAnothers(dark);
  });

  it('[H10] after a coil that stalled: it may have done so after its drop was seen', () => {
    const bench = new WorldBench().until(9 * MIN).input({ kind: 'fault', cause: 'stall-by-current', cartridge: 1 });
    bench.until(16 * MIN);
    expect([bench.fate('P1'), bench.fate('P2'), service(bench)]).toEqual([
      'jam stall-current',
      'refused out-of-service',
      'outOfService',
    ]);
    visit(bench);
    nobodyTookAnothers(bench);
  });

  it('[H10] after a motion that the open door interrupted: shutting the door again is not enough', () => {
    const bench = new WorldBench()
      .until(10 * MIN)
      .untilEntry('release')
      .hand('open-door');
    bench
      .until(11 * MIN)
      .hand('close-door')
      .until(16 * MIN);
    expect([bench.fate('P1'), inBox(bench)]).toEqual(['jam interrupted', [1, 0, 0]]);
    expect(bench.fate('P2')).toBe('refused out-of-service');
    visit(bench);
    nobodyTookAnothers(bench);
  });

  it('[H10] after a dose that nobody took: it goes back, and its person may have it after the count', () => {
    const slow = { session: { collectMs: 5_000 }, person: { takesMs: 30_000 } };
    const bench = new WorldBench(withParameters(slow)).until(16 * MIN);
    expect(bench.of('dose-not-taken')).toEqual([{ person: 'P1', order: 1 }]);
    expect([inBox(bench), service(bench)]).toEqual([[1, 0, 0], 'outOfService']);
    expect(bench.fate('P2')).toBe('refused out-of-service');
    visit(bench);
    expect(noticed(bench)[0]).toBe('1 not-taken');
    expect(bench.of('count', `${M}/inventory`).filter(({ why }) => why === 'signed by two')).toContainEqual({
      cartridge: 1,
      loaded: 5,
      dispensed: 0,
      rejected: 1,
      remaining: 4,
      unknown: 0,
      why: 'signed by two',
    });
    expect(takes(bench)).toEqual([]);
  });

  it('[H10] after two cartridges in a row of which no drop was seen: the beam may be blind, and both may lie there', () => {
    const unseeing = withParameters({ mechanism: { blindReadsDarkShare: 0 } });
    const bench = new WorldBench(unseeing).until(9 * MIN).input({ kind: 'fault', cause: 'blind-beam', cartridge: 1 });
    bench.until(13 * MIN);
    expect([bench.fate('P1'), service(bench)]).toEqual(['jam hung-up', 'inService.idle']);
    bench.until(22 * MIN);
    expect([bench.fate('P2'), bench.fate('P3'), service(bench)]).toEqual([
      'jam hung-up',
      'refused out-of-service',
      'outOfService',
    ]);
    expect(
      inBox(bench)
        .slice(0, 2)
        .every((packages) => packages > 0),
    ).toBe(true);
    visit(bench);
    expect([bench.fate('P3'), inBox(bench)]).toEqual(['refused out-of-service, served', [0, 0, 0]]);
  });

  it('[H10] a count by two alone does not put the machine in service: the ticket opens again, for the box', () => {
    const bench = new WorldBench().until(9 * MIN).input({ kind: 'fault', cause: 'double-feed', cartridge: 1 });
    bench
      .until(13 * MIN)
      .input({ kind: 'count', cartridge: 1, first: 'A', second: 'B' })
      .until(14 * MIN);
    expect([bench.of('cleared').length, service(bench)]).toEqual([1, 'outOfService']);
    bench.until(2 * HOUR);
    expect(noticed(bench)).toEqual(['1 double-feed', '1 box-in-doubt']);
  });

  it('[H10] a trainee’s own hands do as well as a visit, once the door is shut', () => {
    const bench = new WorldBench().until(9 * MIN).input({ kind: 'fault', cause: 'double-feed', cartridge: 1 });
    bench
      .until(13 * MIN)
      .hand('empty-box')
      .until(14 * MIN);
    expect(inBox(bench)).toEqual([2, 0, 0]);
    bench
      .hand('open-door')
      .hand('empty-box')
      .until(15 * MIN);
    expect([inBox(bench), service(bench)]).toEqual([[0, 0, 0], 'outOfService']);
    expect(service(bench.hand('close-door').until(16 * MIN))).not.toBe('outOfService');
    expect(bench.until(30 * MIN).fate('P2')).toMatch(/served$/);
  });
});
