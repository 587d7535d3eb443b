import type { KernelEvent } from '../kernel/Kernel.js';

const bareEvents = new Map<string, KernelEvent>();

/** An event without arguments: nobody changes an event, so that one of each is enough. */
export function bareEvent(type: string): KernelEvent {
  let event = bareEvents.get(type);
  if (event === undefined) {
    event = Object.freeze({ type });
    bareEvents.set(type, event);
  }
  return event;
}
