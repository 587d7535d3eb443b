import type { AdmissionSpec, HomeSpec } from '../../spec/ProgrammeSpec.js';

/**
 * The first rule of a site by which it does not take a person on, `null` if it does: tenancy, then what it requires, then what
 * it refuses, each in the order in which the scenario writes it.
 */
export function refusedBy(
  site: { readonly id: string; readonly admission?: AdmissionSpec },
  person: { readonly traits: ReadonlySet<string>; readonly home: HomeSpec | null },
): string | null {
  const rules = site.admission;
  if (!rules) return null;
  if (rules.tenantsOnly && person.home !== site.id) return 'tenants-only';
  const missing = rules.requires.find((trait) => !person.traits.has(trait));
  if (missing !== undefined) return `requires-${missing}`;
  const refused = rules.refuses.find((trait) => person.traits.has(trait));
  return refused === undefined ? null : `refuses-${refused}`;
}
