import { BadChange, type Change, readChange, type Side } from '@dosetwin/scenarios';
import { Exit } from '../Exit.js';
import { openScenario } from '../openScenario.js';
import { Refusal } from '../Refusal.js';

/**
 * The designs that a command line names, the first being what the others are compared with: names as they stand, each with
 * the changes; one name with changes is compared with itself as it was; one name alone with each of its variants.
 */
export function sidesOf(written: readonly string[], set: readonly string[]): Side[] {
  const changes = set.map(changeOf);
  const sides = written.map((name) => sideOf(name, changes));
  const [first, second] = sides;
  if (!first) throw new Refusal(Exit.badInput, 'Name a scenario to compare; dosetwin list shows what there is.');
  if (second) return distinct(sides);
  if (changes.length > 0)
    return [
      { ...first, changes: [] },
      { ...first, name: `${first.name} changed` },
    ];
  const variants = variantsOf(written[0] as string);
  if (variants.length > 0) return [first, ...variants];
  throw new Refusal(
    Exit.badInput,
    `${first.name} has no variants to be compared with; name a second scenario, or change it with --set.`,
  );
}

function sideOf(name: string, changes: readonly Change[]): Side {
  const { scenario, variant } = openScenario(name, undefined);
  return { name, file: scenario.file, text: scenario.text, variant, changes };
}

/** A variant that was named is compared with the scenario's other faces only if they are named too. */
function variantsOf(name: string): Side[] {
  const { scenario, variant } = openScenario(name, undefined);
  if (variant !== null) return [];
  const { file, text } = scenario;
  return scenario.variants.map((one) => ({ name: `${name}:${one.name}`, file, text, variant: one.name, changes: [] }));
}

function distinct(sides: Side[]): Side[] {
  const names = sides.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice === undefined) return sides;
  throw new Refusal(Exit.badInput, `${twice} is named twice; on the same seeds it does not differ from itself.`);
}

function changeOf(written: string): Change {
  try {
    return readChange(written);
  } catch (error) {
    if (error instanceof BadChange) throw new Refusal(Exit.badInput, `--set: ${error.message}.`);
    throw error;
  }
}
