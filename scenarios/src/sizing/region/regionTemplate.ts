import { REGION_COLUMNS, REGION_LISTS } from './REGION_COLUMNS.js';
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
  served: 65 %
  reached: 70 %
  confidence: 80 %
`;

/** A second row for each list, so that a link has two ends. */
const LANDING: Readonly<Record<string, string>> = {
  name: 'Fictional Landing',
  id: 'fictional-landing',
  latitude: '48.78',
  longitude: '-89.95',
  population: '4000',
  people: '6',
  'people low': '3',
  'people high': '12',
};

/** A region of two fictional places as files to fill in: it reads as it stands, so that a planner can change it piece by piece. */
export function regionTemplate(): readonly TemplateFile[] {
  const lists = REGION_LISTS.map((list): TemplateFile => {
    const left = list === 'places' ? ['rate', 'rate low', 'rate high', 'rate source'] : [];
    const columns = REGION_COLUMNS[list].filter(({ name }) => !left.includes(name));
    const first = Object.fromEntries(columns.map(({ name, example }) => [name, example]));
    const rows = list === 'places' ? [first, { ...first, ...LANDING }] : [first];
    return { ends: `.${list}.csv`, text: csvOf(list, rows) };
  });
  return [{ ends: '.yaml', text: YAML }, ...lists];
}
