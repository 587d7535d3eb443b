import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadController } from '../../controllers/Controller.js';
import { formatProfileProblems, loadProfile } from '../loadProfile.js';
import { nearName } from '../nearName.js';
import type { BoardProfile } from '../profileSchema.js';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../profiles');

/** The names of the profiles that come with dosetwin. */
export function profileNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -5))
    .sort();
}

/** A profile by its name, or by the path of its file. @throws BadController with what to mend, and where */
export function readProfile(written: string): BoardProfile {
  const isFile = /[/\\]|\.ya?ml$/.test(written);
  const names = profileNames();
  if (!isFile && !names.includes(written)) {
    const near = nearName(written, names);
    throw new BadController(
      `there is no profile '${written}'; ${near === null ? `there is ${names.join(', ')}, or the path of a file` : `did you mean ${near}?`}`,
    );
  }
  const path = isFile ? written : join(FOLDER, `${written}.yaml`);
  const loaded = loadProfile(textOf(path), isFile ? path : `${written}.yaml`);
  if ('problems' in loaded) throw new BadController(formatProfileProblems(loaded.problems));
  return loaded.profile;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new BadController(`the profile ${path} cannot be read: ${(error as Error).message}`);
  }
}
