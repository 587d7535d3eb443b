import { libraryNames } from '@dosetwin/scenarios/node/library';
import { afterEach, describe, expect, it } from 'vitest';
import type { LiveEntry } from '../../web/src/live/liveProtocol.js';
import { type LiveBench, libraryRun, liveBench, type Seen, until } from '../test/liveBench.js';

const SCENARIO = 'stuck-dose-no-key';
const AT_ONCE = { run: { pace: 0, paused: true } } as const;
const benches: LiveBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function open(scenario: string, options: Parameters<typeof liveBench>[1] = AT_ONCE): Promise<LiveBench> {
  const bench = await liveBench(scenario, options);
  benches.push(bench);
  void bench.run.live();
  return bench;
}

/** The entries of the same run made at once, and what came of it. */
function atOnce(scenario: string, inputs: LiveBench['run']['recorded']['run']['inputs'] = []) {
  const { recorded } = libraryRun(scenario, inputs);
  recorded.run.finish();
  const entries = recorded.run.entries.map(({ t_us, level, source, kind, payload }) => [t_us, level, source, kind, payload]);
  return { entries, digests: recorded.run.digests, end: recorded.record().end };
}

async function joined(bench: LiveBench, token?: string): Promise<Seen> {
  const seen = bench.view(token);
  await until(() => seen.state !== null);
  return seen;
}

describe('a live run to its end', () => {
  it('is the same for all, early or late, and its digest is that of the same run at once', async () => {
    const bench = await open(SCENARIO);
    const early = await joined(bench, bench.tokens.act);
    bench.run.control({ pause: false });
    await until(() => early.isComplete);
    const late = await joined(bench, bench.tokens.act);
    await until(() => late.isComplete);
    const { entries, digests, end } = atOnce(SCENARIO);
    expect(early.entries).toEqual(entries);
    expect(late.entries).toEqual(entries);
    expect(late.state?.digests).toEqual(digests);
    expect(late.state?.verdicts.length).toBe(end?.expectations.length);
    expect(bench.run.end).toMatchObject({ is: 'finished', end: { digest: end?.digest, entries: entries.length } });
  });

  it('with deeds of two, is the run that is fed these inputs', async () => {
    const bench = await open(SCENARIO, { run: { pace: 60 } });
    const [one, other] = [await joined(bench, bench.tokens.act), await joined(bench, bench.tokens.act)];
    const hand = { role: 'engineer', kind: 'hand', machine: 'harbour-house-1', cartridge: 0, packages: 0 };
    expect(await one.connection.ask({ type: 'act', deed: { ...hand, hand: 'open-door' } })).toEqual({ is: 'done' });
    expect(await other.connection.ask({ type: 'act', deed: { ...hand, hand: 'close-door' } })).toEqual({ is: 'done' });
    expect(await one.connection.ask({ type: 'control', pace: 0 })).toEqual({ is: 'done' });
    await until(() => one.isComplete && other.isComplete);
    const { inputs } = bench.run.recorded.run;
    expect(inputs).toHaveLength(2);
    expect(inputs[0]?.t_us).toBeGreaterThan(0);
    const { entries, digests } = atOnce(SCENARIO, inputs);
    expect(other.entries).toEqual(entries);
    expect(other.state?.digests).toEqual(digests);
  });

  it('holds to the clock: at 60 times real time, a minute a second, and it says when it did not', async () => {
    const before_ms = performance.now();
    const bench = await open(SCENARIO, { run: { pace: 60 } });
    const after_ms = performance.now();
    await until(() => performance.now() - after_ms > 1_500);
    const wallMs = bench.run.now_us / 60_000;
    expect(wallMs).toBeLessThanOrEqual(performance.now() - before_ms);
    // Half a second behind is let pass; more is a slip, and said.
    if (bench.run.slips.count === 0) expect(wallMs).toBeGreaterThan(performance.now() - after_ms - 600);
    else expect(bench.run.slips.worstMs).toBeGreaterThan(500);
  });
});

describe('a viewer on a bad line', () => {
  it('that drops again and again has every entry once, in order', async () => {
    const bench = await open(SCENARIO, { run: { pace: 60 } });
    const [unlucky, steady] = [await joined(bench, bench.tokens.act), await joined(bench, bench.tokens.act)];
    for (let drops = 1; drops <= 8; drops += 1) {
      const { length } = unlucky.entries;
      await until(() => unlucky.entries.length > length || bench.run.now_us > 3_000_000);
      unlucky.socket?.terminate();
      await until(() => unlucky.backs === drops);
    }
    expect(await steady.connection.ask({ type: 'control', pace: 0 })).toEqual({ is: 'done' });
    await until(() => steady.entries.length > 500);
    unlucky.socket?.terminate();
    await until(() => unlucky.backs === 9 && unlucky.isComplete && steady.isComplete);
    expect(unlucky.backs).toBe(9);
    expect(unlucky.joins).toBe(10);
    expect(unlucky.entries).toEqual(steady.entries);
    expect(unlucky.entries).toEqual(atOnce(SCENARIO).entries);
  });

  it('that asked and was cut off is told that nobody knows, and nothing is asked again', async () => {
    const bench = await open(SCENARIO, { run: { paused: true } });
    const acting = await joined(bench, bench.tokens.act);
    const deed = { role: 'trainer', kind: 'network', machine: 'harbour-house-1', up: false };
    const answer = acting.connection.ask({ type: 'act', deed });
    acting.socket?.terminate();
    expect(await answer).toEqual({ is: 'lost' });
    await until(() => acting.backs === 1);
    expect(bench.run.recorded.run.inputs.length).toBeLessThanOrEqual(1);
  });

  it('that reads nothing costs a bounded buffer and nobody else any time, and catches up once it reads', async () => {
    const mostBufferedBytes = 64 * 1024;
    const bench = await open(SCENARIO, { run: { paused: true }, limits: { mostBufferedBytes } });
    const [stalled, steady] = [await joined(bench, bench.tokens.act), await joined(bench, bench.tokens.act)];
    stalled.socket?.pause();
    const publish = (round: number) => {
      const entry = {
        t_us: round,
        level: 0,
        source: 'harbour-house-1/mechanism',
        kind: 'beam',
        payload: { broken: true },
      } as const;
      bench.server.publish(Array.from({ length: 512 }, () => entry));
      return new Promise((resolve) => setImmediate(resolve));
    };
    let rounds = 0;
    // First the system's own buffers fill, some megabytes.
    for (; bench.server.mostBufferedBytes <= mostBufferedBytes; rounds += 1) await publish(rounds);
    for (const last = rounds + 200; rounds < last; rounds += 1) await publish(rounds);
    expect(bench.server.mostBufferedBytes).toBeLessThan(mostBufferedBytes + 64 * 1024);
    await until(() => steady.entries.length >= rounds * 512);
    expect(stalled.entries.length).toBeLessThan(steady.entries.length);
    stalled.socket?.resume();
    await until(() => stalled.entries.length === steady.entries.length && stalled.entries.length >= rounds * 512);
    expect(stalled.entries).toEqual(steady.entries);
    expect(stalled).toMatchObject({ losses: 0, joins: 1 });
  });
});

/** An entry without the number of its cartridge. */
function unnumbered([t_us, level, source, kind, payload]: LiveEntry): unknown {
  return [t_us, level, source.replace(/cartridge-\d+$/, 'cartridge'), kind, { ...payload, cartridge: 0 }];
}

/** The cartridge that an entry is about, with its machine. */
function laneOf([, , source = '', , payload = {}]: LiveEntry | [] = []): string {
  const lane = /cartridge-(\d+)$/.exec(source)?.[1] ?? payload.cartridge ?? 0;
  return `${source.split('/')[0]} ${Number(lane)}`;
}

describe.each(libraryNames().map((name) => [name]))('a link that only watches %s', (name) => {
  it('carries nobody by name, no window, no hour ahead of a helper, and no text of the scenario', async () => {
    const bench = await open(name);
    const [watching, acting] = [await joined(bench), await joined(bench, bench.tokens.act)];
    bench.run.control({ pause: false });
    await until(() => watching.isComplete && acting.isComplete);
    const people = new Set(acting.hello?.facts.people.map(({ id }) => id));
    const kinds = new Set(watching.entries.map(([, , , kind]) => kind));
    expect(people.size).toBeGreaterThan(0);
    for (const kind of ['due', 'came', 'served', 'did-not-come']) expect(kinds).not.toContain(kind);
    const said = JSON.stringify([watching.hello, watching.entries, watching.state]);
    const named = said.match(/[\w-]+/g)?.filter((word) => people.has(word)) ?? [];
    expect(named).toEqual([]);
    expect(said).not.toContain('attendance');
    expect(watching.hello?.header).toBeNull();
    for (const { role, spans } of watching.hello?.facts.contacts ?? []) if (role !== 'desk') expect(spans).toEqual([]);
    for (const [, , , , { until_us = 0 }] of watching.entries) expect(until_us).toBe(0);
    // Everything of the machine is there, each cartridge under another number throughout; and whoever may act has all.
    const [seen, done] = [watching, acting].map(({ entries }) => entries.filter(([, level]) => level < 2));
    expect(seen?.map(unnumbered)).toEqual(done?.map(unnumbered));
    const pairs = new Set(done?.map((entry, place) => `${laneOf(entry)} is ${laneOf(seen?.[place])}`));
    expect(pairs.size).toBe(new Set(done?.map(laneOf)).size);
    expect(pairs.size).toBe(new Set(seen?.map(laneOf)).size);
    expect(acting.hello?.header).toMatchObject({ scenario: name });
    expect(acting.entries.some(([, , , kind]) => kind === 'due')).toBe(true);
  });
});
