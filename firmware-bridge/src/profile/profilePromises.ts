import type { LinesProfile } from './lines/linesSchema.js';
import type { BoardProfile, MovingProfile } from './profileSchema.js';
import { untoldBy } from './untoldBy.js';

/** What a board cannot promise, each in a sentence; said at the start, in the record and in the report. */
export function profilePromises(profile: BoardProfile): readonly string[] {
  const { capabilities } = profile;
  const says: string[] = [];
  if (capabilities['order-ids'] === 'no') says.push('no order id: silence during a vend is unknown; the host never resends');
  if (capabilities.events === 'unnumbered')
    says.push('events without numbers: one that is lost on the wire is not missed by the host');
  if (capabilities['stall-cut-off-ms'] === 'no')
    says.push(
      'no stall cut-off of its own: a motor that is blocked runs on for as long as nobody stops it; its motors are not armed',
    );
  says.push(...('levels' in profile ? linesPromises(profile) : movingPromises(profile)));
  if (capabilities.cartridges < 48) says.push(`cartridges 1 to ${capabilities.cartridges} alone`);
  return says;
}

function movingPromises(profile: MovingProfile): string[] {
  const { commands } = profile;
  const says = ['no pins to look at: that a motor stops as the door opens is the word of the board'];
  const untold = untoldBy(profile);
  if (untold.length > 0) says.push(`this board never tells of ${inWords(untold)}`);
  if (commands.recover === undefined) says.push('no recovery from afar: a jam waits for somebody at the machine');
  if (commands.unlock === undefined) says.push('no flap of its own: whether a dose was taken is not seen');
  if (commands.clear === undefined) says.push('no clearing: the host alone keeps a jammed cartridge locked out');
  return says;
}

function inWords(list: readonly string[]): string {
  return list.length < 2 ? list.join() : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}

function linesPromises({ capabilities, levels, read }: LinesProfile): string[] {
  const says = ['bare lines: the host runs the cartridge chart, as quickly as its wire and its own clock let it'];
  const silent = capabilities['silence-cut-off-ms'];
  says.push(
    silent === 'no'
      ? 'no silence cut-off: a host that stops, or a wire that breaks, leaves a motor as it stands'
      : `a motor runs on for up to ${silent} ms after a host that stops or a wire that breaks`,
  );
  if (!read.latched.includes('beam-dark'))
    says.push(`no memory of the beam: a package that darkens it for less than ${read['every-ms']} ms may not be seen`);
  if (levels['current-high'] === undefined)
    says.push('no motor current: the host sees a stall by the cam switch alone, and late');
  if (levels['flap-open'] === undefined) says.push('no flap to look at: whether a dose was taken is not seen');
  return says;
}

/** Why the motors of such a board may not be armed; `null`: they may. */
export function armRefusal({ name, capabilities }: BoardProfile): string | null {
  if (capabilities['stall-cut-off-ms'] !== 'no') return null;
  return `--arm is refused: the profile '${name}' says that its board has no stall cut-off of its own (capabilities.stall-cut-off-ms: no), so a blocked motor would run on`;
}
