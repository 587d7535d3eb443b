import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listLibrary } from '@dosetwin/scenarios/node/library';
import { describe, expect, it } from 'vitest';
import { dosetwin, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();
const GOOD = readFileSync(listLibrary().entries.find(({ name }) => name === 'stuck-dose-no-key')?.file ?? '', 'utf8');

/** The library's scenario with one thing changed; a change that finds nothing to change fails the test. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`the library's scenario no longer says '${from}'`);
  return GOOD.replace(from, to);
}

const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]}, `.repeat(9)}]`),
].join('\n');

/** Each broken in its own way: what is in the file, and what must be said of it, with the place. */
const BROKEN: readonly (readonly [name: string, content: () => string | Uint8Array, says: RegExp])[] = [
  ['empty', () => '', /:1:1 .*says nothing/],
  ['only comments', () => '# nothing yet\n', /says nothing/],
  ['a list', () => '- stuck\n- dose\n', /:1:1 /],
  ['json of something else', () => '{"name": "x", "version": 1}', /'name' is no key.*|'title' is missing/],
  ['binary', () => Uint8Array.from({ length: 4_096 }, (_, i) => (i * 167 + 13) % 256), /UTF-8|text file/],
  ['utf-16', () => Buffer.from(`\ufeff${GOOD}`, 'utf16le'), /UTF-16; save it as UTF-8/],
  ['a zero byte', () => GOOD.replace('Stuck', 'Stu\0ck'), /U\+0000|not a text file/],
  ['huge', () => `about: ${'x'.repeat(3_000_000)}\n`, /at most 1 MiB/],
  ['deep', () => `people: ${deep}\n`, /deeper than/],
  ['a bomb of aliases', () => `${bomb}\n`, /aliases|values/],
  ['a tab for a space', () => changed('  harbour-house:\n    zone', '\tharbour-house:\n\t\tzone'), /:\d+:\d+ .*tab/i],
  ['a bracket never closed', () => changed('travel: [5 min, 11 min, 20 min]', 'travel: [5 min, 11 min, 20 min'), /:\d+:\d+ /],
  ['a key twice', () => changed('seed: 41207', 'seed: 41207\nseed: 41208'), /'seed' is written twice/],
  ['an unknown key', () => changed('audience:', 'audiense:'), /'audiense'.*did you mean audience\?/],
  [
    'an unknown zone',
    () => changed('America/Vancouver', 'America/Vancuver'),
    /'America\/Vancuver' is no time zone; did you mean America\/Vancouver\?/,
  ],
  ['a wrong unit', () => changed('length: 6 h', 'length: 6 kg'), /'6 kg'/],
  ['no unit', () => changed('length: 6 h', 'length: 6'), /:\d+:\d+ +length: /],
  ['an impossible time', () => changed('at: 14:05', 'at: 25:05'), /'25:05'/],
  ['a time after the end', () => changed('at: 14:05', 'at: 19:30'), /is after the end/],
  [
    'a name that refers to nothing',
    () => changed('chain: [pharmacy, nurse, desk]', 'chain: [pharmacy, nurze, desk]'),
    /'nurze' is no contact; did you mean nurse\?/,
  ],
  ['a cartridge that is not there', () => changed('    cartridge: 19\n    windows', '    cartridge: 49\n    windows'), /49/],
  [
    'a word of expectations',
    () => changed('never: order-begins-twice', 'never: order-begins-twise'),
    /did you mean order-begins-twice\?/,
  ],
  [
    'a broken variant',
    () => changed('chain: [caretaker, pharmacy', 'chain: [caretacker, pharmacy'),
    /'caretacker' is no contact; did you mean caretaker\?/,
  ],
  ['two documents', () => `${GOOD}---\ntitle: another\n`, /second document/],
];

describe('a broken scenario file', () => {
  it.concurrent.each(BROKEN)('%s: exit 2, and words that a stranger can act on', async (name, content, says) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.yaml`);
    writeFileSync(path, content());
    const { exit, stdout, stderr } = await dosetwin(['validate', path]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toContain(`${path}:`);
    expect(stderr.length).toBeLessThan(20_000);
    expect(stderr).not.toMatch(/^ {4}at |undefined|\[object/m);
  });

  it('is refused by run too, and nothing is written', async () => {
    const path = join(folder, 'refused.yaml');
    writeFileSync(path, changed('America/Vancouver', 'America/Vancuver'));
    const { exit, stdout, stderr } = await dosetwin(['run', path, '--out', join(folder, 'runs'), '--json']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/refused\.yaml:\d+:\d+ .*did you mean America\/Vancouver\?\n {2}\d+ \| .*\n +\^+/);
    const { error } = JSON.parse(stdout);
    expect(error.problems[0]).toMatchObject({ nearest: 'America/Vancouver', line: expect.any(Number) });
    expect(() => readFileSync(join(folder, 'runs/refused-41207.jsonl'))).toThrow('ENOENT');
  });

  it('that is a folder, or stands among good ones, is told by its name', async () => {
    const good = join(folder, 'good.yaml');
    writeFileSync(good, GOOD);
    mkdirSync(join(folder, 'folder.yaml'));
    const { exit, stdout, stderr } = await dosetwin(['validate', good, join(folder, 'folder.yaml')]);
    expect(exit).toBe(2);
    expect(stdout).toContain(`${good}: good`);
    expect(stderr).toMatch(/folder\.yaml' is no file/);
  });
});
