import { roundsDefinition } from '../charts/rounds.chart.js';
import { shiftDefinition } from '../charts/shift.chart.js';
import { ChartComponent } from '../engine/ChartComponent.js';
import type { EngineOf } from '../engine/tableEngineOf.js';
import type { Kernel } from '../kernel/Kernel.js';
import type { WorldSpec } from '../spec/WorldSpec.js';
import { CheckIns } from './CheckIns.js';
import { LookUps } from './LookUps.js';
import { Roster } from './Roster.js';
import { hasRoster, RoundPlan } from './RoundPlan.js';
import type { Startable } from './Startable.js';

/**
 * Registers what keeps a site in touch, where its scenario has it: `SITE/look-ups`, `SITE/check-ins`, `SITE/shift` with `SITE/roster`, and of
 * contacts on rounds `nurse/rounds` with `nurse/round-plan`. Returns what is to be started.
 */
export function buildCare(kernel: Kernel, spec: WorldSpec, engineOf: EngineOf): Startable[] {
  const parameters = [spec.parameters];
  const startables: Startable[] = [];
  for (const site of spec.sites) {
    const machines = spec.machines.filter((machine) => machine.site === site.id).map(({ id }) => id);
    if (site.looksUp) {
      const calls = spec.contacts.find(({ id }) => id === site.looksUp?.calls) ?? null;
      const of = { owner: site.id, role: 'staff' as const, manual: site.manual === true, calls, epoch_us: spec.epoch_us };
      new LookUps(kernel, of, parameters);
    }
    if (site.checkIn) startables.push(new CheckIns(kernel, site, site.checkIn, machines, spec.epoch_us));
    if (!hasRoster(spec, site.id)) continue;
    const wiring = { address: `${site.id}/shift`, level: 3 as const, roles: {}, parameters };
    startables.push(new ChartComponent(kernel, engineOf(shiftDefinition), wiring), new Roster(kernel, site, spec.epoch_us));
  }
  for (const contact of spec.contacts) {
    const { id, rounds = [] } = contact;
    if (rounds.length === 0) continue;
    const wiring = { address: `${id}/rounds`, level: 3 as const, roles: { plan: `${id}/round-plan` }, parameters };
    startables.push(new ChartComponent(kernel, engineOf(roundsDefinition), wiring), new RoundPlan(kernel, spec, contact, rounds));
  }
  return startables;
}
