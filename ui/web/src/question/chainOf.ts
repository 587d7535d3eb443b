import type { BenchFacts } from '../worker/BenchFacts.js';

/** The contacts whom a machine's site asks, in their order. */
export function chainOf(facts: BenchFacts, machine: string): readonly string[] {
  const site = facts.machines.find((one) => one.id === machine)?.site;
  return facts.sites.find((one) => one.id === site)?.chain ?? [];
}
