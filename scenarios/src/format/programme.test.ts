import { describe, expect, it } from 'vitest';
import { PROFILES } from '../profile/PROFILES.js';
import { loadScenario } from './loadScenario.js';
import { headsOf } from './test/headsOf.js';

/** A small town with one of everything that a programme may have. */
const TOWN = `title: A test
audience: [planner]
start: 2021-09-14T12:00
length: 3 d
seed: 7
sites:
  house:
    zone: America/Vancouver
    province: BC
    setting: housing
    hours: always
    place: [49.28, -123.10]
    felt-as: watched
    tenants-only: yes
    refuses: [agonist-treatment]
    profile: bc-2021
  square:
    zone: America/Vancouver
    province: BC
    setting: community
    hours: always
    witnessed: yes
machines:
  house-1:
    site: house
    products: { tablets: 30, patches: 18 }
  square-1:
    site: square
    identify: card
people:
  newcomers:
    count: 4
    machine: house-1
    also: square-1
    windows: 13:00-17:00
    joins: 2021-09-14T13:00
    joins-over: 4 h
    traits: { agonist-treatment: 30 %, fentanyl-screen: 1 }
    home: house
    product: patches
    prescription: { by: dr-lake, lasts: 14 d, valid-at: one-machine }
    may-leave: yes
    evicted: 2021-09-15T10:00
    moves: { at: 2021-09-16T10:00, to: [49.30, -123.05] }
    other-prescriptions: 7 d
prescribers:
  dr-lake:
    hours: { tue: 09:00-12:00, holidays: closed }
    takes-on: 45
roads:
  - { between: [house, square], is: 2500 m }
contacts:
  technician: { role: technician, key: yes, hours: always, based-at: house }
`;

const with_ = (piece: string, by: string): string => {
  if (!TOWN.includes(piece)) throw new Error(`the town does not hold ${piece}`);
  return TOWN.replace(piece, by);
};

function specOf(text: string) {
  const loaded = loadScenario(text, 'town.yaml');
  const spec = 'scenario' in loaded ? loaded.scenario.resolve(null)?.spec : undefined;
  if (!spec) throw new Error(JSON.stringify(loaded));
  return spec;
}

describe('a programme in a scenario file', () => {
  it('becomes a world in the units of the twin', () => {
    const spec = specOf(TOWN);
    const HOUR = 3_600_000_000;
    expect(spec.people.map(({ participation }) => participation?.joins_us)).toEqual([1, 2, 3, 4].map((hour) => hour * HOUR));
    expect(spec.people[0]).toMatchObject({
      cartridge: 0,
      also: ['square-1'],
      participation: {
        traits: [
          { id: 'agonist-treatment', share: 0.3 },
          { id: 'fentanyl-screen', share: 1 },
        ],
        home: 'house',
        product: 'patches',
        prescription: { prescriber: 'dr-lake', lastsD: 14, oneMachine: true },
        mayLeave: true,
        evicted_us: 22 * HOUR,
        moves: { at_us: 46 * HOUR, to: { latitude: 49.3, longitude: -123.05 } },
        othersEveryD: 7,
      },
    });
    expect(spec.sites[0]).toMatchObject({
      place: { latitude: 49.28, longitude: -123.1 },
      feltAs: ['watched'],
      admission: { refuses: ['agonist-treatment'], requires: ['fentanyl-screen'], tenantsOnly: true, witnessed: false },
    });
    expect(spec.sites[1]?.admission).toMatchObject({ refuses: [], witnessed: true, screenEveryD: null, needsPrescription: true });
    expect(spec.machines.map(({ identify, products }) => [identify, products?.length])).toEqual([
      [undefined, 2],
      ['card', undefined],
    ]);
    expect(spec.prescribers).toMatchObject([{ id: 'dr-lake', zone: 'America/Vancouver', province: 'BC', takesOn: 45 }]);
    expect(spec.roads).toEqual([{ between: ['house', 'square'], km: 2.5 }]);
  });

  it.each([
    [
      'a trait that nobody has',
      'refuses: [agonist-treatment]',
      'refuses: [agonist-treatmnt]',
      "15:15  sites.house.refuses[0]: 'agonist-treatmnt' is no trait of people; did you mean agonist-treatment?",
    ],
    [
      'a profile misspelt',
      'bc-2021',
      'bc-2020',
      "16:14  sites.house.profile: 'bc-2020' is no profile of a province; did you mean bc-2021?",
    ],
    [
      'a feeling misspelt',
      'felt-as: watched',
      'felt-as: wached',
      "13:14  sites.house.felt-as: 'wached' is no feeling; did you mean watched?",
    ],
    [
      'a latitude that is none',
      '[49.28, -123.10]',
      '[149.28, -123.10]',
      '12:13  sites.house.place[0]: 149.28 is no latitude; write degrees from -90 to 90, such as 48.38',
    ],
    [
      'a machine that is not there',
      'also: square-1',
      'also: squar-1',
      "34:11  people.newcomers.also: 'squar-1' is no machine; did you mean square-1?",
    ],
    [
      'a machine twice',
      'also: square-1',
      'also: [square-1, house-1]',
      "34:22  people.newcomers.also[1]: 'house-1' is theirs already; write each machine once",
    ],
    [
      'a home that is no site',
      '    home: house\n',
      '    home: hous\n',
      "39:11  people.newcomers.home: 'hous' is no site; did you mean house?",
    ],
    [
      'a product that no machine of theirs has',
      'product: patches',
      'product: patch',
      "40:14  people.newcomers.product: 'patch' is no product of their machines; did you mean patches?",
    ],
    [
      'a prescriber misspelt',
      'by: dr-lake',
      'by: dr-lak',
      "41:25  people.newcomers.prescription.by: 'dr-lak' is no prescriber; did you mean dr-lake?",
    ],
    [
      'an eviction after the end',
      'evicted: 2021-09-15T10:00',
      'evicted: 2021-10-15T10:00',
      /^43:14 {2}people\.newcomers\.evicted: /,
    ],
    [
      'more cartridges for products than there are',
      'tablets: 30',
      'tablets: 31',
      '26:5  machines.house-1.products: products keep 49 cartridges, and house-1 has 48; keep fewer',
    ],
    [
      'a road from a site to itself',
      '[house, square]',
      '[house, house]',
      '51:16  roads[0].between: this road leads from a site to itself; name two sites',
    ],
    [
      'a road without a unit',
      '2500 m',
      '2500',
      '51:37  roads[0].is: 2500 has no unit; write a length such as 12 mm, 3 cm or 2 km',
    ],
    [
      'a spread without a beginning',
      '    joins: 2021-09-14T13:00\n',
      '',
      '36:5  people.newcomers.joins-over: joins-over says over how long they ask for a place, and `joins` says from when on; write that too',
    ],
    [
      'a way to say who one is',
      'identify: card',
      'identify: iris',
      "29:15  machines.square-1.identify: 'iris' is no way to say who one is; there are palm, card and pin",
    ],
    [
      'a prescriber named as a site',
      '  dr-lake:\n',
      '  square:\n',
      /^47:3 {2}prescribers\.square: 'square' is a site already; names are given once$/,
    ],
    [
      'a base from which no road leads',
      'roads:\n  - { between: [house, square], is: 2500 m }\n',
      '',
      '51:60  contacts.technician.based-at: based-at is house, and nobody says how far square is from there; give both a place, or add a road between them',
    ],
    [
      'a base that is no site',
      'based-at: house',
      'based-at: hous',
      "53:70  contacts.technician.based-at: 'hous' is no site; did you mean house?",
    ],
  ])('that has %s is refused in its place', (_, piece, by, says) => {
    const heads = headsOf(with_(piece, by));
    if (typeof says === 'string') expect(heads).toContain(says);
    else
      expect(
        heads.some((head) => says.test(head)),
        heads.join('\n'),
      ).toBe(true);
  });

  it('leaves everybody without one where nothing of it is written', () => {
    const plain = `${TOWN.slice(0, TOWN.indexOf('    place:'))}machines:\n  house-1: { site: house }\npeople:\n  residents: { count: 2, machine: house-1, windows: 13:00-17:00 }\n`;
    const spec = specOf(plain);
    expect(spec.people.map(({ cartridge, participation, also }) => [cartridge, participation, also])).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
    ]);
    expect(spec.sites[0]).not.toHaveProperty('admission');
  });

  it('holds profiles of provinces whose every rule has a source or is an assumption', () => {
    const rules = Object.values(PROFILES).flatMap((profile) => profile.rules.map((rule) => ({ ...rule, of: profile })));
    expect(rules.length).toBeGreaterThan(8);
    for (const { source, says, of } of rules) {
      expect(source.length).toBeGreaterThan(5);
      expect(says.length).toBeGreaterThan(5);
      if (of.hypothetical) expect(source).toMatch(/^assumption/);
    }
  });
});
