/** What the world starts once, at the scenario's start and never after a checkpoint, in the order of the specification. */
export interface Startable {
  start(): void;
}
