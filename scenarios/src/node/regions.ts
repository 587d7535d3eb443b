import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Complaint, quote } from '../format/Complaint.js';
import { decodeUtf8 } from '../format/decodeUtf8.js';
import { nearestName } from '../format/nearestName.js';
import type { Problems } from '../format/Problem.js';
import { SIZE_LIMIT } from '../format/readYaml.js';
import { REGION_LISTS, type RegionList } from '../sizing/region/REGION_COLUMNS.js';
import { type RegionRead, readRegion } from '../sizing/region/readRegion.js';
import type { NamedText } from '../sizing/region/readRegionHeader.js';
import { problemOfFile } from './problemOfFile.js';
import { readBytes } from './readBytes.js';

/** Where the regions lie that come with dosetwin: `NAME.yaml`, with `NAME.places.csv`, `NAME.links.csv`, `NAME.candidates.csv`. */
export const REGIONS = fileURLToPath(new URL('../../regions/', import.meta.url));

const LARGEST_LIST = 4 * SIZE_LIMIT;

export interface RegionEntry {
  /** As on the command line: `northern-ontario`. */
  readonly name: string;
  readonly title: string;
  readonly isHypothetical: boolean;
  readonly places: number;
  readonly candidates: number;
  readonly file: string;
}

export function regionNames(folder = REGIONS): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort();
}

/** Every region that comes with dosetwin, by name; one that does not load gives its problems instead. */
export function listRegions(folder = REGIONS): {
  readonly entries: readonly RegionEntry[];
  readonly broken: readonly Problems[];
} {
  const entries: RegionEntry[] = [];
  const broken: Problems[] = [];
  for (const name of regionNames(folder)) {
    const file = join(folder, `${name}.yaml`);
    const read = readRegionFile(file);
    if ('problems' in read) broken.push(read);
    else {
      const { title, isHypothetical, places, candidates } = read.region;
      entries.push({ name, title, isHypothetical, places: places.length, candidates: candidates.length, file });
    }
  }
  return { entries, broken };
}

/** Finds a region as people name it: `northern-ontario`, or `my/own.yaml`. What holds a slash or ends in .yaml or .yml is a path. */
export function loadRegion(written: string, folder = REGIONS): RegionRead {
  if (/[\\/]/.test(written) || /\.ya?ml$/.test(written)) return readRegionFile(written);
  const names = regionNames(folder);
  if (names.includes(written)) return readRegionFile(join(folder, `${written}.yaml`));
  const found = quote(written);
  const nearest = nearestName(written, names);
  const advice =
    nearest === null
      ? `there are ${names.join(', ')}; a file of your own is named with its path, such as ./own.yaml`
      : `did you mean ${nearest}?`;
  return problemOfFile(
    written,
    new Complaint(`${found} is no region that comes with dosetwin; ${advice}`, found, 'a region', nearest),
  );
}

/** Whether a file is meant as a region: its list of places stands beside it, or it lies among the regions. */
export function isRegionFile(file: string): boolean {
  return /\.ya?ml$/.test(file) && (existsSync(listFile(file, 'places')) || /(^|[\\/])regions[\\/][^\\/]+$/.test(file));
}

/** Reads a region file with the lists beside it. */
export function readRegionFile(file: string): RegionRead {
  const region = textOf(file, SIZE_LIMIT, 'region');
  if ('problems' in region) return region;
  const lists = new Map<RegionList, NamedText>();
  for (const list of REGION_LISTS) {
    const path = listFile(file, list);
    if (list === 'links' && !existsSync(path)) continue;
    if (!existsSync(path)) return missingList(file, list, path);
    const text = textOf(path, LARGEST_LIST, 'list');
    if ('problems' in text) return text;
    lists.set(list, text);
  }
  const [places, links, candidates] = REGION_LISTS.map((list) => lists.get(list));
  if (!places || !candidates) throw new Error('a list was neither read nor told to be missing');
  return readRegion({ id: stemOf(file), region, places, ...(links && { links }), candidates });
}

/** `own.places.csv` beside `own.yaml`. */
export function listFile(file: string, list: RegionList): string {
  return join(dirname(file), `${stemOf(file)}.${list}.csv`);
}

function stemOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/, '');
}

function missingList(file: string, list: RegionList, path: string): Problems {
  const message = `the list of ${list} is missing; it stands beside the region file, as ${basename(path)}`;
  return problemOfFile(file, new Complaint(message, 'nothing', basename(path)));
}

function textOf(file: string, limit: number, kind: string): NamedText | Problems {
  const bytes = readBytes(file, limit + 1, kind);
  if ('problems' in bytes) return bytes;
  if (bytes.length > limit) {
    const most = `at most ${limit / SIZE_LIMIT} MiB`;
    return problemOfFile(
      file,
      Complaint.of('the file', `has more than a ${kind} may have, ${most}: is it the right file?`, most),
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return problemOfFile(
      file,
      Complaint.of('the file', 'is a packed workbook in spite of its name; save it as "CSV UTF-8"', 'text in UTF-8'),
    );
  }
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return { file, text: decoded.text };
  const line = 1 + bytes.subarray(0, decoded.badByteAt).filter((byte) => byte === 0x0a).length;
  return problemOfFile(
    file,
    Complaint.of('the file', `has a letter in line ${line} that is not in UTF-8; save it as UTF-8`, 'text in UTF-8'),
  );
}
