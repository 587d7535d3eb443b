import type { ParameterUnit } from '@dosetwin/twin';
import type { Setting } from './Region.js';

/** A figure of a region that its file may leave out: what is believed of it then, and where that is from. */
export interface RegionParameter {
  /** Least, most likely and most; the same three times for a figure that is not drawn. */
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly unit: ParameterUnit;
  readonly min: number;
  readonly max: number;
  /** What it is, in a few words. */
  readonly says: string;
  /** Where it was found, or `assumption`. */
  readonly source: string;
}

type Range = readonly [min: number, max: number];
type Three = readonly [low: number, likely: number, high: number];

function drawn([low, likely, high]: Three, unit: ParameterUnit, [min, max]: Range, says: string, source: string) {
  return { low, likely, high, unit, min, max, says, source };
}

function fixed(value: number, unit: ParameterUnit, range: Range, says: string, source: string): RegionParameter {
  return drawn([value, value, value], unit, range, says, source);
}

const SHARE: Range = [0, 1];
const MINUTES: Range = [0, 10_080];

/** Defaults of a region, by section and by the name that a file has for them. */
export const REGION_PARAMETERS = {
  travel: {
    'road-speed': fixed(80, 'km/h', [10, 130], 'speed on a road', 'assumption'),
    'winter-speed': fixed(65, 'km/h', [10, 130], 'speed on a winter road', 'assumption'),
    willing: drawn(
      [1, 2, 8],
      'km',
      [0.1, 500],
      'distance at which willingness to come has fallen to 37 %',
      'assumption: 1 to 8 km fit published use of exchanges by distance (S39)',
    ),
    furthest: fixed(60, 'km', [0, 2_000], 'distance from beyond which nobody comes', 'assumption'),
  },
  demand: {
    comes: drawn(
      [0.6, 0.85, 0.95],
      'share',
      SHARE,
      'share of due days on which somebody who lives beside a machine comes',
      'assumption',
    ),
    'doses-a-day': fixed(1, 'count', [1, 4], 'windows a day', 'S15: once a day by 2023; up to 4 in 2020 (S12)'),
    'out-of-hours': drawn(
      [0.5, 0.69, 0.8],
      'share',
      SHARE,
      'share of visits outside of 8 to 20 h where a site is open then',
      'S34: syringe machines in Melbourne, 69 % outside programme hours; the bounds are an assumption',
    ),
    'any-machine': drawn(
      [0, 0, 0.2],
      'share',
      SHARE,
      'share of people whose prescription holds at every machine',
      'S9: a prescription was tied to one machine; the upper bound is an assumption',
    ),
  },
  machine: {
    people: fixed(48, 'count', [1, 48], 'people for whom one machine has cartridges', 'S12, S15'),
    packages: fixed(14, 'count', [1, 100], 'packages in a full cartridge', 'assumption: no published capacity was found'),
    jam: drawn(
      [0.0011, 0.0024, 0.01],
      'share',
      SHARE,
      'chance of a jam at each vend',
      'S21: another kind of machine, by its maker, 0.24 % (0.11 to 0.53); 1 % is an assumption',
    ),
    'jam-stops-machine': drawn(
      [0.05, 0.1, 0.3],
      'share',
      SHARE,
      'share of jams that stop the whole machine and not one cartridge',
      'assumption: those at the chute door',
    ),
    'failure-every': drawn(
      [14, 29, 60],
      'd',
      [0.1, 10_000],
      'time between failures that are no jams',
      'S22: cash machines in Zimbabwe, 28.7 d; the bounds are an assumption',
    ),
    'part-needed': drawn([0.05, 0.15, 0.3], 'share', SHARE, 'share of failures that wait for a part', 'assumption'),
    'part-comes': drawn([2, 5, 10], 'd', [0, 365], 'time until a part has come', 'assumption'),
    'palm-refused': drawn(
      [0.0001, 0.002, 0.02],
      'share',
      SHARE,
      'chance that a palm is not matched within all attempts of a visit',
      'assumption: makers say 0.0001 to 0.01 for one attempt (S26, S27), and attempts of a visit are alike',
    ),
  },
  support: {
    'remote-fix': drawn([0.2, 0.35, 0.5], 'share', SHARE, 'chance that the desk clears a fault from afar', 'assumption'),
    'remote-time': drawn([5, 20, 90], 'min', MINUTES, 'time in which the desk clears it', 'assumption'),
    notice: drawn([10, 60, 240], 'min', MINUTES, 'time until somebody notices a fault, in open hours', 'assumption'),
    clear: drawn([5, 15, 45], 'min', MINUTES, 'time in which somebody with a key on site clears it', 'assumption'),
  },
  services: {
    'restock-every': fixed(7, 'd', [1, 28], 'time between rounds of restocking', 'assumption'),
    'round-fails': drawn([0, 0.02, 0.1], 'share', SHARE, 'chance that a round of restocking does not come', 'assumption'),
    'dose-time': drawn([1, 2, 5], 'min', MINUTES, 'time of staff for each dose', 'assumption'),
    'fault-time': drawn([15, 30, 90], 'min', MINUTES, 'time of staff for each fault, beside the way', 'assumption'),
    'round-time': drawn(
      [20, 45, 90],
      'min',
      MINUTES,
      'time of staff for each round of restocking at a machine',
      'assumption: 11.5 to 21.3 s a package (S25), twice counted',
    ),
  },
  targets: {
    served: fixed(0.7, 'share', SHARE, 'least share of due doses that people come for and get', 'assumption'),
    reached: fixed(0.7, 'share', SHARE, 'least share of people within reach of an open machine', 'assumption'),
    confidence: fixed(0.9, 'share', SHARE, 'share of futures in which the targets shall hold', 'assumption'),
  },
} satisfies Readonly<Record<string, Readonly<Record<string, RegionParameter>>>>;

/** What a candidate site is believed to be where its row says nothing else. */
export interface SettingDefaults {
  readonly hours: string;
  /** Machines for which there is room. */
  readonly room: number;
  readonly keyOnSite: RegionParameter;
}

const KEY_SAYS = 'chance that somebody on site has a key';

export const SETTING_DEFAULTS: Readonly<Record<Setting, SettingDefaults>> = {
  housing: {
    hours: 'always',
    room: 3,
    keyOnSite: drawn([0.05, 0.2, 0.5], 'share', SHARE, KEY_SAYS, 'assumption: in housing'),
  },
  community: {
    hours: 'mon-fri 08:30-16:30',
    room: 2,
    keyOnSite: drawn([0.2, 0.4, 0.7], 'share', SHARE, KEY_SAYS, 'assumption: in a community organisation'),
  },
  pharmacy: {
    hours: 'mon-fri 09:00-18:00; sat 09:00-17:00',
    room: 1,
    keyOnSite: drawn([0.85, 0.95, 1], 'share', SHARE, KEY_SAYS, 'assumption: in a pharmacy'),
  },
  health: {
    hours: 'mon-fri 08:30-16:30',
    room: 1,
    keyOnSite: drawn([0.3, 0.6, 0.9], 'share', SHARE, KEY_SAYS, 'assumption: in a health centre'),
  },
};

/** Of every candidate site. */
export const CANDIDATE_PARAMETERS = {
  opens: drawn(
    [0.4, 0.7, 0.95],
    'share',
    SHARE,
    'chance that the site opens at all',
    'assumption: two of four planned sites of the pilot never opened; partners said that consultation makes it likelier',
  ),
  cost: drawn(
    [20_000, 35_000, 60_000],
    'CAD',
    [0, 10_000_000],
    'cost of a machine and its site a year',
    'assumption: no price was found',
  ),
} satisfies Readonly<Record<string, RegionParameter>>;

/** Of each place. */
export const PLACE_PARAMETERS = {
  each: drawn(
    [0, 1, 2],
    'count',
    [0, 100_000],
    'people for each case that `rate` counts',
    'assumption: as many people as cases, none to twice as many',
  ),
} satisfies Readonly<Record<string, RegionParameter>>;

/** Hours of the desk where the file says none. */
export const DESK_DEFAULTS = { zone: 'America/Halifax', hours: 'mon-fri 08:30-16:30', source: 'assumption' } as const;
