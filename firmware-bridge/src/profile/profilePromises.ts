import type { BoardProfile } from './profileSchema.js';

/** What a board cannot promise, each in a sentence; said at the start, in the record and in the report. */
export function profilePromises({ capabilities, commands }: BoardProfile): readonly string[] {
  const says: string[] = [];
  if (capabilities['order-ids'] === 'no') says.push('no order id: silence during a vend is unknown; the host never resends');
  if (capabilities.events === 'unnumbered')
    says.push('events without numbers: one that is lost on the wire is not missed by the host');
  if (capabilities['stall-cut-off-ms'] === 'no')
    says.push(
      'no stall cut-off of its own: a motor that is blocked runs on for as long as nobody stops it; its motors are not armed',
    );
  if (capabilities.motion === 'lines')
    says.push('bare lines: the host runs the cartridge chart, and a host that stops leaves a motor as it stands');
  says.push('no pins to look at: that a motor stops as the door opens is the word of the board');
  if (commands.recover === undefined) says.push('no recovery from afar: a jam waits for somebody at the machine');
  if (commands.unlock === undefined) says.push('no flap of its own: whether a dose was taken is not seen');
  if (commands.clear === undefined) says.push('no clearing: the host alone keeps a jammed cartridge locked out');
  if (capabilities.cartridges < 48) says.push(`cartridges 1 to ${capabilities.cartridges} alone`);
  return says;
}

/** Why the motors of such a board may not be armed; `null`: they may. */
export function armRefusal({ name, capabilities }: BoardProfile): string | null {
  if (capabilities['stall-cut-off-ms'] === 'no')
    return `--arm is refused: the profile '${name}' says that its board has no stall cut-off of its own (capabilities.stall-cut-off-ms: no), so a blocked motor would run on`;
  if (capabilities.motion === 'lines')
    return `--arm is refused: the profile '${name}' says that its board has bare lines (capabilities.motion: lines), and the host does not run the cartridge chart over them yet`;
  return null;
}
