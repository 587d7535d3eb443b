import type { ParameterOverrides } from '@dosetwin/twin';

/** The figures that a scenario sets, without those that it leaves out. */
export function overridesOf(
  written: Readonly<Record<string, Readonly<Record<string, number | undefined>> | undefined>> | undefined,
): ParameterOverrides {
  const blocks = Object.entries(written ?? {}).map(([block, values]) => {
    const set = Object.entries(values ?? {}).filter((entry): entry is [string, number] => entry[1] !== undefined);
    return [block, Object.fromEntries(set)] as const;
  });
  return Object.fromEntries(blocks.filter(([, values]) => Object.keys(values).length > 0));
}
