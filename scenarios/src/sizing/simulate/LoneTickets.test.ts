import { expect, it } from 'vitest';
import { ALWAYS, fixed, oneEach, smallRegion, WEEKDAYS_9_TO_17 } from '../../../test/smallRegion.js';
import type { Region } from '../region/Region.js';
import { Crew } from './Crew.js';
import { compilePlan } from './compilePlan.js';
import { future } from './future.js';
import { Help } from './Help.js';
import { LoneTickets } from './LoneTickets.js';
import { NEVER } from './WeekClock.js';

/** Five sites, some of which close; technicians at three of them with hours of their own, one in another zone. */
const regionOf = (region: Region): Region => ({
  ...region,
  places: region.places.map((place, i) => ({ ...place, zone: i === 4 ? 'America/Winnipeg' : place.zone })),
  candidates: region.candidates.map((one, i) => ({ ...one, week: i % 2 === 0 ? WEEKDAYS_9_TO_17 : ALWAYS })),
  support: {
    ...region.support,
    technicians: [
      { id: 'near', place: 'p1', week: WEEKDAYS_9_TO_17 },
      { id: 'far', place: 'p4', week: ALWAYS },
      { id: 'also-near', place: 'p1', week: WEEKDAYS_9_TO_17 },
    ],
  },
  services: { ...region.services, roundFails: fixed(0.3) },
});

it('[Z9] a ticket of a machine alone is done in the minute in which help and a free crew would have done it', () => {
  for (const withoutTechnicians of [false, true]) {
    const region = smallRegion({ places: 5, peopleEach: 10, days: 100, change: regionOf });
    const alone = { ...region, support: { ...region.support, technicians: [] } };
    const model = compilePlan(withoutTechnicians ? alone : region, oneEach(5), future(region, 3, 0));
    const [crew, tickets] = [new Crew(model), new LoneTickets(model)];
    const help = new Help(model, crew);
    const { remoteMinutes, clearMinutes, partMinutes } = model.chances;
    let km = 0;
    const comes = (machine: number, ticket: number, minute: number, isAgain: boolean) => {
      crew.reset();
      const helper = help.comes(machine, ticket, minute, isAgain);
      km += 2 * helper.km;
      return helper.arrives + clearMinutes;
    };
    for (let machine = 0; machine < 5; machine++) {
      tickets.turnTo(machine);
      for (let ticket = 1; ticket <= 120; ticket++) {
        const [minute, part] = [ticket * 997, ticket % 3 === 0];
        const helped = help.deskAnswers(machine, help.noticed(machine, ticket, minute)) + remoteMinutes;
        let done = helped;
        if (part || !help.isFixedFromAfar(machine, ticket)) done = comes(machine, ticket, helped, false);
        if (part && done < NEVER) done = comes(machine, ticket, done + partMinutes, true);
        expect(Math.min(NEVER, tickets.end(minute, part, 2))).toBe(Math.min(NEVER, done));
      }
    }
    expect(tickets.km).toBeCloseTo(km, 6);
    expect(km > 0).toBe(!withoutTechnicians);
  }
});
