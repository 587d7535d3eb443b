import type { Command } from 'commander';

/** What is wrong with `help WORD`: there is no such command, and which is near, and all that there are. `null`: nothing is. */
export async function helpRefusal(words: readonly string[], dosetwin: Command): Promise<string | null> {
  const [first, asked] = words;
  if (first !== 'help' || asked === undefined || asked.startsWith('-')) return null;
  const names = [...dosetwin.commands.map((command) => command.name()), 'help'];
  if (names.includes(asked)) return null;
  const { nearestName } = await import('@dosetwin/scenarios');
  const near = nearestName(asked, names);
  const advice = near === null ? '' : `; did you mean ${near}?`;
  return `there is no command '${asked}' to help with${advice}\nThe commands are ${names.join(', ')}. What each does is said by: dosetwin --help`;
}
