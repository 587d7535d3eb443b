import { isSmall, type JamMeasures, MeasureFold, type Measures, type RunRecord, shownCount } from '@dosetwin/scenarios';
import { LocalClock } from '../words/LocalClock.js';
import type { ReportSurroundings } from './ReportSurroundings.js';

/** A record as its report tells it: one site's clock, the jam that the report is about, and the numbers. */
export interface Incident {
  readonly record: RunRecord;
  readonly surroundings: ReportSurroundings;
  /** The site that the report is about. */
  readonly site: string;
  readonly clock: LocalClock;
  /** The record's own, or, of an unfinished one, folded up to its last entry. */
  readonly measures: Measures;
  /** An unfinished record has no verdicts and no digest. */
  readonly isFinished: boolean;
  /** The first jam, if there was one. */
  readonly jam: JamMeasures | null;
  /** Up to when the record tells. */
  readonly end_us: number;
  /** A count of people, visits or doses as it may be shown: where a site's own lists are behind it, one to four are `fewer than 5`. */
  readonly shown: (count: number) => string;
  /** Whether a count is hidden so. */
  readonly isHidden: (count: number) => boolean;
}

export function readIncident(record: RunRecord, surroundings: ReportSurroundings): Incident {
  const measures = record.end?.measures ?? measuresSoFar(record);
  const jam = measures.jams[0] ?? null;
  const machines = surroundings.scenario?.world.machines ?? [];
  const sites = Object.keys(record.header.zones);
  const site = machines.find(({ id }) => id === jam?.machine)?.site ?? sites[0] ?? '';
  const isHidden = (count: number) => surroundings.scenario?.isImported === true && isSmall(count);
  const zone = record.header.zones[site] ?? 'UTC';
  return {
    record,
    surroundings,
    site,
    clock: new LocalClock(zone, record.header.epoch_us, surroundings.localTime),
    measures,
    isFinished: record.end !== null,
    jam,
    end_us: measures.end_us,
    isHidden,
    shown: (count) => (isHidden(count) ? shownCount(count) : String(count)),
  };
}

function measuresSoFar({ entries }: RunRecord): Measures {
  const fold = new MeasureFold();
  for (const entry of entries) fold.add(entry);
  return fold.result(entries.at(-1)?.t_us ?? 0);
}

/** The jams of the machine and cartridge that the report is about come first; each cartridge that jammed, once. */
export function jammedCartridges(incident: Incident): { readonly machine: string; readonly cartridge: number }[] {
  const seen = new Map<string, { machine: string; cartridge: number }>();
  for (const { machine, cartridge } of incident.measures.jams) seen.set(`${machine}/${cartridge}`, { machine, cartridge });
  return [...seen.values()];
}

/** Whether the report must say which machine it speaks of. */
export function hasSeveralMachines(incident: Incident): boolean {
  return Object.keys(incident.record.header.controllers).length > 1;
}
