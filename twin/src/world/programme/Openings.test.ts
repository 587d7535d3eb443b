import { describe, expect, it } from 'vitest';
import { Kernel } from '../../kernel/Kernel.js';
import type { OpeningSpec } from '../../spec/ProgrammeSpec.js';
import { WEEKDAYS, type WorldSpec } from '../../spec/WorldSpec.js';
import { Openings } from './Openings.js';
import { DAY, M, ProgrammeBench, participant, SQUARE, town } from './test/ProgrammeBench.js';

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

/** The town with its house planned, and the machine there served as an open one is. */
function planned(spec: WorldSpec, opening: OpeningSpec): WorldSpec {
  const [house, square] = spec.sites as [WorldSpec['sites'][0], WorldSpec['sites'][0]];
  return { ...spec, sites: [{ ...house, opening, checkIn: { days: WEEKDAYS, atMin: 600 } }, square] };
}
const NEVER = { share: 0, consulted: false };

describe('sites that may fall through', () => {
  function opens(opening: OpeningSpec, consultationShare = 0.5): number[] {
    const spec = { ...planned(town([]), opening), parameters: { opening: { consultationShare } } };
    return SEEDS.filter((seed) => new Openings(new Kernel({ seed }), spec).isOpened('harbour-house'));
  }

  it('[P13] open in the share that is said, and consulted in that of the others which consultation saves', () => {
    const [alone, consulted] = [opens({ share: 0.4, consulted: false }), opens({ share: 0.4, consulted: true })];
    const [spread, most] = [2 / Math.sqrt(SEEDS.length), SEEDS.length];
    expect(Math.abs(alone.length / most - 0.4)).toBeLessThan(spread);
    expect(Math.abs(consulted.length / most - 0.7)).toBeLessThan(spread);
    expect(alone.filter((seed) => !consulted.includes(seed))).toEqual([]);
    expect(opens({ share: 0.4, consulted: true }, 0)).toEqual(alone);
    expect(opens({ share: 1, consulted: false })).toHaveLength(most);
  });

  it('[P13] leave nobody there, and change nothing elsewhere', () => {
    const [house, square] = [participant('N1', { home: 'market-square' }), participant('N2', {}, { machine: SQUARE })];
    const faults = [{ kind: 'network' as const, at_us: 1, machine: M, forMin: 60 }];
    const run = (opening: OpeningSpec) => {
      const spec = planned(town([house, square], { faults }), opening);
      return new ProgrammeBench(spec).until(DAY);
    };
    const [open, fallen] = [run({ share: 1, consulted: false }), run(NEVER)];
    expect(fallen.entriesOf('not-opened').map(({ source }) => source)).toEqual(['harbour-house']);
    for (const kind of ['check-in', 'link-lost']) expect([open.of(kind).length > 0, fallen.of(kind).length]).toEqual([true, 0]);
    expect(fallen.of('served', 'N2')).toEqual(open.of('served', 'N2'));
    expect(fallen.of('kept-away', 'N1').map(({ because }) => because)).toContain('not-opened');
    expect(fallen.of('served', 'N1')).toEqual([]);
  });

  it('[P13] send their people to another machine of theirs, and turn away who asks for a place there alone', () => {
    const people = [
      participant('N1', { home: 'market-square' }, { also: [SQUARE] }),
      participant('N2', { joins_us: 60_000_000 }),
    ];
    const bench = new ProgrammeBench(planned(town(people), NEVER)).until(DAY);
    expect(bench.of('served', 'N1').length).toBeGreaterThan(0);
    expect(bench.of('dose-given', `${SQUARE}/session`).length).toBe(bench.of('served', 'N1').length);
    expect(bench.of('turned-away', 'N2')).toEqual([{ site: 'harbour-house', rule: 'not-opened' }]);
  });
});
