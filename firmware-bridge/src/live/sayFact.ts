import type { LinkFact, Refused } from '../wire/LinkFact.js';

const LOST = {
  silent: 'the board does not answer',
  restarted: 'the board has restarted',
  late: 'the wire was away for too long',
  withdrawn: 'the motors are not armed any more',
};

/** What happened on the wire, in a sentence for whoever watches; `null`: nothing worth a word. */
export function sayFact(fact: LinkFact): string | null {
  switch (fact.is) {
    case 'connected':
      return fact.again ? 'the board answers again, and the run goes on' : null;
    case 'refused':
      return refusedWords(fact);
    case 'fitted':
      return `the board was set up for ${fact.cartridges} cartridges; it had ${fact.before}`;
    case 'silent':
      return 'the board does not answer';
    case 'restarted':
      return `the board has restarted (start ${fact.boot} of its life)`;
    case 'lost':
      return `${fact.signals} signals of the board were overwritten before they were read`;
    case 'unknown-signal':
      return `the board signalled something that this version does not know (sequence ${fact.sequence})`;
    case 'resynchronised':
      return fact.signals === 0 ? null : `what the board did meanwhile was read from its registers (signals: ${fact.signals})`;
    case 'command-lost':
      return `the command ${fact.command.name} is given up: ${LOST[fact.why]}${fact.mayHaveArrived ? '; it may have arrived' : ''}`;
    case 'command-refused':
      return `the board refused the command ${fact.command.name} (exception ${fact.exception})`;
    default:
      return null;
  }
}

/** Why a board is not taken, and what to do about it. */
export function refusedWords(refused: Refused): string {
  switch (refused.reason) {
    case 'another-device':
      return `what answers there is no dosetwin board: it says ${hex(refused.foundMagic)} where 0x4457 was expected`;
    case 'another-map':
      return `the board's register map is version ${version(refused.foundVersion)}, and this dosetwin reads version ${version(refused.expectedVersion)}: flash the firmware that came with this dosetwin`;
    case 'other-charts':
      return `the board runs other charts (${hex(refused.foundCrc)}) than this dosetwin (${hex(refused.expectedCrc)}): flash the firmware that came with it, firmware-bridge/firmware/dosetwin.hex`;
    case 'no-such-registers':
      return `what answers there has no such registers (exception ${refused.exception}): it is no dosetwin board`;
  }
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

function version(number: number): string {
  return `${number >>> 8}.${number & 0xff}`;
}
