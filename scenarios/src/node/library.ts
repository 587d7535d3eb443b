import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Complaint, quote } from '../format/Complaint.js';
import { loadScenario } from '../format/loadScenario.js';
import { nearestName, unknownName } from '../format/nearestName.js';
import type { Problems } from '../format/Problem.js';
import type { Scenario, VariantHeader } from '../format/Scenario.js';
import type { Audience } from '../format/schema/scenarioSchema.js';
import { problemOfFile } from './problemOfFile.js';
import { readBytes } from './readBytes.js';

/** Where the library's files lie: `NAME.yaml`. */
export const LIBRARY = fileURLToPath(new URL('../../library/', import.meta.url));

/** One byte more than a scenario may have, so that a larger file is known to be one without reading it whole. */
const READ_LIMIT = 1_048_577;

export interface LibraryEntry {
  /** As on the command line: `stuck-dose-no-key`. */
  readonly name: string;
  readonly title: string;
  /** Rows of the study, `S1` to `S30`. */
  readonly study: readonly string[];
  readonly audience: readonly Audience[];
  /** A check of the bench itself: in no audience's list. */
  readonly isCheck: boolean;
  readonly variants: readonly VariantHeader[];
  readonly file: string;
}

/** A scenario that was asked for by its library name or its path, and the variant that was named after the colon. */
export interface FoundScenario {
  readonly name: string;
  readonly scenario: Scenario;
  readonly variant: string | null;
}

export function libraryNames(folder = LIBRARY): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort();
}

/** Every scenario of the library, by name; a file that does not load gives its problems instead. */
export function listLibrary(folder = LIBRARY): {
  readonly entries: readonly LibraryEntry[];
  readonly broken: readonly Problems[];
} {
  const entries: LibraryEntry[] = [];
  const broken: Problems[] = [];
  for (const name of libraryNames(folder)) {
    const file = join(folder, `${name}.yaml`);
    const loaded = readScenarioFile(file);
    if ('problems' in loaded) broken.push(loaded);
    else {
      const { title, study, audience, isCheck, variants } = loaded.scenario;
      entries.push({ name, title, study, audience, isCheck, variants, file });
    }
  }
  return { entries, broken };
}

/**
 * Finds a scenario as people name it: `stuck-dose-no-key`, `stuck-dose-no-key:key-on-site`, `my/own.yaml`, or
 * `my/own.yaml:variant`. What holds a slash or ends in .yaml or .yml is a path.
 */
export function findScenario(written: string, folder = LIBRARY): FoundScenario | Problems {
  const { file, name, variant, isPath } = partsOf(written, folder);
  if (!isPath && !libraryNames(folder).includes(name)) return unknownScenario(written, name, libraryNames(folder));
  const loaded = readScenarioFile(file);
  if ('problems' in loaded) return loaded;
  const { scenario } = loaded;
  const names = scenario.variants.map((one) => one.name);
  if (variant === null || names.includes(variant)) return { name, scenario, variant };
  return problemOfFile(file, unknownName(variant, `variant of ${name}`, names));
}

/** Reads a file of the disk as a scenario; what the disk refuses is a problem like any other. */
export function readScenarioFile(file: string): ReturnType<typeof loadScenario> {
  const bytes = readBytes(file, READ_LIMIT, 'scenario');
  return 'problems' in bytes ? bytes : loadScenario(bytes, file);
}

function partsOf(written: string, folder: string): { file: string; name: string; variant: string | null; isPath: boolean } {
  const parts = /^(.*?)(?::([a-z][a-z0-9-]*))?$/s.exec(written);
  const [head, variant] = [parts?.[1] ?? written, parts?.[2] ?? null];
  const isPath = /[\\/]/.test(head) || /\.ya?ml$/.test(head);
  const name = isPath ? basename(head).replace(/\.ya?ml$/, '') : head;
  return { file: isPath ? head : join(folder, `${head}.yaml`), name, variant, isPath };
}

function unknownScenario(written: string, name: string, names: readonly string[]): Problems {
  const found = quote(name);
  const nearest = nearestName(name, names);
  const advice =
    nearest === null
      ? `there are ${names.join(', ')}; a file of your own is named with its path, such as ./own.yaml`
      : `did you mean ${nearest}?`;
  return problemOfFile(written, new Complaint(`${found} is no scenario of the library; ${advice}`, found, 'a scenario', nearest));
}
