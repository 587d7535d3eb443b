import { describe, expect, it } from 'vitest';
import { Kernel, type KernelEvent } from '../kernel/Kernel.js';
import { Lobby } from './Lobby.js';
import { afternoon, begin, HOUR, hoursOf, lines, MIN, person, site } from './test/afternoon.js';

/** A lobby, with people who only note what they hear. */
function floor(people: readonly string[]) {
  const kernel = new Kernel({ seed: 1 });
  const heard: string[] = [];
  new Lobby(kernel, 'M');
  for (const id of people) {
    const handle = ({ type }: KernelEvent) => void heard.push(`${id} ${type}`);
    kernel.register(id, 3, { handle, save: () => null, restore: () => {} });
  }
  const say = (type: string, who?: string) => {
    kernel.post('M/lobby', who === undefined ? { type } : { type, person: who });
    kernel.runUntil(kernel.now_us);
  };
  return { heard, say };
}

describe('Lobby', () => {
  it('gives turns in the order of coming, one person at a time, and only when the machine is free', () => {
    const { heard, say } = floor(['A', 'B', 'C']);
    say('OPENED');
    for (const id of ['B', 'A', 'C']) say('ENQUEUE', id);
    expect(heard).toEqual([]);
    say('MACHINE_FREE');
    expect(heard).toEqual(['B TURN']);
    say('SERVED', 'B');
    say('LEAVES', 'B');
    expect(heard).toEqual(['B TURN', 'B SERVED']);
    say('MACHINE_FREE');
    say('LEAVES', 'C');
    say('STEPS_ASIDE', 'A');
    say('MACHINE_FREE');
    expect(heard.slice(2)).toEqual(['A TURN']);
  });

  it('sends people home when the site closes, but not the one at the machine, and lets nobody in', () => {
    const { heard, say } = floor(['A', 'B', 'C', 'D']);
    say('OPENED');
    for (const id of ['A', 'B', 'C']) say('ENQUEUE', id);
    say('MACHINE_FREE');
    say('STEPS_ASIDE', 'C');
    say('CLOSED');
    say('ENQUEUE', 'D');
    expect(heard).toEqual(['A TURN', 'B SITE_CLOSED', 'C SITE_CLOSED', 'D SITE_CLOSED']);
    say('STEPS_ASIDE', 'A');
    expect(heard.slice(4)).toEqual(['A SITE_CLOSED']);
  });

  it('lets everybody hear that the machine is out of service, and calls back those who wait when it works again', () => {
    const { heard, say } = floor(['A', 'B']);
    say('OPENED');
    say('MACHINE_FREE');
    say('MACHINE_DOWN');
    for (const id of ['A', 'B']) say('ENQUEUE', id);
    expect(heard).toEqual(['A TURN']);
    for (const id of ['A', 'B']) say('STEPS_ASIDE', id);
    expect(heard).toEqual(['A TURN', 'B TURN']);
    say('MACHINE_FREE');
    say('MACHINE_FREE');
    expect(heard.slice(2)).toEqual(['A FREED', 'B FREED']);
  });

  it('stands in a site that opens and closes by its hours', () => {
    const hours = hoursOf(780, 900, 'daily', 'open');
    const at_us = [0.5 * HOUR, 1.5 * HOUR, 3 * HOUR];
    const people = at_us.map((t_us, i) => person(`P${i}`, i + 1, { arrival: { kind: 'instants', at_us: [t_us] } }));
    const entries = begin({ ...afternoon, people, sites: [{ ...site, hours }] }).until(4 * HOUR);
    expect(lines(entries.filter(({ kind }) => kind !== 'due' && kind !== 'came'))).toEqual([
      '12:00 harbour-house closed',
      '12:30 P0 left-without window=1 cause=site-closed',
      '13:00 harbour-house opened',
      '13:30 P1 served window=1 order=1',
      '15:00 harbour-house closed',
      '15:00 P2 left-without window=1 cause=site-closed',
    ]);
  });

  it('lets go who loses patience in line', () => {
    const people = ['P1', 'P2', 'P3'].map((id, i) => person(id, i + 1, { arrival: { kind: 'instants', at_us: [HOUR] } }));
    const parameters = { people: { linePatienceMedianMin: 1, linePatienceSigma: 0 }, person: { takesMs: 60_000 } };
    const entries = begin({ ...afternoon, people, parameters }).until(2 * HOUR);
    expect(entries.filter(({ kind }) => kind === 'left-without').map(({ source, payload }) => [source, payload])).toEqual([
      ['P2', { window: 1, cause: 'line', waited_us: MIN }],
      ['P3', { window: 1, cause: 'line', waited_us: MIN }],
    ]);
    expect(entries.filter(({ kind }) => kind === 'served').map(({ source }) => source)).toEqual(['P1']);
  });
});
