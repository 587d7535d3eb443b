import { counterDefinition } from '../../charts/counter.chart.js';
import { ChartComponent } from '../../engine/ChartComponent.js';
import type { EngineOf } from '../../engine/tableEngineOf.js';
import type { Kernel } from '../../kernel/Kernel.js';
import type { WorldSpec } from '../../spec/WorldSpec.js';
import type { Startable } from '../Startable.js';
import { CounterQueue } from './CounterQueue.js';
import { PharmacyBooks } from './PharmacyBooks.js';

/**
 * Registers every pharmacy that has a pharmacist: its counter, `SITE/counter` with `SITE/queue`, and its books, `SITE/books`.
 * Returns what is to be started.
 */
export function buildPharmacies(kernel: Kernel, spec: WorldSpec, engineOf: EngineOf): Startable[] {
  const parameters = [spec.parameters];
  return spec.sites.flatMap((site) => {
    const pharmacist = spec.contacts.find(({ id }) => id === site.pharmacist);
    if (!pharmacist) return [];
    new PharmacyBooks(kernel, site.id, parameters);
    const wiring = { address: `${site.id}/counter`, level: 3 as const, roles: { queue: `${site.id}/queue` }, parameters };
    const chart = new ChartComponent(kernel, engineOf(counterDefinition), wiring);
    return [chart, new CounterQueue(kernel, site, pharmacist, spec.epoch_us, parameters)];
  });
}

/** Where the work of a contact is booked, `null` for one who keeps no pharmacy. */
export function booksOf(spec: WorldSpec, contact: string): string | null {
  const pharmacy = spec.sites.find(({ pharmacist }) => pharmacist === contact);
  return pharmacy ? `${pharmacy.id}/books` : null;
}
