import type { PlanModel } from './PlanModel.js';
import type { Totals } from './Totals.js';

/** What a simulation counts as it goes: whole numbers all. */
export class Tally {
  due = 0;
  stayedAway = 0;
  came = 0;
  served = 0;
  lostToDown = 0;
  lostToJam = 0;
  lostToEmpty = 0;
  lostToPalm = 0;
  lostToClosed = 0;
  servedElsewhere = 0;
  travelled_m = 0;
  faults = 0;
  down_min = 0;
  clearing_min = 0;
  waiting_min = 0;
  rounds = 0;
  technician_km = 0;

  totals(model: PlanModel): Totals {
    const { future, machines, siteOf, days, costPerYear } = model;
    const value = (path: string) => future.values.get(path) as number;
    let perYear = 0;
    for (const site of siteOf) perYear += costPerYear[site] as number;
    const staff =
      this.served * value('services.minutesPerDose') +
      this.faults * value('services.minutesPerFault') +
      this.rounds * value('services.minutesPerRound');
    const { due, stayedAway, came, served, lostToDown, lostToJam, lostToEmpty, lostToPalm, lostToClosed } = this;
    return {
      people: model.people,
      reached: model.key0.length,
      ...model.leftOut,
      machines,
      ...{ due, stayedAway, came, served, lostToDown, lostToJam, lostToEmpty, lostToPalm, lostToClosed },
      servedElsewhere: this.servedElsewhere,
      travelled_m: this.travelled_m,
      faults: this.faults,
      down_min: this.down_min,
      clearing_min: this.clearing_min,
      waiting_min: this.waiting_min,
      staff_min: Math.round(staff),
      technician_km: Math.round(this.technician_km),
      cost: Math.round((perYear * days) / 365),
    };
  }
}
