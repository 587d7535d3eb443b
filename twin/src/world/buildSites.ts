import type { Kernel } from '../kernel/Kernel.js';
import type { WorldSpec } from '../spec/WorldSpec.js';
import { Lobby } from './Lobby.js';
import { Site } from './Site.js';
import type { Startable } from './Startable.js';

/** Registers every site, `SITE`, and the lobby of every machine, `MACHINE/lobby`. Returns what is to be started. */
export function buildSites(kernel: Kernel, spec: WorldSpec): Startable[] {
  for (const { id } of spec.machines) new Lobby(kernel, id);
  return spec.sites.map((site) => {
    const machines = spec.machines.filter((machine) => machine.site === site.id).map(({ id }) => id);
    return new Site(kernel, site, machines, spec.epoch_us);
  });
}
