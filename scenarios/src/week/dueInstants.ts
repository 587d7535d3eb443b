import { epochOfDay, MIN_PER_DAY, type SiteSpec, type WorldSpec } from '@dosetwin/twin';

/**
 * When doses of a site fall due in some days, microseconds since the scenario's start, in order. The doses of one window
 * are spread evenly over it, so that no person's time can be read from them.
 */
export function dueInstants(spec: WorldSpec, site: SiteSpec, firstDay: number, days: number): number[] {
  const machines = spec.machines.filter((machine) => machine.site === site.id).map(({ id }) => id);
  const windows = spec.people
    .filter(({ machine }) => machines.includes(machine))
    .flatMap((person) =>
      person.windows.map(({ fromMin, toMin }) => `${fromMin} ${toMin > fromMin ? toMin : toMin + MIN_PER_DAY}`),
    );
  const counts = new Map<string, number>();
  for (const window of windows) counts.set(window, (counts.get(window) ?? 0) + 1);
  const instants = Array.from({ length: days }, (_, day) =>
    [...counts].flatMap(([window, count]) => {
      const [fromMin = 0, toMin = 0] = window.split(' ').map(Number);
      const from_us = epochOfDay(site.zone, firstDay + day, fromMin) - spec.epoch_us;
      const to_us = epochOfDay(site.zone, firstDay + day, toMin) - spec.epoch_us;
      return Array.from({ length: count }, (_, i) => Math.round(from_us + ((i + 0.5) / count) * (to_us - from_us)));
    }),
  );
  return instants.flat().sort((a, b) => a - b);
}
