import type { Expectation } from '../../expect/Expectation.js';
import { Complaint } from '../Complaint.js';
import { BY_WORDS, EVENTS_WITH_BY } from '../expectationWords.js';
import type { ScenarioFile } from '../schema/scenarioSchema.js';
import type { Resolution } from './Resolution.js';

type ExpectationEntry = ScenarioFile['expectations'][number];

const ROLES: readonly string[] = ['site-staff', 'pharmacist', 'nurse', 'manager', 'technician', 'desk'];

/** An expectation and the item of the file that it stands in, from 0. */
export interface ResolvedExpectation {
  readonly index: number;
  readonly expectation: Expectation;
}

export function resolveExpectations(resolution: Resolution): ResolvedExpectation[] {
  const written = (resolution.sections.expectations ?? []) as readonly (ExpectationEntry | undefined)[];
  return written.flatMap((entry, index) => {
    const expectation = entry && resolveExpectation(resolution, entry, index);
    return expectation ? [{ index, expectation }] : [];
  });
}

function resolveExpectation(resolution: Resolution, entry: ExpectationEntry, i: number): Expectation | null {
  const kinds = (['never', 'shows', 'target'] as const).filter((kind) => entry[kind] !== undefined);
  if (kinds.length !== 1) {
    const message =
      kinds.length === 0
        ? 'says nothing; write never, shows or target'
        : `says ${kinds.join(' and ')} at once; give each an item of its own`;
    resolution.complain(['expectations', i], Complaint.of('this expectation', message, 'one of never, shows and target'));
    return null;
  }
  const { never, shows, target } = entry;
  if (never) return { kind: 'never', event: never };
  if (shows) return resolveShows(resolution, shows, i);
  if (!target) return null;
  const atLeast_millionths = Math.round(target['at-least'] * 1_000_000);
  return { kind: 'target', of: target.of, see: target.see, within_us: target.within, atLeast_millionths };
}

function resolveShows(resolution: Resolution, shows: NonNullable<ExpectationEntry['shows']>, i: number): Expectation {
  const path = ['expectations', i, 'shows'];
  const { after, at = null, see, within: within_us, by = null } = shows;
  if (at !== null) {
    resolution.refers([...path, 'at'], at, 'machine or site', [...resolution.machineNames, ...resolution.siteNames]);
  }
  if (by !== null) {
    const whoms = [...new Set([...Object.keys(BY_WORDS), ...resolution.contactNames, ...ROLES])];
    resolution.refers([...path, 'by'], by, 'contact or role', whoms);
    if (!(EVENTS_WITH_BY as readonly string[]).includes(see)) {
      const message = `does not go with ${see}, which nobody is named for; leave it out`;
      resolution.complain([...path, 'by'], Complaint.of('by', message, 'no by'), true);
    }
  }
  return { kind: 'shows', after, at, within_us, see, by };
}
