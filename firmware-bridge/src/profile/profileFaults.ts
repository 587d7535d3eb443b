import { placeholdersOf } from './linePattern.js';
import { linesFaults } from './lines/linesFaults.js';
import { nearName } from './nearName.js';
import type { ProfileFault } from './ProfileFault.js';
import type { BoardProfile, RegisterProfile, TextProfile } from './profileSchema.js';

const TOKENS = ['{token}', '{order:high}', '{order:low}', '{cartridge}', '{crc}'];

/** What the schema cannot see: placeholders that nobody fills, names of what is not there, registers that are not read. */
export function profileFaults(profile: BoardProfile): ProfileFault[] {
  if ('levels' in profile) return linesFaults(profile);
  return 'lines' in profile ? textFaults(profile) : registerFaults(profile);
}

function textFaults({ commands, lines }: TextProfile): ProfileFault[] {
  const faults: ProfileFault[] = [];
  for (const [name, command] of Object.entries(commands)) {
    if (command === undefined) continue;
    const known = name === 'unlock' ? ['order'] : name === 'clear' ? ['cartridge'] : ['order', 'cartridge'];
    for (const placeholder of placeholdersOf(command.send))
      if (!known.includes(placeholder))
        faults.push({
          path: ['commands', name, 'send'],
          message: `{${placeholder}} is nothing that ${name} has; it has ${known.map((one) => `{${one}}`).join(' and ')}`,
          nearest: nearName(placeholder, known),
        });
  }
  for (const [index, { line, if: condition }] of lines.entries())
    if (condition !== undefined && !placeholdersOf(line).includes(condition.value))
      faults.push({
        path: ['lines', index, 'if', 'value'],
        message: `the line has no {${condition.value}}`,
        nearest: nearName(condition.value, placeholdersOf(line)),
      });
  return faults;
}

function registerFaults({ commands, poll, watch, modes }: RegisterProfile): ProfileFault[] {
  const faults: ProfileFault[] = [];
  for (const [name, command] of Object.entries(commands))
    for (const [index, value] of (command?.write.values ?? []).entries())
      if (typeof value === 'string' && !TOKENS.includes(value))
        faults.push({
          path: ['commands', name, 'write', 'values', index],
          message: `'${value}' stands for no number; there is ${TOKENS.join(', ')}`,
          nearest: nearName(value, TOKENS),
        });
  const isRead = (register: number) => register >= poll.register && register < poll.register + poll.count;
  const unread = (register: number) =>
    `register ${register} is not read: the poll reads ${poll.register} to ${poll.register + poll.count - 1}`;
  for (const [index, { register, values }] of watch.entries()) {
    if (!isRead(register)) faults.push({ path: ['watch', index, 'register'], message: unread(register), nearest: null });
    for (const [value, { 'mode-from': from }] of Object.entries(values))
      if (from !== undefined && modes[from] === undefined)
        faults.push({
          path: ['watch', index, 'values', value, 'mode-from'],
          message: `there are no modes '${from}'`,
          nearest: nearName(from, Object.keys(modes)),
        });
  }
  for (const [name, { register }] of Object.entries(modes))
    if (!isRead(register)) faults.push({ path: ['modes', name, 'register'], message: unread(register), nearest: null });
  return faults;
}
