import { isZoneName, US_PER_DAY, zoneNames } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { nearestName, unknownName } from '../nearestName.js';
import { placeOf } from '../placeOf.js';
import type { ReadSections } from '../readSections.js';
import type { PlacedComplaint } from '../readYaml.js';
import { nodeAt, plainOf, type SourceNode, type SourcePath } from '../SourceNode.js';
import { epochAt, ScenarioClock, skippedTime } from './ScenarioClock.js';

/** Zones named after places: abbreviations such as EST are no advice to give. */
const PLACES = zoneNames.filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'));
/** Addresses of the world's own, and what they stand for. */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ['input', 'what comes from outside'],
  ['faults', 'what a scenario brings about'],
]);
const LONGEST_US = 3_660 * US_PER_DAY;

/** A scenario while its names and times are looked up: what could be read, which names there are, and what was found wrong. */
export class Resolution {
  readonly complaints: PlacedComplaint[] = [];
  /** Names as they stand in the file, also of entries that could not be read. */
  readonly siteNames: readonly string[];
  readonly machineNames: readonly string[];
  readonly contactNames: readonly string[];
  readonly prescriberNames: readonly string[];
  readonly clock: ScenarioClock | null;
  /** The first site's zone: what `zone` and contacts' zones are when left out. */
  readonly firstZone: string | null;

  constructor(
    readonly root: SourceNode,
    readonly sections: ReadSections,
    readonly seed: number,
  ) {
    this.siteNames = this.#names('sites');
    this.machineNames = this.#names('machines');
    this.contactNames = this.#names('contacts');
    this.prescriberNames = this.#names('prescribers');
    const first = sections.sites && Object.values(sections.sites)[0]?.zone;
    this.firstZone = first !== undefined && isZoneName(first) ? first : null;
    this.#checkNames();
    this.clock = this.#startClock();
  }

  complain(path: SourcePath, complaint: Complaint, atKey = false): void {
    this.complaints.push({ ...placeOf(this.root, path, atKey), complaint });
  }

  /** The value if it is none; otherwise the complaint is noted, and there is nothing. */
  unless<T>(path: SourcePath, value: T | Complaint): T | null {
    if (!(value instanceof Complaint)) return value;
    this.complain(path, value);
    return null;
  }

  /** True if the name is one of these; otherwise it is a complaint. */
  refers(path: SourcePath, name: string, kind: string, names: readonly string[]): boolean {
    if (names.includes(name)) return true;
    this.complain(path, unknownName(name, kind, names));
    return false;
  }

  /** What stands at a path, as plain data. */
  plainAt(path: SourcePath): unknown {
    const node = nodeAt(this.root, path);
    return node && plainOf(node);
  }

  isZone(name: string): boolean {
    return isZoneName(name);
  }

  zone(path: SourcePath, written: string | undefined): string | null {
    if (written === undefined) return this.firstZone;
    if (isZoneName(written)) return written;
    const nearest = nearestName(written, PLACES) ?? PLACES.find((zone) => zone.endsWith(`/${written}`)) ?? null;
    const found = quote(written);
    const advice = nearest === null ? 'write an IANA zone such as America/Vancouver' : `did you mean ${nearest}?`;
    this.complain(path, new Complaint(`${found} is no time zone; ${advice}`, found, 'an IANA time zone', nearest));
    return null;
  }

  #names(section: string): readonly string[] {
    const node = nodeAt(this.root, [section]);
    return node?.kind === 'map' ? [...node.entries.keys()] : [];
  }

  /** Names become addresses in the trace, so each stands for one thing, and is plain. */
  #checkNames(): void {
    const taken = new Map<string, string>();
    const kinds = [
      ['sites', 'a site'],
      ['machines', 'a machine'],
      ['contacts', 'a contact'],
      ['prescribers', 'a prescriber'],
    ] as const;
    for (const [section, kind] of kinds) {
      for (const name of this.#names(section)) {
        const before = taken.get(name);
        const shape = 'cannot be a name; use small letters, digits and hyphens, beginning with a letter, such as harbour-house';
        const reserved = RESERVED.get(name);
        const message = reserved
          ? `stands for ${reserved} in the trace; choose another name`
          : before
            ? `is ${before} already; names are given once`
            : /^[a-z][a-z0-9-]{0,39}$/.test(name)
              ? null
              : shape;
        if (message !== null) this.complain([section, name], Complaint.of(quote(name), message, 'another name'), true);
        taken.set(name, kind);
      }
    }
    if (this.contactNames.includes('staff')) {
      const message = "means the site's own staff in override-by; call this contact something else, such as caretaker";
      this.complain(['contacts', 'staff'], Complaint.of("'staff'", message, 'another name'), true);
    }
  }

  #startClock(): ScenarioClock | null {
    const { start, length } = this.sections;
    const zone = this.zone(['zone'], this.sections.zone);
    if (length !== undefined && length > LONGEST_US) {
      this.complain(
        ['length'],
        Complaint.of('this', 'is longer than ten years; a scenario lasts at most 3660 d', 'at most 3660 d'),
      );
    }
    if (start === undefined || zone === null) return null;
    const epoch_us = epochAt(zone, start);
    if (epoch_us !== null) return new ScenarioClock(epoch_us, length ?? 0, length !== undefined);
    this.complain(['start'], skippedTime(zone, start));
    return null;
  }
}
