import type { BoardLine } from './BoardLine.js';
import type { Probe } from './Probe.js';

/**
 * What a check cannot do without. `serial`: frames without the safety of TCP around them. `motor`: leave to move motors, bolt and
 * flap. `restart`: a line on which the board can be started anew. `mechanism`: one behind which the mechanism can be seen.
 */
export const NEEDS = ['serial', 'exact', 'restart', 'mechanism', 'motor'] as const;
export type Need = (typeof NEEDS)[number];

/** One way to try one rule of PROTOCOL.md. */
export interface Check {
  /** `W1` to `W18`, `B1` to `B7`. */
  readonly rule: string;
  /** What is tried, for people; it says what must come of it. */
  readonly tries: string;
  readonly needs?: readonly Need[];
  /** What was found, where that is worth a word. @throws Broken, or NotTried */
  run(probe: Probe): Promise<string | undefined>;
}

const WHY_NOT: { readonly [need in Need]: string } = {
  serial: 'Modbus TCP brings frames whole and right',
  exact: 'an adapter or a machine between makes pauses of its own',
  motor: 'it moves something: add --arm, with inert packages',
  restart: 'nobody can start this board anew from here',
  mechanism: 'it takes eyes on the motor, which a wire has not',
};

/** Why a check cannot be run on this line, or `null`: it can. */
export function whyNot({ needs = [] }: Check, line: BoardLine, armed: boolean): string | null {
  const has: { readonly [need in Need]: boolean } = {
    serial: line.framing === 'rtu',
    exact: line.isExact,
    motor: armed,
    restart: line.restart !== undefined,
    mechanism: line.mechanism !== undefined,
  };
  // Leave to move comes last: where something else is missing too, it would not help.
  const missing = NEEDS.find((need) => needs.includes(need) && !has[need]);
  return missing === undefined ? null : WHY_NOT[missing];
}
