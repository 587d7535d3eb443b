import { FEWEST, isSmall } from '../smallCells.js';
import type { TicketRow } from '../TicketRow.js';
import { DELAYS, type Delay, delaysOf, endOf } from './Delay.js';
import { type FittedDelay, fitDelay, type NoFit } from './fitDelay.js';

export interface DelayOfLog {
  readonly delay: Delay;
  /** How many ended; below 5 it is not to be shown. */
  readonly count: number;
  /** Begun and not ended when the log did; a fit takes them as longer than they had lasted (censored). */
  readonly open: number;
  readonly fit: FittedDelay | NoFit;
}

/** Of how many that were tried remotely how many were freed so, with Wilson's 95 % interval. */
export interface RemoteShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface TicketFits {
  readonly tickets: number;
  readonly delays: readonly DelayOfLog[];
  /** `null` where one to four of a kind would show. */
  readonly remoteShare: RemoteShare | null;
}

/** Every delay of a log of tickets, fitted. */
export function fitTickets(tickets: readonly TicketRow[]): TicketFits {
  const until_us = endOf(tickets);
  const delays = DELAYS.map((delay): DelayOfLog => {
    const logged = delaysOf(delay, tickets, until_us);
    const count = logged.filter(({ hasEnded }) => hasEnded).length;
    return { delay, count, open: logged.length - count, fit: fitDelay(delay.name, logged, delay.lessMin) };
  });
  const cleared = tickets.filter(({ at_us }) => at_us.cleared !== undefined);
  const freed = cleared.filter(({ how }) => how === 'remotely').length;
  const notFreed = cleared.filter(({ how }) => how === 'by-hand-after-remote').length;
  const isHidden = freed + notFreed < FEWEST || isSmall(freed) || isSmall(notFreed);
  return { tickets: tickets.length, delays, remoteShare: isHidden ? null : wilson(freed, freed + notFreed) };
}

const Z = 1.959963984540054;

function wilson(hits: number, count: number): RemoteShare {
  const share = hits / count;
  const centre = (share + (Z * Z) / (2 * count)) / (1 + (Z * Z) / count);
  const half = (Z * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count))) / (1 + (Z * Z) / count);
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** The fits as they may be written for programs: a count from one to four is `null`. */
export function shownFits({ tickets, delays, remoteShare }: TicketFits) {
  const shown = (count: number) => (isSmall(count) ? null : count);
  return {
    tickets: shown(tickets),
    delays: delays.map(({ delay: { name, from, to, lessMin }, count, open, fit }) => ({
      name,
      from,
      to,
      lessMin,
      count: shown(count),
      open: shown(open),
      fit: typeof fit === 'string' ? fit : { ...fit, censored: shown(fit.censored) },
    })),
    remoteShare,
  };
}
