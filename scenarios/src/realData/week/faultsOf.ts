import { US_PER_MIN } from '@dosetwin/twin';
import { writeDateTime } from '../../format/units/readLocalTime.js';
import type { RealWeek } from '../RealWeek.js';
import type { CauseOfTicket, TicketRow } from '../TicketRow.js';
import { type Draw, shuffled } from './Lot.js';

const OF_A_CARTRIDGE: readonly CauseOfTicket[] = ['stall-by-current', 'stall-by-cam', 'hang-up', 'misalignment', 'double-feed'];
const THAT_LAST: readonly CauseOfTicket[] = ['network', 'power-cut', 'tamper', 'video'];

export interface FaultsOfWeek {
  readonly lines: readonly string[];
  readonly count: number;
  /** Tickets of the week that are no fault of a scenario: of another cause, or of a cartridge where nobody comes. */
  readonly passedOver: number;
}

/** The tickets between two instants (microseconds since 1970) as faults, under new machines and cartridges. */
export function faultsOf(
  week: RealWeek,
  machines: ReadonlyMap<string, string>,
  { from_us, to_us }: { from_us: number; to_us: number },
  draw: Draw,
): FaultsOfWeek {
  const began = ({ at_us }: TicketRow) => at_us.began ?? at_us.noticed ?? 0;
  const ofWeek = week.tickets.filter((ticket) => began(ticket) >= from_us && began(ticket) < to_us);
  const lanes = new Lanes(week, draw);
  const lines = [...ofWeek]
    .sort((a, b) => began(a) - began(b))
    .flatMap((ticket) => {
      const { machine, cause, times, at_us } = ticket;
      const at = times.began ?? times.noticed;
      const lane = OF_A_CARTRIDGE.includes(cause) ? lanes.laneOf(ticket) : 0;
      if (cause === 'other' || at === undefined || lane === null) return [];
      const lasted_min = Math.round(((at_us.cleared ?? began(ticket)) - began(ticket)) / US_PER_MIN);
      const keys = [
        ...[`at: ${writeDateTime(at)}`, `machine: ${machines.get(machine) ?? machine}`],
        ...(lane === 0 ? [] : [`cartridge: ${lane}`]),
        `cause: ${cause}`,
        ...(THAT_LAST.includes(cause) && lasted_min > 0 ? [`for: ${lasted_min} min`] : []),
      ];
      return [`  - { ${keys.join(', ')} }`];
    });
  return { lines, count: lines.length, passedOver: ofWeek.length - lines.length };
}

/** New numbers for cartridges, among those that belong to somebody: the same for the same, and drawn by lot. */
class Lanes {
  readonly #free = new Map<string, number[]>();
  readonly #given = new Map<string, number>();
  readonly #draw: Draw;

  constructor({ people, sites }: RealWeek, draw: Draw) {
    this.#draw = draw;
    for (const { machine } of sites) {
      const count = people.filter((person) => person.machine === machine).length;
      this.#free.set(
        machine,
        shuffled(
          Array.from({ length: count }, (_, i) => i + 1),
          draw,
        ),
      );
    }
  }

  /** `null` where nobody has a cartridge. */
  laneOf({ machine, cartridge }: TicketRow): number | null {
    const free = this.#free.get(machine) ?? [];
    if (free.length === 0) return null;
    if (cartridge === null) return free[this.#draw(free.length)] ?? null;
    const key = `${machine} ${cartridge}`;
    // Numbers go round where a list has more cartridges than people.
    const lane = this.#given.get(key) ?? (free[this.#given.size % free.length] as number);
    this.#given.set(key, lane);
    return lane;
  }
}
