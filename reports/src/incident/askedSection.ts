import { type CallMeasures, counted } from '@dosetwin/scenarios';
import { type Markup, markup } from '../markup/Markup.js';
import { answerWords } from '../words/answerWords.js';
import { durationWords } from '../words/durationWords.js';
import type { LocalClock } from '../words/LocalClock.js';
import { contactName, spaced } from '../words/nameWords.js';
import type { Incident } from './Incident.js';
import type { ContactSpell } from './ReportSurroundings.js';

const MAX_CALLS = 6;

/** Who was asked when, what they said, what their calendar had at that moment, and for how long nobody could help. */
export function askedSection(incident: Incident): Markup | null {
  const { measures } = incident;
  if (measures.calls.length === 0) return null;
  const { calls, nobodyCouldHelp } = measures;
  const spell = nobodyCouldHelp[0];
  return markup`<section class="asked"><h2>Who was asked</h2><ol>${calls.slice(0, MAX_CALLS).map((call) => callItem(call, incident))}</ol>
${calls.length > MAX_CALLS && markup`<p class="quiet">And ${counted(calls.length - MAX_CALLS, 'call')} more: see “In order”.</p>`}
${spell !== undefined && markup`<p class="nobody">From ${incident.clock.time(spell.from_us)} nobody who was asked could help, for ${durationWords(spell.ms * 1000)}.</p>`}</section>`;
}

function callItem(call: CallMeasures, { clock, surroundings }: Incident): Markup {
  const answer = call.answers[0];
  const came = call.onSite_us === null ? '' : `On site ${clock.time(call.onSite_us)}.`;
  const key = surroundings.scenario?.world.contacts.find(({ id }) => id === call.contact)?.hasKey;
  const why = [
    key === undefined ? '' : key ? 'Holds a key.' : 'Holds no key.',
    calendarWords(surroundings.spells(call.contact), call.asked_us, clock),
    came,
  ];
  return markup`<li><div><b>${contactName(call.contact)}</b><span class="mono">${clock.time(call.asked_us)}</span></div>
<p>${answer === undefined ? 'No answer.' : sentence(answerWords(answer, clock))} <span class="quiet">${why.filter((words) => words !== '').join(' ')}</span></p></li>
`;
}

/** What the calendar says of an instant: `Open; busy since 12:30, outreach.` */
function calendarWords(spells: readonly ContactSpell[], t_us: number, clock: LocalClock): string {
  const spell = spells.find(({ from_us, to_us }) => from_us <= t_us && t_us < to_us);
  if (spell === undefined) return '';
  const since = spell.from_us <= 0 ? '' : ` since ${clock.time(spell.from_us)}`;
  if (spell.is === 'open') return `Free${since}.`;
  const is = spell.is === 'busy' ? 'Open, but busy' : 'Closed';
  const reason = spell.reason === '' || spell.reason === 'busy' || spell.reason === 'closed' ? '' : `, ${spaced(spell.reason)}`;
  return `${is}${since}${reason}.`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
