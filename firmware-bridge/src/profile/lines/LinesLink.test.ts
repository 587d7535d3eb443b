import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LinkFact } from '../../wire/LinkFact.js';
import { loadProfile } from '../loadProfile.js';
import { LinesLink } from './LinesLink.js';
import type { LinesProfile } from './linesSchema.js';

const MS = 1_000;
const loaded = loadProfile(readFileSync(new URL('../../../profiles/barelines.yaml', import.meta.url), 'utf8'), 'barelines.yaml');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const profile = loaded.profile as LinesProfile;
const VEND = { name: 'vend', order: 41, cartridge: 8 } as const;
const [DOOR, BEAM, CAM_OPEN, HIGH] = [1, 8, 16, 32];

/** A link whose board is the test itself: it hears what is written, and answers by its levels unless it is deaf. */
function connected({ isDeaf } = { isDeaf: false }) {
  const facts: LinkFact[] = [];
  const link = new LinesLink(profile, 'rtu', { onFact: (fact) => facts.push(fact) });
  const board = { levels: 0, isDeaf, writes: [] as string[], now_us: 0 };
  const say = (line: string) =>
    link.receive(
      Uint8Array.from(`${line}\n`, (sign) => sign.charCodeAt(0)),
      board.now_us,
    );
  const hear = (bytes: Uint8Array) => {
    const line = String.fromCharCode(...bytes).trim();
    if (line !== 'R') board.writes.push(line);
    if (board.isDeaf) return;
    say(line === 'R' ? `L ${board.levels.toString(16)}` : 'OK');
    board.levels &= ~BEAM;
  };
  /** Lets this time go by in steps of a millisecond. */
  const pass = (forMs: number) => {
    for (const end_us = board.now_us + forMs * MS; board.now_us < end_us; board.now_us += MS)
      for (let bytes = link.advance(board.now_us); bytes !== null; bytes = link.advance(board.now_us)) hear(bytes);
  };
  link.open(0);
  pass(10);
  const said = () => link.collect().map(({ name, args }) => `${name}${args.mode === undefined ? '' : ` ${args.mode}`}`);
  const vend = () => {
    link.command(VEND, 0, board.now_us);
    pass(100);
  };
  return { link, facts, board, pass, said, vend };
}

describe('a board of bare lines', () => {
  it('is told first that nothing is driven, and then has a vend moved by the charts here', () => {
    const { link, board, pass, said, vend } = connected();
    expect(link.standing).toBe('connected');
    expect(board.writes).toEqual(['W 0 0 0 0']);
    vend();
    // Cartridge 8 lies in the second row and the second column.
    expect(board.writes.at(-1)).toBe('W 2 2 0 0');
    for (const levels of [CAM_OPEN, 0, CAM_OPEN, CAM_OPEN | BEAM, 0]) {
      board.levels = levels;
      pass(300);
    }
    expect(board.writes.at(-1)).toBe('W 0 0 0 0');
    pass(1_000);
    expect(said()).toEqual(['accepted', 'moving', 'dropped']);
  });

  it.each([
    ['a stall', HIGH, 'stall-current'],
    ['an open door', DOOR, 'interrupted'],
  ])('has its motor switched off at %s', (_, levels, mode) => {
    const { board, pass, said, vend } = connected();
    vend();
    board.levels = levels;
    pass(300);
    expect(board.writes.at(-1)).toBe('W 0 0 0 0');
    expect(said()).toContain(`jammed ${mode}`);
  });

  it('that confirms no motor is told to stop until it does, and never to start again', () => {
    const { link, facts, board, pass, said } = connected();
    board.isDeaf = true;
    link.command(VEND, 0, board.now_us);
    pass(4_000);
    expect(link.standing).toBe('silent');
    expect(facts.map(({ is }) => is)).toEqual(['silent']);
    expect(said()).toContain('jammed interrupted');
    board.isDeaf = false;
    pass(1_000);
    expect(board.writes.filter((line) => line.startsWith('W 2 2'))).toHaveLength(1);
    expect(board.writes.at(-1)).toBe('W 0 0 0 0');
    expect([link.standing, facts.at(-1)?.is]).toEqual(['connected', 'back']);
  });

  it('that at first answers with something else is greeted again', () => {
    const { link, facts, board, pass } = connected({ isDeaf: true });
    pass(300);
    board.isDeaf = false;
    pass(300);
    expect([link.standing, facts]).toEqual(['connected', []]);
  });

  it('whose wire breaks in a motion has its order interrupted, and is told to stop when it is back', () => {
    const { link, board, pass, said, vend } = connected();
    vend();
    link.close(board.now_us);
    link.open(board.now_us);
    pass(50);
    expect(said()).toEqual(['accepted', 'moving', 'supply-low', 'jammed interrupted', 'supply-good']);
    expect(board.writes.slice(-2)).toEqual(['W 2 2 0 0', 'W 0 0 0 0']);
  });

  it('is read at its quick pace while something is waited for, and slowly while nothing is', () => {
    const { link, board, pass, vend } = connected();
    vend();
    for (const levels of [CAM_OPEN, 0, CAM_OPEN, 0]) {
      board.levels = levels;
      pass(300);
    }
    // Its motor rests for the drop: a package that falls now must be seen.
    expect((link.next_us as number) - board.now_us).toBeLessThanOrEqual(10 * MS);
    pass(20_000);
    expect(board.writes.filter((line) => line.startsWith('W 2 2'))).toHaveLength(2);
    expect((link.next_us as number) - board.now_us).toBeGreaterThan(10 * MS);
  });
});
