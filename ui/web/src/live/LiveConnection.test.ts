import { afterEach, describe, expect, it } from 'vitest';
import type { BenchFacts } from '../worker/BenchFacts.js';
import { LiveConnection, type OpenWire } from './LiveConnection.js';
import { liveLink } from './liveLink.js';
import type { FromLive, LiveEntry, LiveState } from './liveProtocol.js';

const emptyFacts: BenchFacts = {
  name: 'empty',
  variant: null,
  title: '',
  about: '',
  variants: [],
  seed: 1,
  epoch_us: 0,
  length_us: 1,
  sites: [],
  machines: [],
  people: [],
  roads: [],
  contacts: [],
  weeks: [],
  offsets: {},
  expectations: [],
  charts: {},
  parameters: [],
};

const connections: LiveConnection[] = [];

afterEach(() => {
  for (const one of connections.splice(0)) one.leave();
});

const entry = (t_us: number): LiveEntry => [t_us, 2, 'harbour-house-1/session', 'presented', { person: 'P19' }];
const state: LiveState = {
  count: 0,
  now_us: 0,
  paused: false,
  pace: 1,
  finished: false,
  failed: null,
  slips: { count: 0, worstMs: 0 },
  armed: null,
  boards: [],
  prompts: [],
  viewers: 1,
  digests: { upper: '', lower: '' },
  verdicts: [],
};

function hello(from: number, run = 'one'): FromLive {
  return { type: 'hello', protocol: 1, run, rights: ['watch'], stream: 'watched', from, header: null, facts: emptyFacts, state };
}

/** A connection whose wires are in the test's hands. */
function connect(silentMs = 10_000, joinMs = 10_000) {
  const wires: Parameters<OpenWire>[0][] = [];
  const sent: string[] = [];
  const seen: string[] = [];
  const openWire: OpenWire = (on) => {
    wires.push(on);
    return { send: (text) => void sent.push(text), close: () => {} };
  };
  const listener = {
    joined: (_: unknown, isBack: boolean) => void seen.push(isBack ? 'back' : 'joined'),
    entries: (entries: readonly LiveEntry[]) => void seen.push(entries.map(([t_us]) => t_us).join(' ')),
    state: () => {},
    lost: () => void seen.push('lost'),
    ended: (name: string) => void seen.push(`ended ${name}`),
  };
  connections.push(new LiveConnection(openWire, undefined, listener, { againMs: [0], silentMs, joinMs }));
  const say = (message: FromLive) => wires.at(-1)?.message(JSON.stringify(message));
  const joins = () => sent.map((text) => JSON.parse(text) as { readonly back?: { readonly since: number } });
  const wire = async (count: number) => {
    while (wires.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
    wires.at(-1)?.opened();
  };
  return { wires, seen, say, joins, wire };
}

describe('LiveConnection', () => {
  it('hands on each entry once, however they come', async () => {
    const { seen, say, wire } = connect();
    await wire(1);
    say(hello(0));
    say({ type: 'entries', from: 0, entries: [entry(1), entry(2)] });
    say({ type: 'entries', from: 1, entries: [entry(2), entry(3)] });
    say({ type: 'entries', from: 0, entries: [entry(1)] });
    say({ type: 'entries', from: 3, entries: [entry(4)] });
    expect(seen).toEqual(['joined', '1 2', '3', '4']);
  });

  it('takes an entry with a sentence of any length, as a wire speaks', async () => {
    const { seen, say, wire } = connect();
    await wire(1);
    say(hello(0));
    const says = '127.0.0.1:40341: the connection has ended; it is opened again as soon as that works, which may be a while';
    say({ type: 'entries', from: 0, entries: [[1, 1, 'harbour-house-1/board', 'wire', { is: 'gone', says }]] });
    expect(seen).toEqual(['joined', '1']);
  });

  it('where some are missing, comes back from the last that came', async () => {
    const { seen, say, wire, joins } = connect();
    await wire(1);
    say(hello(0));
    say({ type: 'entries', from: 0, entries: [entry(1)] });
    say({ type: 'entries', from: 2, entries: [entry(3)] });
    await wire(2);
    expect(joins().at(-1)?.back).toEqual({ run: 'one', stream: 'watched', since: 1 });
    say(hello(1));
    say({ type: 'entries', from: 1, entries: [entry(2), entry(3)] });
    expect(seen).toEqual(['joined', '1', 'lost', 'back', '2 3']);
  });

  it('begins anew where the run is another one by now', async () => {
    const { wires, seen, say, wire } = connect();
    await wire(1);
    say(hello(0));
    say({ type: 'entries', from: 0, entries: [entry(1)] });
    wires[0]?.closed(1006);
    await wire(2);
    say(hello(0, 'other'));
    say({ type: 'entries', from: 0, entries: [entry(9)] });
    expect(seen).toEqual(['joined', '1', 'lost', 'joined', '9']);
  });

  it('a wire that was given up is heard no longer', async () => {
    const { wires, seen, say, wire } = connect();
    await wire(1);
    say(hello(0));
    wires[0]?.closed(1006);
    await wire(2);
    wires[0]?.message(JSON.stringify(hello(0)));
    wires[0]?.closed(4401);
    expect(seen).toEqual(['joined', 'lost']);
  });

  it('opens another wire when one never opens', async () => {
    const { seen, wires, wire } = connect(10_000, 20);
    await wire(2);
    expect(wires.length).toBeGreaterThanOrEqual(2);
    expect(seen).toEqual([]);
  });

  it('opens another wire when nothing is heard', async () => {
    const { seen, say, wire } = connect(20);
    await wire(1);
    say(hello(0));
    await wire(2);
    expect(seen).toEqual(['joined', 'lost']);
  });

  it.each([
    ['a message of another protocol', (on: Parameters<OpenWire>[0]) => on.message('{"type":"song"}'), 'ended other-protocol'],
    ['a link that opens nothing', (on: Parameters<OpenWire>[0]) => on.closed(4401), 'ended no-such-link'],
    ['a server that ends', (on: Parameters<OpenWire>[0]) => on.closed(1001), 'ended closing'],
  ])('after %s it does not come back', async (_, happen, says) => {
    const { wires, seen, wire } = connect();
    await wire(1);
    for (const on of wires) happen(on);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([says]);
    expect(wires).toHaveLength(1);
  });
});

describe('liveLink', () => {
  it.each([
    ['#live', false, { token: undefined }],
    ['#live=a-b_1', false, { token: 'a-b_1' }],
    ['', true, { token: undefined }],
    ['', false, null],
    ['#lively', false, null],
    ['#live=<b>', false, null],
  ])('%j, served live %s, is %j', (hash, served, link) => {
    expect(liveLink(hash, served)).toEqual(link);
  });
});
