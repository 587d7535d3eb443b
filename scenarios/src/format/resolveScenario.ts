import type { WorldSpec } from '@dosetwin/twin';
import { Complaint } from './Complaint.js';
import { type JsonSchema, NOT_IN_A_CHANGE } from './editorSchema.js';
import { explainIssues } from './explainIssue.js';
import { unknownName } from './nearestName.js';
import { placeOf } from './placeOf.js';
import { type ReadSections, readSections } from './readSections.js';
import type { PlacedComplaint } from './readYaml.js';
import { checkOrder } from './resolve/checkOrder.js';
import { overridesOf } from './resolve/overridesOf.js';
import { Resolution } from './resolve/Resolution.js';
import { resolveContacts } from './resolve/resolveContacts.js';
import { type ResolvedExpectation, resolveExpectations } from './resolve/resolveExpectations.js';
import { resolveFaults } from './resolve/resolveFaults.js';
import { resolvePeople } from './resolve/resolvePeople.js';
import { resolveMachines, resolveSites } from './resolve/resolvePlaces.js';
import { resolvePrescribers, resolveRoads } from './resolve/resolvePrescribers.js';
import { nodeAt, overlaid, type SourceNode } from './SourceNode.js';
import type { ParameterBlocks } from './schema/placeSchemas.js';

/** What a scenario's nodes say, and what is wrong with them; the world can be used if nothing is. */
export interface Resolved {
  readonly sections: ReadSections;
  readonly spec: WorldSpec;
  readonly seed: number;
  readonly expectations: readonly ResolvedExpectation[];
  readonly complaints: readonly PlacedComplaint[];
}

/** Reads nodes by the schema, then looks up every name and time. `seed` replaces the file's own. */
export function resolveScenario(root: SourceNode, blocks: ParameterBlocks, schema: JsonSchema, seed?: number): Resolved {
  const { sections, issues } = readSections(root, blocks);
  const resolution = new Resolution(root, sections, seed ?? sections.seed ?? 0);
  const sites = resolveSites(resolution);
  const machines = resolveMachines(resolution);
  const { people, byName } = resolvePeople(resolution);
  const contacts = resolveContacts(resolution);
  const prescribers = resolvePrescribers(resolution);
  const roads = resolveRoads(resolution);
  const faults = resolveFaults(resolution, byName);
  const expectations = resolveExpectations(resolution);
  checkAudience(resolution);
  checkOrder(resolution, blocks);
  const spec: WorldSpec = {
    epoch_us: resolution.clock?.epoch_us ?? 0,
    length_us: sections.length ?? 0,
    sites,
    machines,
    people,
    contacts,
    faults,
    ...(prescribers.length > 0 && { prescribers }),
    ...(roads.length > 0 && { roads }),
    parameters: overridesOf(sections.parameters),
  };
  const complaints = [...explainIssues(issues, root, schema), ...resolution.complaints];
  return { sections, spec, seed: resolution.seed, expectations, complaints };
}

function checkAudience(resolution: Resolution): void {
  const { audience, check } = resolution.sections;
  if (audience === undefined || check === undefined || audience.length > 0 !== check) return;
  const message = check
    ? 'names somebody, and `check: yes` says that it is a check of the bench, for no audience; remove one of the two'
    : 'is missing; say whom it is for: audience: [engineer, planner, trainer]';
  resolution.complain(['audience'], Complaint.of('audience', message, 'whom it is for'), true);
}

/** The nodes of a variant: its change laid over the scenario. `null` when the scenario has no such variant. */
export function variantRoot(root: SourceNode, variant: string): SourceNode | null {
  const change = nodeAt(root, ['variants', variant, 'change']);
  if (change === undefined || root.kind !== 'map') return null;
  return overlaid({ ...root, entries: new Map([...root.entries].filter(([key]) => key !== 'variants')) }, change);
}

/** What is wrong with the variants as such, before their changes are laid over anything. */
export function variantComplaints(root: SourceNode, schema: JsonSchema): PlacedComplaint[] {
  const variants = nodeAt(root, ['variants']);
  if (variants?.kind !== 'map') return [];
  const allowed = Object.keys(schema.properties ?? {}).filter((key) => !NOT_IN_A_CHANGE.includes(key));
  return [...variants.entries.keys()].flatMap((name) => {
    const change = nodeAt(root, ['variants', name, 'change']);
    const odd = change?.kind === 'map' ? [...change.entries.keys()].filter((key) => NOT_IN_A_CHANGE.includes(key)) : [];
    const keys = odd.map((key) => ({
      ...placeOf(root, ['variants', name, 'change', key], true),
      complaint: unknownName(key, 'key of a change', allowed),
    }));
    if (/^[a-z][a-z0-9-]{0,39}$/.test(name)) return keys;
    const message = 'cannot name a variant; use small letters, digits and hyphens, beginning with a letter, such as key-on-site';
    return [
      ...keys,
      { ...placeOf(root, ['variants', name], true), complaint: Complaint.of(`'${name}'`, message, 'another name') },
    ];
  });
}
