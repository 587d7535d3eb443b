import type { Command, Signal } from '@dosetwin/twin';
import fc from 'fast-check';
import type { LinkFact } from '../LinkFact.js';
import { type Fate, LinkBench } from './LinkBench.js';

const MS = 1_000;
const COMMAND_EVERY_us = 190 * MS;
const COMMANDS = 12;
/** No frame meets anything after this; the link must have recovered at the end. */
const CALM_us = 6_000 * MS;
const END_us = 10_000 * MS;

/** What up to `most` frames meet, one after the other, both ways. */
export function anyFates(most: number): fc.Arbitrary<Fate[]> {
  const byte = fc.nat(255);
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Fate>({ is: 'whole' }) },
    { weight: 2, arbitrary: fc.constant<Fate>({ is: 'lost' }) },
    { weight: 2, arbitrary: fc.constant<Fate>({ is: 'doubled' }) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 0.99, noNaN: true }).map((share): Fate => ({ is: 'cut', share })) },
    { weight: 1, arbitrary: fc.nat(400).map((bit): Fate => ({ is: 'flipped', bit })) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 150_000 }).map((by_us): Fate => ({ is: 'delayed', by_us })) },
    { weight: 1, arbitrary: fc.array(byte, { minLength: 1, maxLength: 20 }).map((bytes): Fate => ({ is: 'noisy', bytes })) },
  );
  return fc.array(fate, { maxLength: most });
}

/** Runs a board under these faults, and throws where a promise was broken. */
export function checkFaultyRun(fates: readonly Fate[], restarts: boolean): void {
  const bench = new LinkBench({}, {}, fates).start();
  const given: Command[] = [];
  for (let n = 1; n <= COMMANDS; n++) {
    // Orders and cleared cartridges are told apart by their numbers.
    const command: Command = n % 3 === 0 ? { name: 'clear', cartridge: n } : { name: 'vend', order: n, cartridge: n };
    bench.at(100 * MS + n * COMMAND_EVERY_us, (now_us) => {
      given.push(command);
      bench.link.command(command, bench.link.tickAt(now_us + 20 * MS), now_us);
    });
  }
  for (let n = 0; n < 40; n++) bench.board.say('surplus', { cartridge: 0 }, (200 + n * 60) * MS);
  if (restarts) {
    bench.at(1_500 * MS, () => bench.board.powerOff());
    bench.at(1_700 * MS, (now_us) => bench.board.powerOn(now_us));
  }
  bench.at(CALM_us, () => bench.meet([]));
  bench.runTo(END_us);
  nothingTwice(bench);
  everyCommandTold(bench, given);
  everySignalOnce(bench);
  if (bench.link.standing !== 'connected') throw new Error(`the link is ${bench.link.standing}`);
  if (bench.link.sampled_us < END_us - 100 * MS) throw new Error(`sampled last at ${bench.link.sampled_us} µs`);
}

function nothingTwice({ board }: LinkBench): void {
  const taken = board.taken.map(({ command }) => JSON.stringify(command));
  const twice = taken.find((command, index) => taken.indexOf(command) !== index);
  if (twice !== undefined) throw new Error(`${twice} was taken twice`);
}

/** Received, given up or refused, each once; and what was received was taken, or waited when the board lost its power. */
function everyCommandTold({ facts, board }: LinkBench, given: readonly Command[]): void {
  const told = facts.map(({ fact }) => fact).filter(isOfCommand);
  for (const command of given) {
    const ends = told.filter((fact) => fact.command === command);
    if (ends.length !== 1) throw new Error(`${JSON.stringify(command)} has ${ends.length} ends`);
    const isTaken = board.taken.some((taken) => JSON.stringify(taken.command) === JSON.stringify(command));
    const [end] = ends;
    if (end?.is === 'command-received' && !isTaken && board.boots === 1)
      throw new Error(`${JSON.stringify(command)} was said to be received, and was not`);
    if (end?.is === 'command-lost' && !end.mayHaveArrived && isTaken) throw new Error(`${JSON.stringify(command)} had arrived`);
  }
}

type OfCommand = Extract<LinkFact, { readonly command: Command }>;

function isOfCommand(fact: LinkFact): fact is OfCommand {
  return fact.is === 'command-received' || fact.is === 'command-lost' || fact.is === 'command-refused';
}

/** In the order in which they were said, without a gap that was not reported. */
function everySignalOnce({ signals, board, facts }: LinkBench): void {
  const read = signals.filter(({ sequence }) => sequence > 0);
  const places = read.map(placeOf);
  for (const [index, place] of places.entries())
    if (index > 0 && place <= (places[index - 1] as number)) throw new Error(`signal ${read[index]?.sequence} came again`);
  for (const signal of board.said) {
    const found = read.find((one) => placeOf(one) === placeOf(signal));
    if (found !== undefined) {
      if (JSON.stringify({ ...found, args: 0 }) !== JSON.stringify({ ...signal, args: 0 }) || !sameArgs(found, signal))
        throw new Error(`${JSON.stringify(signal)} came as ${JSON.stringify(found)}`);
    } else if (!wasReported(signal, facts)) throw new Error(`${JSON.stringify(signal)} never came`);
  }
}

const placeOf = ({ boot, sequence }: Signal): number => boot * 1_000_000 + sequence;

function sameArgs({ args: a }: Signal, { args: b }: Signal): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => a[key] === b[key]);
}

function wasReported(signal: Signal, facts: LinkBench['facts']): boolean {
  return facts.some(
    ({ fact }) =>
      (fact.is === 'lost' && fact.boot === signal.boot && fact.from <= signal.sequence && signal.sequence <= fact.to) ||
      (fact.is === 'restarted' && fact.before === signal.boot) ||
      // The board was first heard in a later boot.
      (fact.is === 'connected' && !fact.again && fact.identity.boots > signal.boot),
  );
}
