import { REGION_COLUMNS, REGION_LISTS, type RegionList } from './REGION_COLUMNS.js';
import { csvOf } from './writeRegion.js';

/** A file to fill in: the end of its name, and its text. */
export interface TemplateFile {
  /** `.yaml`, `.places.csv`, `.links.csv`, `.candidates.csv`. */
  readonly ends: string;
  readonly text: string;
}

const YAML = `# yaml-language-server: $schema=region.schema.json
title: A region of our own
about: What is planned, what it rests on, and what is weak in it.
hypothetical: yes
year: 2027
zone: America/Toronto

# What is left out has a default, which is an assumption; docs/regions.md tells how to say what you know.
travel:
  road-factor: 1.3
  furthest: 60 km

support:
  technicians:
    technician: { place: fictional-harbour, hours: 'mon-fri 08:00-18:00' }

targets:
  served: 55 %
  reached: 60 %
  confidence: 70 %
`;

type Row = Readonly<Record<string, string>>;

/** What a second row says instead of the first: a link has two ends, and a plan needs a choice. */
const SECOND: Readonly<Record<RegionList, Row | null>> = {
  places: {
    ...{ name: 'Fictional Landing', id: 'fictional-landing', latitude: '48.78', longitude: '-89.95', population: '4000' },
    ...{ people: '6', 'people low': '3', 'people high': '12' },
  },
  links: null,
  candidates: {
    ...{ place: 'Fictional Landing', setting: 'pharmacy', name: 'Fictional Landing Pharmacy', id: 'fictional-landing-pharmacy' },
    ...{ hours: 'mon-sat 09:00-18:00', key: '60 %', 'key low': '30 %', 'key high': '80 %', room: '1' },
  },
};
/** What differs from the examples of the columns: a road that is open all year, a site that likely opens. */
const FIRST: Readonly<Record<RegionList, Row>> = {
  places: {},
  links: { season: '' },
  candidates: { opens: '90 %', 'opens low': '70 %', 'opens high': '100 %' },
};

/** A region of two fictional places as files to fill in: it reads as it stands, so that a planner can change it piece by piece. */
export function regionTemplate(): readonly TemplateFile[] {
  const lists = REGION_LISTS.map((list): TemplateFile => {
    const left = list === 'places' ? ['rate', 'rate low', 'rate high', 'rate source'] : [];
    const columns = REGION_COLUMNS[list].filter(({ name }) => !left.includes(name));
    const first: Row = { ...Object.fromEntries(columns.map(({ name, example }) => [name, example])), ...FIRST[list] };
    const second = SECOND[list];
    return { ends: `.${list}.csv`, text: csvOf(list, second === null ? [first] : [first, { ...first, ...second }]) };
  });
  return [{ ends: '.yaml', text: YAML }, ...lists];
}
