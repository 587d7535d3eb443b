import type { ParameterValues } from '../../charts/parameters.js';
import { exp } from '../../kernel/arithmetic.js';
import type { Feeling } from '../../spec/ProgrammeSpec.js';
import type { settingParameters } from './setting.parameters.js';

/** What the way to a machine, and the place where it stands, are like for one person. */
export interface Outlook {
  /** Kilometres from home; `null` where nobody said. */
  readonly km: number | null;
  readonly feltAs: readonly Feeling[];
  readonly asksForPalm: boolean;
  /** Their cartridge holds another product than the one that they asked for. */
  readonly anotherProduct: boolean;
}

/**
 * What keeps a person away from a visit that they would otherwise have made, `null` for nothing. Each cause has a draw of its
 * own, so that a share that is swept up keeps away whoever it kept away before, and more.
 */
export function keptAwayBy(
  { km, feltAs, asksForPalm, anotherProduct }: Outlook,
  values: ParameterValues<typeof settingParameters>,
  uniform: (cause: string) => number,
): string | null {
  const shares: Readonly<Record<Feeling, number>> = {
    crowded: values.crowdedShare,
    watched: values.watchedShare,
    policed: values.policedShare,
    medical: values.medicalShare,
  };
  if (km !== null && km > 0 && uniform('distance') >= exp(-km / values.reachKm)) return 'distance';
  const feeling = feltAs.find((one) => uniform(one) < shares[one]);
  if (feeling !== undefined) return feeling;
  if (anotherProduct && uniform('product') < values.anotherProductShare) return 'product';
  return asksForPalm && uniform('palm') < values.palmShare ? 'palm' : null;
}
