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
  ])('with %s as %s is refused by file, line and column', (from, to, message) => {
    expect(complaints(from, to)).toMatch(message);
  });
});
