import type { Kernel } from '../kernel/Kernel.js';
import type { FaultCause } from '../spec/WorldSpec.js';
import type { BodyOptions } from './BodyOptions.js';
import type { Command, Contents, Hand, PowerChange, Signal } from './hinge.js';
import type { LaneTruth } from './Lane.js';
import { Mechanism } from './Mechanism.js';
import { ModelController } from './ModelController.js';
import type { SimulatedBody } from './SimulatedBody.js';

/** Levels 0 and 1 simulated: the charts on the model controller, over the mechanism. */
export class ModelBody implements SimulatedBody {
  readonly mechanism: Mechanism;
  readonly controller: ModelController;
  readonly isStill = true;

  constructor(kernel: Kernel, options: BodyOptions) {
    this.mechanism = new Mechanism(kernel, options);
    this.controller = new ModelController(kernel, this.mechanism, options);
  }

  start(): void {
    this.controller.start();
  }

  command(command: Command, at_us = 0): void {
    this.controller.command(command, at_us);
  }

  sample(): boolean {
    return this.controller.saysNow;
  }

  poll(before_us = Number.POSITIVE_INFINITY): readonly Signal[] {
    return this.controller.poll(before_us);
  }

  hand(hand: Hand): void {
    this.mechanism.hand(hand);
  }

  fault(fault: { readonly cause: FaultCause; readonly cartridge: number }): void {
    this.mechanism.fault(fault);
  }

  look(cartridge: number): Contents {
    return this.mechanism.truth(cartridge);
  }

  ease(cartridge: number): void {
    this.mechanism.ease(cartridge);
  }

  power(what: PowerChange): void {
    if (what !== 'on') {
      this.controller.powerOff();
      this.mechanism.cutPower();
    }
    if (what !== 'off') this.controller.start();
  }

  tamper(open: boolean): void {
    this.mechanism.tamper(open);
  }

  /** Where every package of a cartridge is, for checkers that stand outside both levels. */
  truth(cartridge: number): LaneTruth {
    return this.mechanism.truth(cartridge);
  }
}
