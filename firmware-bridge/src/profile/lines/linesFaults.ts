import { placeholdersOf } from '../linePattern.js';
import { nearName } from '../nearName.js';
import type { ProfileFault } from '../ProfileFault.js';
import { DRIVES, type LinesProfile } from './linesSchema.js';

/** A number that is written has so many bits. */
const MOST_ROWS = 16;

/** What the schema of bare lines cannot see: placeholders that nobody fills, levels of what is not read, a matrix that does not fit. */
export function linesFaults(profile: LinesProfile): ProfileFault[] {
  const { capabilities, matrix } = profile;
  const faults: ProfileFault[] = [];
  if (capabilities['order-ids'] === 'yes')
    faults.push({
      path: ['capabilities', 'order-ids'],
      message: 'bare lines know no order ids: no was expected',
      nearest: null,
    });
  if (Math.ceil(capabilities.cartridges / matrix.columns) > MOST_ROWS)
    faults.push({
      path: ['matrix', 'columns'],
      message: `${capabilities.cartridges} cartridges in ${matrix.columns} columns take more than ${MOST_ROWS} rows`,
      nearest: null,
    });
  return [...faults, ...('identity' in profile ? registerFaults(profile) : textFaults(profile))];
}

function textFaults({ read, levels, write }: Extract<LinesProfile, { read: { send: string } }>): ProfileFault[] {
  const shown = placeholdersOf(read.answer);
  const faults = placeholdersOf(write.send)
    .filter((name) => !DRIVES.some((one) => one === name))
    .map((name) => noDrive(['write', 'send'], name));
  for (const [name, level] of Object.entries(levels))
    if (level !== undefined && !shown.includes(level.of))
      faults.push({
        path: ['levels', name, 'of'],
        message: `the answer to a reading has no {${level.of}}`,
        nearest: nearName(level.of, shown),
      });
  return faults;
}

function registerFaults({ read, levels, write }: Extract<LinesProfile, { identity: unknown }>): ProfileFault[] {
  const faults: ProfileFault[] = [];
  for (const [index, value] of write.values.entries())
    if (typeof value === 'string' && !DRIVES.some((one) => `{${one}}` === value))
      faults.push(noDrive(['write', 'values', index], value.replace(/[{}]/g, '')));
  for (const [name, level] of Object.entries(levels))
    if (level !== undefined && (level.of < read.register || level.of >= read.register + read.count))
      faults.push({
        path: ['levels', name, 'of'],
        message: `register ${level.of} is not read: ${read.register} to ${read.register + read.count - 1} are`,
        nearest: null,
      });
  return faults;
}

function noDrive(path: readonly PropertyKey[], name: string): ProfileFault {
  const known = DRIVES.map((one) => `{${one}}`).join(', ');
  return { path, message: `{${name}} is nothing that is driven; there is ${known}`, nearest: nearName(name, DRIVES) };
}
