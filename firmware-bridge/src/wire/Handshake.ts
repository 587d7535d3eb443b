import type { Refused } from './LinkFact.js';
import type { Master, Outcome } from './Master.js';
import { readRegisters } from './readRegisters.js';
import { MAGIC, MAP_VERSION } from './registerMap.js';
import { type BlockValues, blockPlace, decodeBlock, registerPlace } from './registerNames.js';

/** What came of greeting a board. */
export type Greeting =
  | {
      readonly is: 'taken';
      readonly identity: BlockValues<'identity'>;
      /** Of the last command that it received in this boot, or 0. */
      readonly lastToken: number;
      /** How many cartridges it was fitted with, if that was changed. */
      readonly fitted: { readonly before: number; readonly cartridges: number } | null;
    }
  | ({ readonly is: 'refused' } & Refused)
  /** It cannot be set up while an order is in flight, or what it said may be the late answer to something else. */
  | { readonly is: 'busy' }
  | { readonly is: 'silent' };

export interface HandshakeOptions {
  readonly cartridges: number | null;
  readonly chartsCrc: number | null;
}

const BUSY = 6;
/** Exceptions of a gateway whose board does not answer. */
const BY_GATEWAY: readonly number[] = [10, 11];

/** Greets a board: who it is, which command it heard last, and how many cartridges it has (PROTOCOL W7). */
export class Handshake {
  readonly #master: Master;
  readonly #options: HandshakeOptions;

  constructor(master: Master, options: HandshakeOptions) {
    this.#master = master;
    this.#options = options;
  }

  begin(done: (greeting: Greeting, now_us: number) => void): void {
    const { address, words } = blockPlace('identity');
    this.#master.request({ function: 4, address, count: words }, 'poll', (outcome, now_us) => {
      const { reply } = outcome;
      if (reply?.is === 'exception' && !BY_GATEWAY.includes(reply.code))
        return done(refusal({ reason: 'no-such-registers', exception: reply.code }, outcome), now_us);
      if (reply?.is !== 'registers') return done({ is: 'silent' }, now_us);
      const identity = decodeBlock('identity', reply.values);
      const refused = this.#refusalOf(identity);
      if (refused !== null) return done(refusal(refused, outcome), now_us);
      this.#readToken(identity, done);
    });
  }

  #readToken(identity: BlockValues<'identity'>, done: (greeting: Greeting, now_us: number) => void): void {
    const { table, address } = registerPlace('lastToken');
    readRegisters(this.#master, 'poll', { table, address, count: 1 }, (registers, now_us) => {
      if (registers === null) return done({ is: 'silent' }, now_us);
      const taken = { is: 'taken', identity, lastToken: registers[0] as number } as const;
      const { cartridges: before } = identity;
      const { cartridges } = this.#options;
      if (cartridges === null || cartridges === before) return done({ ...taken, fitted: null }, now_us);
      const request = { function: 6, address: registerPlace('fitted').address, value: cartridges } as const;
      this.#master.request(request, 'poll', (outcome, now_us) => {
        const { reply } = outcome;
        if (reply?.is === 'written') done({ ...taken, fitted: { before, cartridges } }, now_us);
        else if (reply?.is === 'exception' && reply.code !== BUSY)
          done(refusal({ reason: 'no-such-registers', exception: reply.code }, outcome), now_us);
        else done({ is: reply === undefined ? 'silent' : 'busy' }, now_us);
      });
    });
  }

  #refusalOf({ magic, mapVersion, chartsCrc }: BlockValues<'identity'>): Refused | null {
    if (magic !== MAGIC) return { reason: 'another-device', foundMagic: magic };
    if (mapVersion >>> 8 !== MAP_VERSION >>> 8)
      return { reason: 'another-map', foundVersion: mapVersion, expectedVersion: MAP_VERSION };
    const { chartsCrc: expectedCrc } = this.#options;
    if (expectedCrc !== null && chartsCrc !== expectedCrc) return { reason: 'other-charts', foundCrc: chartsCrc, expectedCrc };
    return null;
  }
}

/** Nobody is sent away for what may be the late answer to another request: the board is greeted once more. */
function refusal(why: Refused, outcome: Outcome): Greeting {
  const isCertain = outcome.reply !== undefined && !outcome.doubtful;
  return isCertain ? { is: 'refused', ...why } : { is: 'busy' };
}
