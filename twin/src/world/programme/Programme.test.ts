import { describe, expect, it } from 'vitest';
import type { SiteSpec, WorldSpec } from '../../spec/WorldSpec.js';
import { nurse } from '../test/afternoon.js';
import { World } from '../World.js';
import { ALWAYS, at, DAY, HOUR, lake, M, MIN, ProgrammeBench, participant, SQUARE, tied, town } from './test/ProgrammeBench.js';

const prescription = { prescriber: 'dr-lake', lastsD: 28, oneMachine: true };
const run = (spec: WorldSpec, until_us: number, seed = 1) => new ProgrammeBench(spec, seed).until(until_us);
const comes = (...minutes: number[]) => ({ arrival: { kind: 'instants' as const, at_us: minutes.map(at) } });
const admission: NonNullable<SiteSpec['admission']> = {
  refuses: [],
  requires: [],
  tenantsOnly: false,
  witnessed: false,
  screenEveryD: null,
  needsPrescription: true,
};

/** The town with rules at the house. */
function ruled(spec: WorldSpec, rules: Partial<typeof admission>, site: object = {}): WorldSpec {
  const [house, ...others] = spec.sites as [WorldSpec['sites'][0]];
  return { ...spec, sites: [{ ...house, ...site, admission: { ...admission, ...rules } }, ...others] };
}

describe('from asking for a place to the first dose', () => {
  const newcomer = participant('N1', { joins_us: at(30), prescription });
  const spec = town([newcomer], { prescribers: [lake] });

  it('[P2] is assessment, cartridge, registration, first dose, in this order', () => {
    const bench = run(spec, 2 * DAY);
    const kinds = ['seeks', 'saw', 'taken-on', 'enrolled', 'registered', 'first-dose'];
    const times = kinds.map((kind) => bench.first(kind, 'N1'));
    expect(times[0]).toBe(at(30));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBeGreaterThan(3);
    expect(bench.of('enrolled')).toEqual([{ person: 'N1', machine: M, cartridge: 1 }]);
    expect(bench.of('dose-given')[0]).toMatchObject({ person: 'N1', cartridge: 1 });
  });

  it('[P1] opens no window before the registration', () => {
    const bench = run(spec, 2 * DAY);
    expect(bench.first('due', 'N1')).toBeGreaterThan(bench.first('registered', 'N1'));
  });

  it('[P2] registers nobody while no staff are there', () => {
    const [house, square] = spec.sites as [WorldSpec['sites'][0], WorldSpec['sites'][0]];
    const never = { days: Object.fromEntries(Object.keys(house.hours.days).map((day) => [day, []])), holidays: null };
    const bench = run({ ...spec, sites: [{ ...house, staff: never as never }, square] }, 2 * DAY);
    expect([bench.of('enrolled').length, bench.of('registered').length]).toEqual([1, 0]);
  });

  it('[P2] gives up a palm after so many attempts, with a card where the machine has one and without a place where not', () => {
    const cannot = { ...spec, parameters: { ...spec.parameters, participation: { cannotEnrolShare: 1 } } };
    const without = run(cannot, 2 * DAY);
    expect(without.of('registration-failed')).toHaveLength(3);
    expect(without.of('turned-away')).toEqual([{ site: 'harbour-house', rule: 'palm-not-registered' }]);
    expect(without.of('cartridge-freed')).toEqual([{ person: 'N1', cartridge: 1 }]);
    const machines = cannot.machines.map((machine) => ({ ...machine, cardInstead: true }));
    const withCard = run({ ...cannot, machines }, 2 * DAY);
    expect(withCard.of('card-given')).toEqual([{ machine: M }]);
    expect(withCard.of('first-dose')).toHaveLength(1);
    expect(withCard.of('attempt')).toEqual([]);
  });

  it('[P10] sees people in the order in which they asked, and turns away whoever asks a full list', () => {
    const three = ['N1', 'N2', 'N3'].map((id, i) => participant(id, { joins_us: at(30 + i), prescription }));
    const bench = run(town(three, { prescribers: [{ ...lake, takesOn: 2 }] }), DAY);
    expect(bench.of('saw').map(({ person, what }) => [person, what])).toEqual([
      ['N1', 'assessment'],
      ['N2', 'assessment'],
    ]);
    expect(bench.entriesOf('turned-away').map(({ source, payload }) => [source, payload.rule])).toEqual([
      ['N3', 'prescriber-full'],
    ]);
  });

  it('[P3] is turned away by each site once, and taken on by the first that has no rule against it', () => {
    const traits = [{ id: 'liver', share: 1 }];
    const people = [participant('N1', { joins_us: at(1), traits }, { also: [SQUARE] })];
    const bench = run(ruled(town(people), { refuses: ['liver'] }), DAY);
    expect(bench.of('enrolled')).toMatchObject([{ machine: SQUARE }]);
    const alone = run(ruled(town([participant('N1', { joins_us: at(1), traits })]), { refuses: ['liver'] }), DAY);
    expect(alone.of('turned-away')).toEqual([{ site: 'harbour-house', rule: 'refuses-liver' }]);
    expect(alone.of('enrolled')).toEqual([]);
  });
});

describe('[P4] cartridges', () => {
  it('go to the lowest free one of the product asked for, else to any, and then people wait for one', () => {
    const people = ['N1', 'N2', 'N3'].map((id, i) => participant(id, { joins_us: at(1 + i), product: 'patches' }));
    const spec = town(people);
    const products = [
      { id: 'tablets', cartridges: 1 },
      { id: 'patches', cartridges: 1 },
    ];
    const machines = spec.machines.map((machine) => ({ ...machine, cartridges: 2, products }));
    const bench = run({ ...spec, machines }, HOUR);
    expect(bench.of('cartridge-given')).toEqual([
      { person: 'N1', cartridge: 2, as_asked: true },
      { person: 'N2', cartridge: 1, as_asked: false },
    ]);
    expect(bench.of('no-cartridge')).toEqual([{ person: 'N3', waiting: 1 }]);
  });
});

describe('several machines', () => {
  const two = { also: [SQUARE] };

  it('[P5] a dose at one counts at the other: nobody has one window twice', () => {
    const person = participant('P1', {}, { ...two, ...comes(10, 60) });
    const bench = run(town([person], { faults: [] }), 5 * HOUR);
    expect(bench.of('dose-given')).toHaveLength(1);
    expect(bench.refusals).toEqual(['too-soon']);
    const first = participant('P1', {}, { ...two, ...comes(10, 60) });
    const house = town([first]);
    const [site, square] = house.sites as [WorldSpec['sites'][0], WorldSpec['sites'][0]];
    const days = Object.fromEntries(Object.keys(site.hours.days).map((day) => [day, [{ fromMin: 0, toMin: 750 }]]));
    const closing = { ...house, sites: [{ ...site, hours: { days, holidays: null } as never }, square] };
    const later = run(closing, 5 * HOUR);
    expect(later.entriesOf('refused').map(({ source }) => source)).toEqual([`${SQUARE}/session`]);
    expect(later.refusals).toEqual(['too-soon']);
  });

  it('[P9] goes on to the next when the first cannot serve, and has the dose there', () => {
    const jam = { kind: 'mechanism', at_us: at(5), machine: M, cartridge: 1, cause: 'blind-beam' } as const;
    const spec = town([participant('P1', {}, { ...two, ...comes(10) })], { faults: [jam] });
    const bench = run(spec, 5 * HOUR);
    expect(bench.of('went-elsewhere')).toEqual([{ window: 1, machine: SQUARE, distance_m: 500 }]);
    expect(bench.of('dose-given')).toMatchObject([{ person: 'P1' }]);
    expect(bench.entriesOf('dose-given')[0]?.source).toBe(`${SQUARE}/session`);
    const far = run({ ...spec, roads: [{ between: ['harbour-house', 'market-square'], km: 6 }] }, 5 * HOUR);
    expect([far.of('went-elsewhere'), far.of('dose-given')]).toEqual([[], []]);
  });

  it('[P5] a package whose whereabouts nobody saw keeps the other machine from giving another in that window', () => {
    const jam = { kind: 'mechanism', at_us: at(5), machine: M, cartridge: 1, cause: 'hang-up' } as const;
    const bench = run(town([participant('P1', {}, { ...two, ...comes(10) })], { faults: [jam] }), 5 * HOUR);
    expect(bench.of('went-elsewhere')).toMatchObject([{ machine: SQUARE }]);
    expect([bench.refusals, bench.of('dose-given')]).toEqual([['unknown-elsewhere'], []]);
  });

  it('[P5] a machine without its link gives nothing to who has another, and goes on giving to who has not', () => {
    const lost = { kind: 'network', at_us: at(1), machine: M, forMin: null } as const;
    const people = [participant('P1', {}, { ...two, ...comes(10) }), participant('P2', {}, comes(30))];
    const bench = run(town(people, { faults: [lost] }), 5 * HOUR);
    expect(bench.refusals).toEqual(['offline']);
    expect(bench.entriesOf('dose-given').map(({ source, payload }) => [source, payload.person])).toEqual([
      [`${SQUARE}/session`, 'P1'],
      [`${M}/session`, 'P2'],
    ]);
  });

  it('[P12] who is evicted goes on at the other where the prescription is valid at each, and needs it written anew where not', () => {
    const change = { home: 'harbour-house', evicted_us: at(60) };
    const each = run(town([participant('P1', change, two)]), 2 * DAY);
    expect(each.entriesOf('dose-given').every(({ t_us, source }) => source === `${t_us < at(60) ? M : SQUARE}/session`)).toBe(
      true,
    );
    expect(each.of('saw')).toEqual([]);
    const spec = town([participant('P1', { ...change, prescription }, two)], { prescribers: [lake] });
    const one = run(spec, 2 * DAY);
    expect(one.of('saw')[0]).toMatchObject({ what: 'transfer' });
    expect(one.of('enrolled')).toMatchObject([{ machine: SQUARE }]);
    const nowhere = run(town([participant('P1', { ...change, prescription: tied })]), 3 * DAY);
    expect(nowhere.entriesOf('due').every(({ t_us }) => t_us < at(60))).toBe(true);
  });
});

describe('a contact with a base', () => {
  it('drives by the road, there and back, and says how far', () => {
    const jam = { kind: 'mechanism', at_us: at(5), machine: SQUARE, cartridge: 1, cause: 'hang-up' } as const;
    const spec = town([participant('P1', {}, { machine: SQUARE, ...comes(10) })], {
      faults: [jam],
      roads: [{ between: ['harbour-house', 'market-square'], km: 120 }],
      contacts: [
        { ...nurse, id: 'technician', role: 'technician', hours: ALWAYS, busy: [], travelMin: null, base: 'harbour-house' },
      ],
    });
    const exact = { travel: { roadKmh: 60, driveLeastFactor: 1, driveMostFactor: 1 } };
    const sites = spec.sites.map((site) => ({ ...site, chain: ['technician'] }));
    const bench = run({ ...spec, sites, parameters: { ...spec.parameters, ...exact } }, 8 * HOUR);
    expect(bench.of('drives')).toEqual([
      { machine: SQUARE, distance_m: 120_000 },
      { machine: SQUARE, distance_m: 120_000 },
    ]);
    expect(bench.first('on-site') - bench.first('set-off')).toBe(2 * HOUR);
  });
});

describe('[P7] a witness', () => {
  const people = ['P1', 'P2'].map((id, i) => participant(id, {}, comes(10 + i)));

  it('is with one person at a time; who waits is called next', () => {
    const bench = run(ruled(town(people), { witnessed: true }), 5 * HOUR);
    expect(bench.refusals).toEqual(['witness-busy']);
    expect(bench.of('witnessed').map(({ person }) => person)).toEqual(['P1', 'P2']);
    const [first, second] = bench.entriesOf('witnessed');
    expect(second?.t_us).toBeGreaterThan(Number(first?.t_us) + Number(first?.payload.stays_us));
  });

  it('is one of the staff: without any, nothing is given', () => {
    const spec = town(people);
    const [house] = spec.sites as [WorldSpec['sites'][0]];
    const days = Object.fromEntries(Object.keys(house.hours.days).map((day) => [day, []]));
    const bench = run(ruled(spec, { witnessed: true }, { staff: { days, holidays: null } }), 5 * HOUR);
    expect(bench.refusals).toEqual(['no-witness', 'no-witness']);
    expect(bench.of('dose-given')).toEqual([]);
  });
});

describe('[P6] a prescription', () => {
  const lapsing = { prescriber: 'dr-lake', lastsD: 1, oneMachine: true };
  const shut = { ...lake, hours: { days: lake.hours.days, holidays: null } };

  it('is renewed before its end while the prescriber has time, and never lapses', () => {
    const bench = run(town([participant('P1', { prescription: lapsing })], { prescribers: [shut] }), 5 * DAY);
    expect(bench.of('lapsed')).toEqual([]);
    expect(bench.of('saw').length).toBeGreaterThan(3);
    const until = bench.of('prescribed').map(({ until_us }) => Number(until_us));
    for (const [i, end] of until.slice(1).entries()) expect(end - (until[i] as number)).toBe(DAY);
  });

  it('lapses where nobody renews it, and then gives nothing', () => {
    const days = Object.fromEntries(Object.keys(lake.hours.days).map((day) => [day, []]));
    const closed = { ...lake, hours: { days, holidays: null } as never };
    const bench = run(town([participant('P1', { prescription: lapsing })], { prescribers: [closed] }), 5 * DAY);
    const lapsed_us = bench.first('lapsed', 'P1');
    expect(lapsed_us).toBeLessThanOrEqual(DAY);
    expect(bench.entriesOf('dose-given').every(({ t_us }) => t_us < lapsed_us)).toBe(true);
    expect(bench.refusals).toContain('lapsed');
  });
});

describe('[P11] faults in a row', () => {
  it('make those leave who may, after so many, and a dose resets the count', () => {
    const hang = { kind: 'mechanism', at_us: at(5), machine: M, cartridge: 1, cause: 'hang-up' } as const;
    const impatient = { people: { earlyShare: 0, lateShare: 0, helpPatienceMedianMin: 5, helpPatienceSigma: 0 } };
    const spec = (mayLeave: boolean, leaveShare = 1) => {
      const base = town([participant('P1', { mayLeave })], { faults: [hang] });
      return { ...base, parameters: { ...base.parameters, ...impatient, participation: { leaveShare } } };
    };
    const leaves = run(spec(true), 6 * DAY);
    expect(leaves.of('left-without')).toHaveLength(3);
    expect(leaves.of('left-for-pharmacy')).toMatchObject([{ person: 'P1' }]);
    expect(leaves.first('left-for-pharmacy', 'P1')).toBe(leaves.entriesOf('left-without')[2]?.t_us);
    expect(run(spec(false), 6 * DAY).of('left-for-pharmacy')).toEqual([]);
    expect(run(spec(true, 0), 6 * DAY).of('left-for-pharmacy')).toEqual([]);
  });

  it('[P1] and whoever left has no window until they come back', () => {
    const hang = { kind: 'mechanism', at_us: at(5), machine: M, cartridge: 1, cause: 'hang-up' } as const;
    const base = town([participant('P1', { mayLeave: true })], { faults: [hang] });
    const parameters = {
      ...base.parameters,
      people: { earlyShare: 0, lateShare: 0, helpPatienceMedianMin: 5, helpPatienceSigma: 0 },
      participation: { leaveShare: 1, returnShare: 1 },
      participant: { fedUpAfter: 1, considersReturnMs: 2 * 86_400_000 },
    };
    const bench = run({ ...base, parameters }, 4 * DAY);
    const left_us = bench.first('left-for-pharmacy', 'P1');
    const back_us = bench.first('returned', 'P1');
    expect(back_us - left_us).toBe(2 * DAY);
    expect(bench.entriesOf('due').filter(({ t_us }) => t_us > left_us && t_us < back_us)).toEqual([]);
    expect(bench.entriesOf('came').some(({ t_us }) => t_us > back_us)).toBe(true);
  });
});

describe('other prescriptions', () => {
  it('are taken along where the machine stands at a pharmacy, and otherwise fetched apart or left', () => {
    const people = [participant('P1', { othersEveryD: 1 })];
    const spec = town(people);
    const shares = { others: { withDoseShare: 1, apartShare: 0, graceD: 1 } };
    const parameters = { ...spec.parameters, ...shares };
    const house = run({ ...spec, parameters }, 5 * DAY);
    expect([house.of('others-collected').length, house.of('others-left').length > 2]).toEqual([0, true]);
    const sites = spec.sites.map((site) => ({ ...site, setting: 'pharmacy' as const }));
    const pharmacy = run({ ...spec, sites, parameters }, 5 * DAY);
    expect(pharmacy.of('others-collected').length).toBeGreaterThan(2);
    expect(pharmacy.of('others-left')).toEqual([]);
  });
});

describe('a card or a PIN', () => {
  const spec = town([participant('P1', {}, comes(10))]);
  const withCard = (cardReader: Readonly<Record<string, number>>, identify: 'card' | 'pin' = 'card') => ({
    ...spec,
    machines: spec.machines.map((machine) => ({ ...machine, identify })),
    parameters: { ...spec.parameters, cardReader },
  });

  it('lets its holder through, and nobody without it', () => {
    const there = run(withCard({ notAtHandShare: 0, cardMisreadShare: 0 }), 5 * HOUR);
    expect(there.of('attempt')).toEqual([{ person: 'P1', result: 'matched', quality: 'good' }]);
    expect(there.of('dose-given')).toHaveLength(1);
    const forgotten = run(withCard({ notAtHandShare: 1 }), 5 * HOUR);
    expect(forgotten.of('dose-given')).toEqual([]);
    expect(forgotten.of('locked-out')).toEqual([{ person: 'P1' }]);
    const pin = run(withCard({ notAtHandShare: 1, pinForgottenShare: 0, pinMistypedShare: 0 }, 'pin'), 5 * HOUR);
    expect(pin.of('dose-given')).toHaveLength(1);
  });
});

describe('a programme', () => {
  const newcomers = ['N1', 'N2'].map((id, i) =>
    participant(
      id,
      { joins_us: at(20 + i), prescription, mayLeave: true, othersEveryD: 1, home: 'harbour-house' },
      { also: [SQUARE] },
    ),
  );
  const spec = ruled(
    town([participant('P1', { evicted_us: 30 * HOUR }, { also: [SQUARE] }), ...newcomers], { prescribers: [lake] }),
    {
      witnessed: true,
      screenEveryD: 1,
    },
  );

  it('[K7] goes on from a checkpoint to the same entries', () => {
    const whole = new World(spec, { seed: 3 });
    whole.start();
    const saved = [25 * MIN, 3 * HOUR, 31 * HOUR].map((t_us) => {
      whole.runUntil(t_us);
      return JSON.stringify(whole.checkpoint());
    });
    whole.runUntil(3 * DAY);
    for (const one of saved) {
      const again = new World(spec, { seed: 3 });
      again.restore(JSON.parse(one));
      again.runUntil(3 * DAY);
      expect(again.digests).toEqual(whole.digests);
    }
  });

  it('changes nobody else: without it there are no parts of it', () => {
    const plain = town([{ ...participant('P1'), participation: undefined as never }]);
    const people = plain.people.map(({ participation: _, ...person }) => person);
    const bench = run({ ...plain, people }, 2 * DAY);
    expect(bench.entries.filter(({ source }) => /lanes|participant|whereabouts/.test(source))).toEqual([]);
    expect(bench.of('dose-given').length).toBe(2);
  });
});
