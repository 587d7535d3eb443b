import { describe, expect, it } from 'vitest';
import { A_SCENARIO, broken } from './test/aScenario.js';
import { headsOf } from './test/headsOf.js';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : [...part])));

/** Nine lists of nine aliases of the list before: 9 to the ninth values, if they were written out. */
const LAUGHS = [...'bcdefghij'].reduce(
  (text, name, i) => `${text}${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]\n`,
  `a: &a [${Array(9).fill('ha').join(', ')}]\n`,
);

describe('a file that is no YAML of ours', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'is empty',
      '',
      '1:1  the file says nothing; a scenario begins with its title, such as `title: A quiet day`, and the library has whole ones',
    ],
    [
      'holds nothing but a comment',
      '# nothing yet\n',
      '1:1  the file says nothing; a scenario begins with its title, such as `title: A quiet day`, and the library has whole ones',
    ],
    [
      'is one word',
      'hello',
      "1:1  here stands 'hello'; expected is a block of keys, each with a colon. A scenario is a block of keys: title, start, length, seed, sites, machines, people and more; the library has whole ones.",
    ],
    [
      'is binary',
      bytes('title: x\n', [0x7f, 0x45, 0x4c, 0x46, 0]),
      '2:1  the character U+007F is in the file, so it is not a text file; a scenario is YAML, written in a text editor',
    ],
    [
      'is a picture',
      bytes([0x89], 'PNG\r\n', [0x1a], '\n'),
      '1:1  the byte 0x89 here is not UTF-8; save the file as UTF-8, or check that it is a text file',
    ],
    [
      'is in Latin-1',
      bytes('title: caf', [0xe9], '\n'),
      '1:11  the byte 0xE9 here is not UTF-8; save the file as UTF-8, or check that it is a text file',
    ],
    [
      'is cut in the middle of a character',
      bytes('title: caf', [0xc3]),
      '1:11  the byte 0xC3 here is not UTF-8; save the file as UTF-8, or check that it is a text file',
    ],
    ['is in UTF-16', bytes([0xff, 0xfe], 't\0i\0'), '1:1  the file is in UTF-16; save it as UTF-8'],
    [
      'begins with a byte order mark',
      `\ufeff${A_SCENARIO}`,
      '1:1  the file begins with a byte order mark; save it as UTF-8 without one',
    ],
    [
      'is huge',
      'x'.repeat(2_000_000),
      '1:1  the file has 1.9 MiB; a scenario has at most 1 MiB, and most have a few kilobytes: is it the right file?',
    ],
    [
      'opens a hundred thousand brackets',
      `a: ${'['.repeat(100_000)}`,
      '1:43  this is nested deeper than 40 levels; a scenario needs fewer than ten: is a bracket never closed?',
    ],
    [
      'nests a thousand lists by dashes',
      '- '.repeat(1_000),
      '1:80  this is nested deeper than 40 levels; a scenario needs fewer than ten: is a bracket never closed?',
    ],
    [
      'laughs a billion times',
      LAUGHS,
      '5:12  e[1]: the file holds more than 20000 values once its aliases are written out; a scenario needs a few hundred',
    ],
    [
      'is part of itself',
      'a: &a [*a]',
      "1:8  a[0]: '*a' refers to a value that it is part of, so it would never end; write the value out",
    ],
    [
      'names an alias of nothing',
      broken('seed: 7', 'seed: *seed'),
      "5:7  seed: '*seed' refers to a value marked '&seed', and nothing is; put a word that begins with * in quotes",
    ],
    [
      'writes a key twice',
      broken('seed: 7', 'seed: 7\nseed: 8'),
      "6:1  seed: 'seed' is written twice in the same place; remove one of the two",
    ],
    [
      'writes a key twice far in',
      broken('province: BC', 'province: BC\n    zone: UTC'),
      "10:5  sites.lobby.zone: 'zone' is written twice in the same place; remove one of the two",
    ],
    [
      'holds two documents',
      `${A_SCENARIO}---\ntitle: another\n`,
      "51:1  '---' begins a second document; a file holds one scenario: put the other in a file of its own, or make it a variant",
    ],
    [
      'indents with a tab',
      broken('    zone', '\tzone'),
      '8:1  a tab indents this line; YAML indents with spaces: replace each tab by two spaces',
    ],
    [
      'never closes a quote',
      broken('title: A test', 'title: "A test'),
      '1:8  a quote that was opened is never closed; close it on the same line',
    ],
    ['never closes a bracket', broken('chain: [nurse]', 'chain: [nurse'), '12:12  this bracket is not closed: [ ends with ]'],
    [
      'opens a bracket on a line and nothing more',
      broken('title: A test', 'title: ['),
      '1:8  this bracket is not closed: [ ends with ]',
    ],
    [
      'has a second colon in its text',
      broken('A test', 'Lobby: a test'),
      "1:8  a second ': ' stands on this line, or the next line is indented too far; put the text in quotes if the colon belongs to it",
    ],
    [
      'begins plain text with a sign',
      broken('95 %', '%95'),
      "44:68  plain text cannot begin with '%' in YAML; put the text in quotes",
    ],
    [
      'forgets a colon',
      broken('people:\n', 'people\n'),
      '16:1  this line is neither a key nor part of the text above; is a colon missing, or is it indented too little?',
    ],
    [
      'asks for YAML 1.1',
      `%YAML 1.1\n---\n${A_SCENARIO}`,
      "1:1  '%YAML' asks for another version of YAML, in which 12:30 is a number and `no` is not a word; scenarios are YAML 1.2: remove this line",
    ],
    [
      'carries a tag',
      broken('seed: 7', 'seed: !seed 7'),
      "5:7  a value marked with '!' (a tag) is of no use here; remove the tag, or put text that begins with ! in quotes",
    ],
    [
      'merges by <<',
      broken('seed: 7', 'seed: 7\n<<: { a: 1 }'),
      "6:1  <<: '<<' is a merge key of YAML 1.1; write the keys out, or make a variant",
    ],
    [
      'uses a list as a key',
      broken('seed: 7', '? [a]\n: 7\nseed: 7'),
      '5:3  a key is a list or a map here; keys are plain words: is this { or [ meant to be a value?',
    ],
    [
      "touches JavaScript's own names",
      broken('seed: 7', '__proto__: { seed: 8 }\nseed: 7'),
      "5:1  __proto__: '__proto__' cannot be a name here; choose another",
    ],
  ])('because it %s says so', (_, content, head) => {
    expect(headsOf(content)[0]).toBe(head);
  });

  it('tells of a lone fault and goes on to the next', () => {
    expect(headsOf(broken('95 %', '%95').replace('A test', '@test')).map((head) => head.split(' ')[0])).toEqual(['1:8', '44:68']);
  });

  it('reads YAML 1.2: times are text, and yes and no are words', () => {
    expect(headsOf(broken('comes: 14:07', 'comes: 14:07:12').replace('key: yes', 'key: no'))).toEqual([]);
  });

  it('reads Windows line ends, quotes and aliases like anything else', () => {
    expect(headsOf(A_SCENARIO.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(headsOf(broken('at: 14:05', 'at: "14:05"'))).toEqual([]);
    expect(
      headsOf(broken('windows: 13:00-17:00', 'windows: &w 13:00-17:00').replace('windows: [12:00-18:00]', 'windows: *w')),
    ).toEqual([]);
  });
});
