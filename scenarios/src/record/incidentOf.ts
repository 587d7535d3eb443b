import { FAULT_CAUSES, type TraceEntry } from '@dosetwin/twin';
import { befallsWholeMachine } from '../format/schema/eventSchemas.js';
import { ownerOf, partOf } from '../measures/address.js';
import { numberOf, textOf } from '../measures/fieldsOf.js';

/** What went wrong with one machine, as a scenario's `faults` would have it. Microseconds since the start. */
export interface IncidentFault {
  readonly at_us: number;
  readonly cause: string;
  /** 0 where the cause is the machine's. */
  readonly cartridge: number;
  /** `null` where it has no length, or did not end in the record. */
  readonly lasted_us: number | null;
}

/** Entries that begin and end what befalls a machine from around it, with the scenario's word for it. */
const AROUND: readonly { readonly begins: string; readonly ends: string; readonly cause: string }[] = [
  { begins: 'link-lost', ends: 'link-restored', cause: 'network' },
  { begins: 'power-lost', ends: 'power-restored', cause: 'power-cut' },
  { begins: 'tamper-alarm', ends: 'tamper-over', cause: 'tamper' },
  { begins: 'video-lost', ends: 'video-restored', cause: 'video' },
];

/**
 * The incident in a record's entries: what befell one machine, and when, in order, whoever or whatever brought it about. What
 * people did about it is not in it, so that another site can show what it would have done.
 */
export function incidentOf(entries: readonly TraceEntry[], machine: string): IncidentFault[] {
  const faults: IncidentFault[] = [];
  for (const entry of entries) {
    if (ownerOf(entry.source) !== machine) continue;
    const cause = textOf(entry, 'cause');
    if (entry.kind === 'fault' && partOf(entry.source) === 'mechanism' && FAULT_CAUSES.some((one) => one === cause)) {
      const cartridge = befallsWholeMachine(cause) ? 0 : numberOf(entry, 'cartridge');
      faults.push({ at_us: entry.t_us, cause, cartridge, lasted_us: null });
    }
    if (entry.kind === 'controller-reset')
      faults.push({ at_us: entry.t_us, cause: 'controller-reset', cartridge: 0, lasted_us: null });
    const around = AROUND.find(({ begins, ends }) => [begins, ends].includes(entry.kind));
    if (around?.begins === entry.kind) faults.push({ at_us: entry.t_us, cause: around.cause, cartridge: 0, lasted_us: null });
    else if (around) endLast(faults, around.cause, entry.t_us);
  }
  return faults;
}

function endLast(faults: IncidentFault[], cause: string, at_us: number): void {
  const index = faults.findLastIndex((fault) => fault.cause === cause && fault.lasted_us === null);
  const fault = faults[index];
  if (fault) faults[index] = { ...fault, lasted_us: at_us - fault.at_us };
}

/** The incident as the `faults` of a scenario file at another machine; times count from that scenario's start. */
export function incidentText(incident: readonly IncidentFault[], machine: string): string {
  const ms = (us: number) => `${Math.round(us / 1000)} ms`;
  const lines = incident.map(({ at_us, cause, cartridge, lasted_us }) => {
    const keys = [
      `at: +${ms(at_us)}`,
      `machine: ${machine}`,
      ...(cartridge === 0 ? [] : [`cartridge: ${cartridge}`]),
      `cause: ${cause}`,
      ...(lasted_us === null ? [] : [`for: ${ms(lasted_us)}`]),
    ];
    return `  - { ${keys.join(', ')} }\n`;
  });
  return lines.length === 0 ? 'faults: []\n' : `faults:\n${lines.join('')}`;
}
