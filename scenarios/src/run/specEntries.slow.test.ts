import { readFileSync } from 'node:fs';
import type { Input, TraceEntry, WorldSpec } from '@dosetwin/twin';
import { beforeAll, describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';
import { listLibrary } from '../node/library.js';
import { Run } from './Run.js';

/** A row of the table of entries in `twin/SPEC.md`. */
interface Row {
  readonly level: string;
  readonly sources: readonly string[];
  readonly kind: string;
  readonly keys: readonly string[];
  readonly optional: readonly string[];
  /** `command` or `signal`: the arguments of that name come along. */
  readonly argumentsOf: 'command' | 'signal' | null;
}

const SPEC = readFileSync(new URL('../../../twin/SPEC.md', import.meta.url), 'utf8');
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);

function rowsOfSpec(): Row[] {
  const table = SPEC.slice(SPEC.indexOf('\n## Entries'), SPEC.indexOf('\n## Record'));
  const lines = table.split('\n').filter((line) => /^\| (any|\d) \|/.test(line));
  return lines.flatMap((line) => {
    const [level, source, kinds, payload] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()) as [string, string, string, string];
    const keys = quoted(payload.replace(/\([^)]*\)/g, ''));
    const of = /the arguments of that (command|signal)/.exec(payload)?.[1] as Row['argumentsOf'] | undefined;
    return quoted(kinds).map((kind) => ({
      level,
      sources: source.split(', '),
      kind,
      keys: keys.filter((key) => !key.endsWith('?')),
      optional: keys.filter((key) => key.endsWith('?')).map((key) => key.slice(0, -1)),
      argumentsOf: of ?? null,
    }));
  });
}

/** `vend {order, cartridge}` in the paragraph that begins with `Commands:`, as name and keys. */
function argumentsIn(paragraph: 'Commands' | 'Signals'): ReadonlyMap<string, readonly string[]> {
  const text = new RegExp(`\\n${paragraph}: ([^]*?)\\n(\\n|Modes:)`).exec(SPEC)?.[1] ?? '';
  const found = quoted(text.replace(/\([^)]*\)/g, '').replace(/\s+/g, ' '))
    .map((words) => /^([a-z-]+)(?: \{(.*)\})?$/.exec(words))
    .filter((match) => match !== null);
  return new Map(found.map(([, name, keys]) => [name as string, keys?.split(', ') ?? []]));
}

/** What an entry's source is, in the table's words. */
function sourceOf({ kind, source }: TraceEntry, spec: WorldSpec): string {
  if (kind === 'state') return 'a chart';
  const contact = spec.contacts.find(({ id }) => id === source);
  if (contact) return contact.role === 'desk' ? 'desk' : 'contact';
  if (spec.people.some(({ id }) => id === source)) return 'person';
  if (spec.prescribers?.some(({ id }) => id === source)) return 'prescriber';
  if (spec.sites.some(({ id }) => id === source)) return 'site';
  return source.split('/').at(-1) as string;
}

const M = 'harbour-house-1';
const MIN_US = 60_000_000;
const HANDS = ['open-door', 'load', 'unload', 'free', 'clean-beam', 'free-flap', 'empty-box', 'close-door', 'take'] as const;

/** A morning in which every kind of input comes, one a minute, and then what only they bring about. */
function everyInput(): { readonly spec: WorldSpec; readonly inputs: Input[] } {
  const { spec } = libraryScenario('routine-day');
  const by = { role: 'engineer', machine: M } as const;
  const at = (minute: number) => ({ t_us: minute * MIN_US });
  const hands = HANDS.map(
    (hand, i): Input => ({ ...at(1 + i), ...by, kind: 'hand', hand, cartridge: hand === 'load' ? 4 : 1, packages: 2 }),
  );
  const inputs: Input[] = [
    ...hands,
    { ...at(10), ...by, kind: 'count', cartridge: 2, first: 'A', second: 'A' },
    { ...at(11), ...by, kind: 'count', cartridge: 2, first: 'A', second: 'B' },
    { ...at(12), ...by, kind: 'network', up: false },
    { ...at(15), ...by, kind: 'network', up: true },
    { ...at(16), role: 'trainer', kind: 'cold-hands', person: spec.people[0]?.id ?? '', cold: true },
    { ...at(17), ...by, kind: 'sign-override', by: 'staff' },
    { ...at(18), ...by, kind: 'key-on-site', by: 'technician' },
    { ...at(30), ...by, kind: 'fault', cause: 'blind-beam', cartridge: 1 },
  ];
  return { spec, inputs };
}

/** Flaps that the session gives up on before anybody reaches in. */
function nobodyTakes(): WorldSpec {
  const { spec } = libraryScenario('routine-day');
  return { ...spec, parameters: { ...spec.parameters, session: { collectMs: 5_000 } } };
}

/** A jam that waits longer for its count than the machine likes. */
function nobodyCounts(): WorldSpec {
  const { spec } = libraryScenario('stuck-dose-no-key');
  return { ...spec, parameters: { ...spec.parameters, inventory: { countOverdueMs: 60_000 } } };
}

describe('the table of entries in SPEC.md', () => {
  const rows = rowsOfSpec();
  const commands = argumentsIn('Commands');
  const signals = argumentsIn('Signals');
  /** `level source kind key,key`, with the name where there is one, to the run that showed it first. */
  const shapes = new Map<string, { readonly entry: TraceEntry; readonly source: string; readonly run: string }>();
  const texts = new Set<string>();
  const strange: string[] = [];

  function note(name: string, run: Run): void {
    run.finish();
    for (const entry of run.entries) {
      const source = sourceOf(entry, run.spec);
      const named = entry.kind === 'command' || entry.kind === 'signal' ? entry.payload.name : '';
      const shape = [entry.level, source, entry.kind, named, Object.keys(entry.payload).sort()].join(' ');
      if (!shapes.has(shape)) shapes.set(shape, { entry, source, run: name });
      for (const [key, value] of Object.entries(entry.payload)) {
        if (typeof value === 'string') texts.add(value);
        else if (typeof value !== 'boolean' && !Number.isSafeInteger(value)) strange.push(`${shape}: ${key} is ${value}`);
      }
    }
  }

  beforeAll(() => {
    for (const { name, variants } of listLibrary().entries) {
      for (const scenario of [name, ...variants.map((variant) => `${name}:${variant.name}`)]) {
        note(scenario, new Run(libraryScenario(scenario)));
      }
    }
    const { spec, inputs } = everyInput();
    note('every input', new Run({ seed: 1, spec }, { inputs }));
    const turnedBack: Input = { t_us: MIN_US, role: 'site-staff', machine: M, kind: 'key-on-site', by: 'caretaker' };
    note('turned back', new Run(libraryScenario('who-may-open'), { inputs: [turnedBack] }));
    const keyFound: Input = { t_us: 120 * MIN_US, role: 'site-staff', machine: 'mill-1', kind: 'key-on-site', by: 'caretaker' };
    note('turned round', new Run(libraryScenario('ten-machines'), { inputs: [keyFound] }));
    note('nobody takes', new Run({ seed: 1, spec: nobodyTakes() }));
    note('nobody counts', new Run({ seed: 1, spec: nobodyCounts() }));
  }, 300_000);

  const keysOf = (row: Row, { payload }: TraceEntry) => {
    const list = row.argumentsOf === 'command' ? commands : signals;
    return row.argumentsOf === null ? row.keys : [...row.keys, ...(list.get(String(payload.name)) ?? ['no such name'])];
  };
  const fits = (row: Row, entry: TraceEntry, source: string) => {
    const [keys, there] = [keysOf(row, entry), Object.keys(entry.payload)];
    return (
      (row.level === 'any' || row.level === String(entry.level)) &&
      row.sources.includes(source) &&
      row.kind === entry.kind &&
      keys.every((key) => there.includes(key)) &&
      there.every((key) => keys.includes(key) || row.optional.includes(key))
    );
  };

  it('was read whole', () => {
    expect(rows.length).toBeGreaterThan(60);
    expect([...commands.keys()]).toEqual(['vend', 'recover', 'unlock', 'clear']);
    expect(signals.get('jammed')).toEqual(['order', 'cartridge', 'mode']);
    expect(signals.size).toBe(19);
  });

  it('[T1, T2] holds every entry that occurs, by level, source, kind and payload', () => {
    const strangers = [...shapes].filter(([, { entry, source }]) => !rows.some((row) => fits(row, entry, source)));
    expect(strangers.map(([shape, { run }]) => `${run}: ${shape}`)).toEqual([]);
  });

  it('holds no row of which no run shows an entry', () => {
    const idle = rows.flatMap((row) =>
      row.sources
        .filter((source) => ![...shapes.values()].some((one) => one.source === source && fits(row, one.entry, source)))
        .map((source) => `${row.level} ${source} ${row.kind}`),
    );
    expect(idle).toEqual([]);
  });

  it('[T6] holds no score, template or image, and nothing that is no whole number, no text and no yes or no', () => {
    expect(strange).toEqual([]);
    const keys = new Set([...shapes.values()].flatMap(({ entry }) => Object.keys(entry.payload)));
    // Metres between two machines are no distance between two palms.
    keys.delete('distance_m');
    expect([...keys].filter((key) => /score|similarit|distance|template|image|threshold|rate|share/i.test(key))).toEqual([]);
    const palm = [...shapes.values()].filter(({ source, entry }) => source === 'palm' && entry.kind !== 'state');
    for (const { entry } of palm) expect(Object.values(entry.payload).filter((value) => typeof value !== 'string')).toEqual([]);
    // A number written out as a text would be a number all the same.
    expect([...texts].filter((text) => /\d\.\d/.test(text))).toEqual([]);
  });

  it("[T6] holds no name of XState's", () => {
    expect([...texts].filter((text) => text.includes('xstate'))).toEqual([]);
  });
});
