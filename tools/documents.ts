/** `npm run documents`: every command that README and the other documents show names what exists. */

import { commandFault } from './documented/commandFault.js';
import { documentedCommands } from './documented/DocumentedCommand.js';
import { known } from './documented/known.js';
import { house } from './tidy/house.js';

const commands = house()
  .filter(({ path }) => path.endsWith('.md'))
  .flatMap(documentedCommands);
const present = known();
const faults = commands.flatMap((command) => {
  const fault = commandFault(command, present);
  return fault === undefined ? [] : [`${command.path}:${command.line}  ${command.words.join(' ')}\n  ${fault}`];
});
for (const fault of faults) console.log(fault);
console.log(`${commands.length} commands in the documents: ${faults.length} to mend`);
process.exit(faults.length === 0 ? 0 : 1);
