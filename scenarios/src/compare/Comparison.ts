import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { inOutcomeOrder, type Outcomes } from '../measures/outcome/Outcomes.js';
import { type PairedDifference, pairedDifference } from './PairedDifference.js';

/** One measure of two sides. */
export interface ComparedMeasure extends PairedDifference {
  /** As in `OUTCOMES`, a part behind a colon: `left-without:jammed`. */
  readonly name: string;
  /** The interval leaves out 0. */
  readonly differs: boolean;
}

/** Two sides on the same seeds, measure by measure, in the order of `OUTCOMES`. */
export function compareOutcomes(a: readonly Outcomes[], b: readonly Outcomes[]): readonly ComparedMeasure[] {
  const names = new Set([...a, ...b].flatMap((outcomes) => Object.keys(outcomes)));
  return [...names].sort(inOutcomeOrder).flatMap((name) => {
    const found = pairedDifference(valuesOf(a, name), valuesOf(b, name));
    if (!found) return [];
    const { interval } = found;
    return [{ name, ...found, differs: interval !== null && (interval[0] > 0 || interval[1] < 0) }];
  });
}

/** A part that a run does not name did not happen in it. */
function valuesOf(all: readonly Outcomes[], name: string): (number | null)[] {
  return all.map((outcomes) => {
    const value = outcomes[name];
    return value === undefined ? 0 : value;
  });
}

/**
 * The measure by which a difference is told first: one that the scenario says to look at, else fewer or more who left without,
 * else whatever differs first.
 */
export function leadingMeasure(measures: readonly ComparedMeasure[], lookAt: readonly string[] = []): ComparedMeasure | null {
  const isTold = ({ name, differs }: ComparedMeasure) => differs && !name.includes(':');
  const looked = lookAt.flatMap((name) => measures.filter((measure) => measure.name === name && measure.differs));
  if (looked[0]) return looked[0];
  const preferred = measures.find((measure) => measure.name === 'left-without');
  return preferred?.differs ? preferred : (measures.find(isTold) ?? preferred ?? null);
}

/** The digest over what all runs came to, by side and seed: the same wherever, and by however many, they were run. */
export function outcomesDigest(sides: readonly (readonly Outcomes[])[], seeds: readonly number[]): string {
  const lines = seeds.flatMap((seed, place) => {
    return sides.map((outcomes, side) => JSON.stringify([side, seed, Object.entries(outcomes[place] ?? {}).sort(byName)]));
  });
  return bytesToHex(sha256(utf8ToBytes(['dosetwin outcomes 1', ...lines].join('\n'))));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
