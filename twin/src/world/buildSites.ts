import type { Kernel } from '../kernel/Kernel.js';
import { siteOf, type WorldSpec } from '../spec/WorldSpec.js';
import { Lobby } from './Lobby.js';
import { OverrideDesk } from './OverrideDesk.js';
import { Presence } from './Presence.js';
import { ALL_OPEN, type Openings } from './programme/Openings.js';
import { hasRoster } from './RoundPlan.js';
import { Site } from './Site.js';
import type { Startable } from './Startable.js';

/**
 * Registers every site, `SITE`, the lobby of every machine, `MACHINE/lobby`, and whoever may sign there, `MACHINE/signers`.
 * Returns what is to be started.
 */
export function buildSites(kernel: Kernel, spec: WorldSpec, openings: Pick<Openings, 'isOpened'> = ALL_OPEN): Startable[] {
  for (const machine of spec.machines) {
    const lobby = new Lobby(kernel, machine.id, hasRoster(spec, machine.site) ? `${machine.site}/roster` : null);
    const place = {
      machine: machine.id,
      signers: siteOf(spec, machine.id).overrideBy,
      presence: new Presence(spec, machine.id),
      isHere: (person: string) => lobby.isInside(person),
    };
    new OverrideDesk(kernel, place, [spec.parameters, machine.parameters]);
  }
  return spec.sites.map((site) => {
    const machines = spec.machines.filter((machine) => machine.site === site.id).map(({ id }) => id);
    return new Site(kernel, site, machines, spec.epoch_us, openings.isOpened(site.id));
  });
}
