import { MIN_PER_DAY } from '@dosetwin/twin';
import type { Crew } from './Crew.js';
import { exponential } from './exponential.js';
import { keyedDraw, keyedUniform } from './keyedDraw.js';
import { nextRound } from './nextRound.js';
import type { PlanModel } from './PlanModel.js';
import type { SiteTables } from './RegionTables.js';
import { NEVER } from './WeekClock.js';

/** Draws of one ticket, and how many there are. */
export const TICKET_DRAW = { notice: 0, remote: 1, key: 2, keyAgain: 3 } as const;
export const TICKET_DRAWS = 4;

/** Whoever comes to a machine, in minutes on its site's clock. */
export interface Helper {
  readonly who: 'key-holder' | 'technician' | 'whoever-restocks';
  readonly setsOff: number;
  readonly arrives: number;
  /** Minutes for which a technician was busy elsewhere, and kilometres there and back. */
  readonly waited: number;
  readonly km: number;
}

/**
 * What the region says of help with a machine's ticket (Z9): when each step comes, by the draws of the machine's `ticket`-th ticket. Notice
 * is exponential in the site's open hours; the desk's work, a visit and a part take what the future says.
 */
export class Help {
  readonly #model: PlanModel;
  readonly #crew: Crew;

  constructor(model: PlanModel, crew: Crew) {
    this.#model = model;
    this.#crew = crew;
  }

  /** When somebody notices what happened at `minute`. */
  noticed(machine: number, ticket: number, minute: number): number {
    const { machineKey0, machineKey1, chances } = this.#model;
    const word = keyedDraw(
      machineKey0[machine] as number,
      machineKey1[machine] as number,
      ticket * TICKET_DRAWS + TICKET_DRAW.notice,
    );
    const wait = exponential(word) * chances.noticeMinutes;
    return this.#site(machine).clock.afterOpen(minute, Math.round(wait));
  }

  /** When the desk answers: at once in its own hours. */
  deskAnswers(machine: number, minute: number): number {
    const { tables, days } = this.#model;
    const ahead = this.#site(machine).deskAhead[Math.min(days - 1, Math.floor(minute / MIN_PER_DAY))] as number;
    const answers = tables.desk.nextOpen(minute + ahead);
    return answers >= NEVER ? NEVER : answers - ahead;
  }

  isFixedFromAfar(machine: number, ticket: number): boolean {
    return this.#draw(machine, ticket, TICKET_DRAW.remote) < this.#model.chances.remoteFix;
  }

  /** Somebody with a key on site, else a technician, else whoever restocks next; `isAgain` once a part has come. */
  comes(machine: number, ticket: number, minute: number, isAgain: boolean): Helper {
    const candidate = this.#model.siteOf[machine] as number;
    const draw = this.#draw(machine, ticket, isAgain ? TICKET_DRAW.keyAgain : TICKET_DRAW.key);
    if (draw < (this.#model.keyOnSite[candidate] as number)) {
      const arrives = this.#site(machine).clock.nextOpen(minute);
      return { who: 'key-holder', setsOff: minute, arrives, waited: 0, km: 0 };
    }
    const sent = this.#crew.send(candidate, minute);
    if (sent) {
      const { arrives, waited, km } = sent;
      return { who: 'technician', setsOff: Math.max(minute, sent.setsOff), arrives, waited, km };
    }
    const arrives = nextRound(this.#model, machine, minute);
    return { who: 'whoever-restocks', setsOff: arrives, arrives, waited: 0, km: 0 };
  }

  #draw(machine: number, ticket: number, draw: number): number {
    const { machineKey0, machineKey1 } = this.#model;
    return keyedUniform(machineKey0[machine] as number, machineKey1[machine] as number, ticket * TICKET_DRAWS + draw);
  }

  #site(machine: number): SiteTables {
    return this.#model.tables.sites[this.#model.siteOf[machine] as number] as SiteTables;
  }
}
