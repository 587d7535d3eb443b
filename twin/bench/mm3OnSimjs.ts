import { CUSTOMERS, Draws, SERVERS, WaitingLine } from './mm3.js';
import { SEED } from './mm3OnTheKernel.js';
import { simjs } from './simjs.js';

/** The desk with three servers as simjs would have it: a facility, and an entity at whose hands customers come. */
class Arrivals extends simjs.Entity {
  readonly line = new WaitingLine();
  readonly #desk = new simjs.Facility('desk', simjs.Facility.FCFS, SERVERS);
  readonly #draws = new Draws(SEED);

  start(): void {
    this.setTimer(0).done(this.#comes, this);
  }

  #comes(): void {
    const service_us = this.#draws.service_us();
    this.useFacility(this.#desk, service_us).done(this.#leaves, this, [this.time(), service_us]);
    this.setTimer(this.#draws.gap_us()).done(this.#comes, this);
  }

  #leaves(came_us: number, service_us: number): void {
    this.line.waited(this.time() - service_us - came_us);
  }
}

export function onSimjs(): WaitingLine {
  const sim = new simjs.Sim();
  const { line } = sim.addEntity(Arrivals);
  for (; line.served < CUSTOMERS; line.events++) sim.step();
  return line;
}
