import { isZoneName, zoneNames } from '@dosetwin/twin';
import { Complaint } from '../../format/Complaint.js';
import { editorSchemaOf } from '../../format/editorSchema.js';
import { explainIssues } from '../../format/explainIssue.js';
import { unknownName } from '../../format/nearestName.js';
import type { Problem } from '../../format/Problem.js';
import { placeOf } from '../../format/placeOf.js';
import { readYaml } from '../../format/readYaml.js';
import { plainOf, type SourceNode, type SourcePath } from '../../format/SourceNode.js';
import { SourceText } from '../../format/SourceText.js';
import { problemAt } from './problemAt.js';
import { type RegionFile, regionSchema } from './regionSchema.js';

/** A text and the name of its file, for problems. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** What the YAML file of a region says, without its lists; `null` once what is wrong with it is told. */
export function readRegionHeader({ file, text }: NamedText, problems: Problem[]): RegionFile | null {
  const source = new SourceText(file, text);
  const yaml = readYaml(text);
  if ('complaints' in yaml) {
    problems.push(...yaml.complaints.map((one) => problemAt(source, one)));
    return null;
  }
  const read = regionSchema().safeParse(plainOf(yaml.root));
  if (read.success) return read.data;
  const placed = explainIssues(read.error.issues, yaml.root, editorSchemaOf(regionSchema()));
  problems.push(...[...placed].sort((a, b) => a.from - b.from).map((one) => problemAt(source, one)));
  return null;
}

/** Zones and places that the region file names; its own text is looked at again for where they stand. */
export function namesThatAreNone(
  { file, text }: NamedText,
  region: RegionFile,
  placeIds: readonly string[] | null,
): readonly Problem[] {
  const source = new SourceText(file, text);
  const yaml = readYaml(text);
  if (!('root' in yaml)) return [];
  const found: Problem[] = [];
  const refuse = (root: SourceNode, path: SourcePath, complaint: Complaint) =>
    found.push(problemAt(source, { ...placeOf(root, path), complaint }));
  const zones = [
    [['zone'], region.zone],
    [['support', 'desk-zone'], region.support?.['desk-zone']],
  ] as const;
  for (const [path, zone] of zones) {
    if (zone !== undefined && !isZoneName(zone)) refuse(yaml.root, path, unknownName(zone, 'time zone', zoneNames));
  }
  for (const [name, { place }] of Object.entries(region.support?.technicians ?? {})) {
    if (placeIds === null || placeIds.includes(place)) continue;
    refuse(yaml.root, ['support', 'technicians', name, 'place'], unknownName(place, 'place of the list of places', placeIds));
  }
  if (Object.keys(region.support?.technicians ?? {}).length === 0) {
    const message = 'nobody travels to machines; write support: technicians: with one name at least, its place and its hours';
    refuse(yaml.root, ['support', 'technicians'], new Complaint(message, 'nothing', 'one technician or more'));
  }
  return found;
}
