import { describe, expect, it } from 'vitest';
import { HelpRound } from './HelpRound.js';

const anybody = () => true;

/** Asks until the round stops; everybody declines but those who are named. */
function ask(round: HelpRound, promises: readonly string[] = []): string[] {
  const asked: string[] = [];
  for (;;) {
    const next = round.next(anybody);
    if (typeof next === 'string') return [...asked, next];
    asked.push(next.ask);
    round.hears(next.ask);
    if (promises.includes(next.ask)) round.promises(next.ask);
  }
}

describe('HelpRound', () => {
  it('asks down the chain, and in later rounds only those who have promised nothing', () => {
    const round = new HelpRound(['a', 'b', 'c']);
    round.begin();
    expect(ask(round, ['b'])).toEqual(['a', 'b', 'c', 'all-asked']);
    round.begin();
    expect(ask(round)).toEqual(['a', 'c', 'all-asked']);
  });

  it('waits when all have promised, and has asked all when there is nobody', () => {
    const round = new HelpRound(['a', 'b']);
    round.begin();
    expect(ask(round, ['a', 'b'])).toEqual(['a', 'b', 'all-asked']);
    round.begin();
    expect(ask(round)).toEqual(['all-promised']);
    const empty = new HelpRound([]);
    empty.begin();
    expect(ask(empty)).toEqual(['all-asked']);
  });

  it('stops when somebody comes, and while a call is on', () => {
    const round = new HelpRound(['a', 'b']);
    round.begin();
    expect(round.next(anybody)).toEqual({ ask: 'a' });
    expect(round.next(anybody)).toBe('stopped');
    round.comes('a');
    expect(round.hears('a')).toBe(true);
    expect(round.next(anybody)).toBe('stopped');
    expect(round.somebodyComes).toBe(true);
  });

  it('goes on after a desk that could not help, and with it once more when it could', () => {
    for (const [askAgain, expected] of [
      [false, ['c', 'all-asked']],
      [true, ['b', 'c', 'all-asked']],
    ] as const) {
      const round = new HelpRound(['a', 'b', 'c']);
      round.begin();
      round.next(anybody);
      round.hears('a');
      round.next(anybody);
      round.hears('b');
      round.helps('b');
      expect(round.engaged).toEqual(['b']);
      round.helped('b', { askAgain });
      round.begin();
      expect(ask(round)).toEqual(expected);
    }
  });

  it('says when a promise that falls away leaves nobody', () => {
    const round = new HelpRound(['a', 'b']);
    round.promises('a');
    round.promises('b');
    expect(round.drops('a')).toBe(false);
    expect(round.drops('b')).toBe(true);
  });
});
