import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProfileProblems, loadProfile } from './loadProfile.js';
import { armRefusal, profilePromises } from './profilePromises.js';

const GOOD = `name: small
title: A small board
transport: { kind: text, baud: 9600, line-end: lf, charset: ascii }
capabilities:
  order-ids: no
  events: unnumbered
  motion: board
  stall-cut-off-ms: no
  cartridges: 12
poll: { send: 'S', every-ms: 500, answer: 'S {volts}' }
commands:
  vend:
    send: 'V{cartridge}'
    ends-within-ms: 9000
    answers:
      - { line: 'DROP', says: dropped }
lines:
  - { line: 'S {volts}', if: { value: volts, below: 10.5 }, says: supply-low }
`;

function complaints(from: string, to: string): string {
  const loaded = loadProfile(GOOD.replace(from, to), 'small.yaml');
  return 'problems' in loaded ? formatProfileProblems(loaded.problems) : 'none';
}

describe('a profile', () => {
  it('is read, and says aloud what its board lacks', () => {
    const loaded = loadProfile(GOOD, 'small.yaml');
    if ('problems' in loaded) throw new Error(formatProfileProblems(loaded.problems));
    expect(profilePromises(loaded.profile)).toContain('no order id: silence during a vend is unknown; the host never resends');
    expect(profilePromises(loaded.profile)).toContain('cartridges 1 to 12 alone');
    expect(armRefusal(loaded.profile)).toMatch(/--arm is refused: the profile 'small' says/);
  });

  it.each([
    [
      'says: dropped',
      'says: droped',
      /^small\.yaml:16:\d+ {2}commands\.vend\.answers\.0\.says: here stands 'droped'.*did you mean dropped\?$/,
    ],
    ['line-end: lf', 'line-ends: lf', /small\.yaml:3:\d+ {2}transport\.line-ends: is no key here; did you mean line-end\?/],
    ['cartridges: 12', 'cartridges: 60', /small\.yaml:9:15 {2}capabilities\.cartridges: here stands '60'/],
    ['title: A small board\n', '', /'title' is missing here/],
    ['V{cartridge}', 'V{cartrige}', /\{cartrige\} is nothing that vend has.*did you mean cartridge\?/],
    ['value: volts', 'value: volt', /the line has no \{volt\}; did you mean volts\?/],
    ['kind: text', 'kind: smoke', /transport\.kind: here stands 'smoke'/],
    ['poll: {', 'poll: [', /this is not YAML/],
    [
      'events: unnumbered',
      'event: unnumbered',
      /small\.yaml:6:\d+ {2}capabilities\.event: is no key here; did you mean events\?/,
    ],
    ['motion: board', 'motion: bord', /here stands 'bord'.*did you mean board\?/],
  ])('with %s as %s is refused by file, line and column', (from, to, message) => {
    expect(complaints(from, to)).toMatch(message);
  });
});

/** What is wrong with a profile of the library in which one thing was changed. */
function complaintsOf(name: string, from: string, to: string): string {
  const text = readFileSync(new URL(`../../profiles/${name}.yaml`, import.meta.url), 'utf8');
  if (!text.includes(from)) throw new Error(`${name}.yaml has no '${from}'`);
  const loaded = loadProfile(text.replace(from, to), `${name}.yaml`);
  return 'problems' in loaded ? formatProfileProblems(loaded.problems) : 'none';
}

describe('a profile of registers', () => {
  it.each([
    ["'{order:high}'", "'{order:hi}'", /values\.2: '\{order:hi\}' stands for no number; .*did you mean \{order:high\}\?/],
    ['count: 9', 'count: 3', /watch\.0\.register: register 26 is not read: the poll reads 23 to 25/],
    ['mode-from: mode', 'mode-from: mod', /mode-from: there are no modes 'mod'; did you mean mode\?/],
  ])('with %s as %s is refused by place', (from, to, message) => {
    expect(complaintsOf('reference', from, to)).toMatch(message);
  });
});

describe('a profile of bare lines', () => {
  it('is read, and says aloud what its board lacks', () => {
    expect(complaintsOf('barelines', 'motion: lines', 'motion: lines')).toBe('none');
    const text = readFileSync(new URL('../../profiles/barelines.yaml', import.meta.url), 'utf8');
    const lesser = text.replace('silence-cut-off-ms: 500', 'silence-cut-off-ms: no').replace('[beam-dark]', '[]');
    const loaded = loadProfile(lesser, 'barelines.yaml');
    if ('problems' in loaded) throw new Error(formatProfileProblems(loaded.problems));
    const promises = profilePromises(loaded.profile);
    expect(promises).toContain('no silence cut-off: a host that stops, or a wire that breaks, leaves a motor as it stands');
    expect(promises).toContain('no memory of the beam: a package that darkens it for less than 10 ms may not be seen');
    expect(armRefusal(loaded.profile)).toBeNull();
  });

  it.each([
    ['{bolt} {div', '{bold} {div', /write\.send: \{bold\} is nothing that is driven; .*did you mean bolt\?/],
    [
      'door-open: { of: bits',
      'door-open: { of: bit',
      /levels\.door-open\.of: the answer to a reading has no \{bit\}; did you mean bits\?/,
    ],
    ['beam-dark: {', 'beam-drak: {', /levels\.beam-drak: is no key here; did you mean beam-dark\?/],
    ['bit: 5', 'bits: 5', /levels\.current-high\.bits: is no key here; did you mean bit\?/],
    ['cut-off-ms: 400', 'cut-off-ms: maybe', /stall-cut-off-ms: here stands 'maybe': expected number, .*, or expected "no"/],
    ['order-ids: no', 'order-ids: yes', /bare lines know no order ids/],
    ['columns: 6', 'columns: 2', /48 cartridges in 2 columns take more than 16 rows/],
  ])('with %s as %s is refused by place', (from, to, message) => {
    expect(complaintsOf('barelines', from, to)).toMatch(message);
  });
});
