import { sessionState } from '../pose/sessionState.js';
import { say } from '../text/say.js';
import { sayState } from '../trace/sayEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';

/** A machine of a region at a glance: the form of its sign, and the words beside it. */
export interface MachineGlance {
  readonly machine: string;
  readonly site: string;
  /** `fault`: something is wrong and nobody is there; `visit`: somebody is at it; `out`: it serves nobody. */
  readonly sign: 'ready' | 'busy' | 'fault' | 'visit' | 'out';
  /** What its charts say: `idle`, `dispensing`, `jammed, help on the way`. */
  readonly says: string;
}

interface Named {
  readonly id: string;
  readonly site: string;
}

/** What the charts of a machine say at an instant, and nothing that comes after it. */
export function machineGlance(trace: TraceIndex, { id, site }: Named, t_us: number): MachineGlance {
  const stateOf = (part: string) => String(trace.last(t_us, `${id}/${part}`, 'state')?.payload.is ?? '');
  const [session, ticket, power, link] = [sessionState(trace, id, t_us), stateOf('ticket'), stateOf('power'), stateOf('link')];
  const isDark = power !== '' && power !== 'on';
  const words = [
    isDark ? say('region.power', { is: sayState(power) }) : '',
    isDark && session === 'outOfService' ? '' : sessionWords(session, ticket),
    ticketWords(ticket),
    link === '' || link === 'online' ? '' : say('region.link', { is: sayState(link) }),
  ];
  return {
    machine: id,
    site,
    sign: signOf(session, ticket, isDark),
    says: words.filter(Boolean).join(', ') || say('region.waiting'),
  };
}

/** A machine goes on with its other lanes while one is jammed: that it waits for the next palm is not what matters then. */
function sessionWords(session: string, ticket: string): string {
  if (session === '') return '';
  if (!session.endsWith('idle') || ticket === '' || ticket === 'none') return sayState(session);
  return ticket.startsWith('visit') ? '' : say('region.lane');
}

function ticketWords(ticket: string): string {
  if (ticket === '' || ticket === 'none') return '';
  return ticket.startsWith('visit') ? say('region.visit', { is: sayState(ticket) }) : sayState(ticket);
}

function signOf(session: string, ticket: string, isDark: boolean): MachineGlance['sign'] {
  if (ticket.startsWith('visit')) return 'visit';
  if (ticket.startsWith('open') || session.endsWith('jammed')) return 'fault';
  if (isDark || session === 'outOfService') return 'out';
  return session === '' || /idle|refused|empty/.test(session) ? 'ready' : 'busy';
}
