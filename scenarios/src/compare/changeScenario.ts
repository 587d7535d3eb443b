import { isMap, parseDocument } from 'yaml';
import type { WrittenValue } from '../format/Scenario.js';

/** One value of a scenario file to be another: `people.residents.attendance`, `faults.0.at`. */
export interface Change {
  readonly path: string;
  /** As the file would write it. */
  readonly value: WrittenValue;
}

/** Why a change cannot be laid over a scenario, in words. */
export class BadChange extends Error {}

/**
 * A scenario's text with changes laid over it, and over a variant of it, which comes last. Whether the new text means
 * anything is for the loader to say.
 */
export function changeScenario(text: string, variant: string | null, changes: readonly Change[]): string {
  if (changes.length === 0) return text;
  const document = parseDocument(text);
  for (const { path, value } of changes) {
    const steps = stepsOf(path);
    const places = [[], ...(variant === null ? [] : [['variants', variant, 'change']])];
    for (const place of places) {
      // A variant that does not speak of it has it from the scenario.
      if (place.length > 0 && !document.hasIn([...place, steps[0]])) continue;
      setIn(document, [...place, ...steps], value, path);
    }
  }
  return String(document);
}

/** `people.residents.attendance=70 %` as it stands on a command line. */
export function readChange(written: string): Change {
  const cut = written.indexOf('=');
  const path = written.slice(0, cut).trim();
  if (cut < 1 || path === '') {
    throw new BadChange(`'${written}' changes nothing; write PATH=VALUE, such as people.residents.attendance=70 %`);
  }
  const document = parseDocument(written.slice(cut + 1).trim());
  const value: unknown = document.toJS();
  const isValue = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one);
  if (document.errors.length > 0 || !(isValue(value) || (Array.isArray(value) && value.every(isValue)))) {
    throw new BadChange(
      `'${written.slice(cut + 1)}' is no value for ${path}; a text, a number, yes, no or a list such as [1, 2]`,
    );
  }
  return { path, value: value as WrittenValue };
}

function stepsOf(path: string): (string | number)[] {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  if (steps.some((step) => step === '')) throw new BadChange(`'${path}' is no path; write people.residents.attendance`);
  return steps;
}

function setIn(
  document: ReturnType<typeof parseDocument>,
  steps: readonly (string | number)[],
  value: WrittenValue,
  path: string,
) {
  const above = steps.slice(0, -1);
  for (let length = 1; length <= above.length; length++) {
    const node = document.getIn(above.slice(0, length), true);
    const next = steps[length];
    const isReachable = node === undefined || isMap(node) || (typeof next === 'number' && typeof node === 'object');
    if (!isReachable) throw new BadChange(`'${path}' leads nowhere: ${above.slice(0, length).join('.')} holds a value`);
  }
  document.setIn(steps, value);
}
