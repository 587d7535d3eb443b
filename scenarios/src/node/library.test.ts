import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatProblems } from '../format/formatProblems.js';
import { SCHEMA_FILE, schemaText } from './generate-schema.js';
import { findScenario, LIBRARY, libraryNames, listLibrary } from './library.js';

/** Compiled once: that takes longer than reading the library does. */
const editors = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);
const schemaOfEditors = () => editors;

describe('the library', () => {
  it('lists every file that it holds', () => {
    const { entries, broken } = listLibrary();
    expect(broken.map(formatProblems)).toEqual([]);
    expect(entries.map(({ name }) => name)).toEqual(libraryNames());
    expect(entries.find(({ name }) => name === 'stuck-dose-no-key')).toMatchObject({
      title: 'Stuck dose, no key',
      study: ['S1', 'S5'],
      audience: ['engineer', 'planner', 'trainer'],
      isCheck: false,
      variants: [{ name: 'key-on-site' }, { name: 'desk-open-frees' }, { name: 'desk-open-cannot-free' }],
    });
    expect(entries.filter(({ isCheck }) => isCheck).map(({ name, audience }) => [name, audience])).toEqual([['every-draw', []]]);
  });

  it.each(libraryNames())('%s makes a world, and so does each of its variants', (name) => {
    const found = findScenario(name);
    if ('problems' in found) throw new Error(formatProblems(found));
    for (const variant of [null, ...found.scenario.variants.map((one) => one.name)]) {
      const resolved = found.scenario.resolve(variant);
      expect(resolved?.spec.people.length).toBeGreaterThan(0);
      expect(resolved?.expectations.length).toBeGreaterThan(0);
    }
  });

  it.each(libraryNames())('%s is accepted by the schema of editors', (name) => {
    const accepts = schemaOfEditors();
    accepts(parse(readFileSync(join(LIBRARY, `${name}.yaml`), 'utf8')));
    expect(accepts.errors).toBeNull();
  });

  it.each([
    ['a key misspelt', { lenght: '6 h' }],
    ['a unit of another kind', { length: '6 km' }],
    ['a zone of another sort', { sites: { lobby: { zone: 3 } } }],
    ['a change to a key misspelt', { variants: { a: { title: 'A', change: { sites: { lobby: { chian: [] } } } } } }],
  ])('the schema of editors refuses %s', (_, change) => {
    const good = parse(readFileSync(join(LIBRARY, 'routine-day.yaml'), 'utf8')) as object;
    expect(schemaOfEditors()({ ...good, ...change })).toBe(false);
  });

  it('has its schema fresh: npm run generate', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8') === schemaText()).toBe(true);
  });
});

describe('a scenario is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-'));
  const own = join(folder, 'own.yaml');
  writeFileSync(own, readFileSync(join(LIBRARY, 'stuck-dose-no-key.yaml')));

  it.each([
    ['stuck-dose-no-key', 'stuck-dose-no-key', null],
    ['stuck-dose-no-key:key-on-site', 'stuck-dose-no-key', 'key-on-site'],
    [own, 'own', null],
    [`${own}:desk-open-frees`, 'own', 'desk-open-frees'],
  ])('by %s', (written, name, variant) => {
    expect(findScenario(written)).toMatchObject({ name, variant });
  });

  it.each([
    [
      'stuck-dose-no-keys',
      /^stuck-dose-no-keys:1:1 {2}'stuck-dose-no-keys' is no scenario of the library; did you mean stuck-dose-no-key\?$/,
    ],
    ['weather', /is no scenario of the library; there are .*every-draw, .*; a file of your own is named with its path/],
    ['stuck-dose-no-key:key-on-sight', /'key-on-sight' is no variant of stuck-dose-no-key; did you mean key-on-site\?$/],
    ['routine-day:night', /'night' is no variant of routine-day; this file has no variant of routine-day$/],
    ['./missing.yaml', /'\.\/missing\.yaml' does not exist; check the path, or name a scenario of the library$/],
    [`${folder}/`, /is no file; name a scenario file$/],
    ['', /'' is no scenario of the library/],
    ['a\0b.yaml', /cannot be read/],
  ])('not by %j', (written, message) => {
    const found = findScenario(written);
    expect('problems' in found && formatProblems(found)).toMatch(message);
  });

  it('reads no more of a huge file than shows that it is too large', () => {
    const huge = join(folder, 'huge.yaml');
    writeFileSync(huge, 'x'.repeat(3_000_000));
    const found = findScenario(huge);
    expect('problems' in found && found.problems[0]?.message).toMatch(/a scenario has at most 1 MiB/);
  });
});
