import type { ParameterOverrides } from '../charts/parameters.js';
import type { ContactSpec, SiteSpec } from '../spec/WorldSpec.js';
import type { MachineAddresses } from './MachineAddresses.js';

/** Where a helpline stands, and whom it may turn to. */
export interface HelplinePlace {
  readonly machine: string;
  readonly site: SiteSpec;
  /** All contacts of the world, by id. */
  readonly contacts: ReadonlyMap<string, ContactSpec>;
  readonly addresses: MachineAddresses;
  readonly epoch_us: number;
  /** Who says when the door may be opened, if anybody does: the address of the machine's doorkeeper. */
  readonly doorkeeper?: string | null;
  readonly parameters: readonly ParameterOverrides[];
}
