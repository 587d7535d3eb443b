import { type CallMeasures, counted } from '@dosetwin/scenarios';
import type { CalendarSpell } from '@dosetwin/twin';
import { type Markup, markup } from '../markup/Markup.js';
import { answerWords, busyWords } from '../words/answerWords.js';
import { durationWords } from '../words/durationWords.js';
import type { LocalClock } from '../words/LocalClock.js';
import { contactName, spaced } from '../words/nameWords.js';
import type { Incident } from './Incident.js';

/** Who was asked when, what they said, what their calendar had at that moment, and for how long nobody could help. */
export function askedSection(incident: Incident): Markup | null {
  const { calls, nobodyCouldHelp } = incident.measures;
  if (calls.length === 0) return null;
  const contacts = [...new Set(calls.map(({ contact }) => contact))];
  const spell = nobodyCouldHelp[0];
  return markup`<section class="asked"><h2>Who was asked</h2><ol>${contacts.map((contact) =>
    contactItem(
      contact,
      calls.filter((call) => call.contact === contact),
      incident,
    ),
  )}</ol>
${spell !== undefined && markup`<p class="nobody">From ${incident.clock.time(spell.from_us)} nobody who was asked was free to help, for ${durationWords(spell.ms * 1000)}.</p>`}</section>`;
}

function contactItem(contact: string, calls: readonly CallMeasures[], { clock, surroundings }: Incident): Markup {
  const answers = calls.map(({ answers: [answer] }) => (answer ? answerWords(answer, clock) : 'no answer'));
  const key = surroundings.scenario?.world.contacts.find(({ id }) => id === contact)?.hasKey;
  const came = calls.flatMap(({ onSite_us }) => (onSite_us === null ? [] : [`On site at ${clock.time(onSite_us)}.`]));
  const why = [
    key === undefined ? '' : key ? 'Has a key.' : 'Has no key.',
    calendarWords(surroundings.spells(contact), calls[0]?.asked_us ?? 0, clock),
    ...came,
  ];
  const again = calls.length > 1 ? ` and ${counted(calls.length - 1, 'time')} more` : '';
  return markup`<li><div><b>${contactName(contact)}</b><span><span class="mono">${clock.time(calls[0]?.asked_us ?? 0)}</span>${again}</span></div>
<p>${[...new Set(answers)].map(sentence).join(' ')} <span class="quiet">${why.filter((words) => words !== '').join(' ')}</span></p></li>
`;
}

/** What the calendar says of an instant: `Within hours, but on outreach since 12:30.` */
function calendarWords(spells: readonly CalendarSpell[], t_us: number, clock: LocalClock): string {
  const spell = spells.find(({ from_us, to_us }) => from_us <= t_us && t_us < to_us);
  if (spell === undefined) return '';
  const since = spell.from_us <= 0 ? '' : ` since ${clock.time(spell.from_us)}`;
  if (spell.is === 'open') return `Free${since}.`;
  if (spell.is === 'busy') return `Within hours, but ${spell.reason === '' ? 'busy' : busyWords(spell.reason)}${since}.`;
  const reason = spell.reason === '' || spell.reason === 'closed' ? '' : `, ${spaced(spell.reason)}`;
  return `Closed${since}${reason}.`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
