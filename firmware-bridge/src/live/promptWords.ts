import type { FaultCause } from '@dosetwin/twin';
import type { PromptAct } from './Prompt.js';

const FAULTS: { readonly [cause in FaultCause]: (cartridge: number) => string } = {
  'stall-by-current': (n) => `block the coil of cartridge ${n}, so that its next motion stalls`,
  'stall-by-cam': (n) => `loosen the coil of cartridge ${n} from its shaft, so that it slips in its next motion`,
  'hang-up': (n) => `hold the front package in cartridge ${n} back, so that it hangs at its next motion`,
  misalignment: (n) => `uncouple cartridge ${n}, so that its coil does not turn`,
  'double-feed': (n) => `put two packages into the front pitch of cartridge ${n}`,
  'blind-beam': () => 'cover the drop beam',
  'blocked-chute-door': () => "block the chute flap's bolt",
};

/** What to do at the machine, for whoever stands there. */
export function promptWords(act: PromptAct): string {
  switch (act.name) {
    case 'fill':
      return `with the door open, fill up with inert packages, then shut the door: ${filling(act.packages)}`;
    case 'open-door':
      return 'open the door';
    case 'close-door':
      return 'shut the door';
    case 'take':
      return 'open the flap, take what lies there, and let the flap fall shut';
    case 'clean-beam':
      return 'clean or uncover the drop beam';
    case 'free-flap':
      return "free the chute flap's bolt";
    case 'empty-box':
      return 'put all that lies in the collection box into the reject bin';
    case 'free':
      return `free cartridge ${act.cartridge}: put what hangs there, or lies in the box from it, into the reject bin, and set its coil home; then count`;
    case 'load':
      return `put ${act.packages} inert packages into cartridge ${act.cartridge}`;
    case 'unload':
      return `take ${act.packages} packages in front out of cartridge ${act.cartridge} into the reject bin, and set its coil home; then count`;
    case 'fault':
      return FAULTS[act.cause](act.cartridge);
  }
}

/** `1 to 29: 14; 30: 7`, neighbours with the same number in one. */
function filling(packages: readonly number[]): string {
  const groups: { from: number; to: number; packages: number }[] = [];
  packages.forEach((count, index) => {
    const last = groups.at(-1);
    if (last?.packages === count) last.to = index + 1;
    else groups.push({ from: index + 1, to: index + 1, packages: count });
  });
  const said = groups.map(
    ({ from, to, packages: count }) => `${from === to ? `cartridge ${from}` : `cartridges ${from} to ${to}`}: ${count}`,
  );
  return said.join('; ');
}
