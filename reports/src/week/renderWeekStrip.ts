import type { HelperSpell, WeekDay, WeekStrip } from '@dosetwin/scenarios';
import { Markup, markup } from '../markup/Markup.js';
import { weekStyle } from './weekStyle.js';
import { clockText, dayName, hoursText, spellWords, weekHeadline, weekLead, zoneCity } from './weekWords.js';

const WIDTH = 1440;
const LEFT = 168;
const RIGHT = 1268;
const TOP = 168;
const BAR = 14;
const LANE = 17;
/** Above the first bar, and below the last for the ticks of doses. */
const ABOVE = 5;
const BELOW = 13;
const GAP = 8;
const CHARACTER_PX = 5.9;
const HOURS = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/**
 * A site's week as one SVG that needs nothing else: who could help when, by its own clocks, with the hours hatched in which
 * nobody can. A pure function: the same week gives the same bytes.
 */
export function renderWeekStrip(week: WeekStrip): Markup {
  const rows = Math.max(2, week.helpers.length);
  const height = ABOVE + rows * LANE + BELOW;
  const clocks = TOP + 20 + week.deskClocks.length * 17;
  const top = clocks + 12;
  const bottom = top + week.days.length * (height + GAP);
  const says = `${weekHeadline(week)} ${weekLead(week)}`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="week" viewBox="0 0 ${WIDTH} ${bottom + 60}" role="img" aria-label="${says}">
<style>${new Markup(weekStyle)}</style>
<defs><pattern id="week-hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="nobody-ground" width="9" height="9"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="9"/></pattern></defs>
<rect class="page" width="${WIDTH}" height="${bottom + 60}"/>
<text class="headline" x="64" y="78">${weekHeadline(week)}</text>
${leadLines(weekLead(week)).map((line, i) => markup`<text class="lead" x="64" y="${112 + i * 22}">${line}</text>`)}
${axis(week)}
${week.days.map((day, i) => dayRow(week, day, top + i * (height + GAP), height))}
${legend(bottom + 24)}
</svg>
`;
}

/** Broken where a line would pass the picture's edge. */
function leadLines(lead: string): string[] {
  const lines: string[] = [''];
  for (const word of lead.split(' ')) {
    const last = lines.at(-1) as string;
    if (last.length + word.length > 150) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function axis({ zone, deskClocks }: WeekStrip): Markup {
  const at = (hour: number) => LEFT + (hour / 24) * (RIGHT - LEFT);
  return markup`<text class="zone" x="64" y="${TOP + 16}">${zoneCity(zone)}</text><text class="small" x="${WIDTH - 64}" y="${TOP + 16 + deskClocks.length * 17}" text-anchor="end">nobody</text>
${HOURS.map((hour) => markup`<text class="clock" x="${at(hour)}" y="${TOP + 16}" text-anchor="middle">${clockText(hour * 60)}</text>`)}
${deskClocks.map(
  ({ zone: other, minutes }, i) =>
    markup`<text class="small" x="64" y="${TOP + 33 + i * 17}">${zoneCity(other)}</text>${minutes.map(
      (minute, n) =>
        markup`<text class="clock other" x="${at(HOURS[n] ?? 0)}" y="${TOP + 33 + i * 17}" text-anchor="middle">${clockText(minute)}</text>`,
    )}`,
)}`;
}

function dayRow(week: WeekStrip, day: WeekDay, y: number, height: number): Markup {
  const x = (t_us: number) => Math.round((LEFT + ((t_us - day.from_us) / (day.to_us - day.from_us)) * (RIGHT - LEFT)) * 10) / 10;
  const { weekday, day: date } = dayName(day);
  const span = (className: string, { from_us, to_us }: { readonly from_us: number; readonly to_us: number }) =>
    markup`<rect class="${className}" x="${x(from_us)}" y="${y}" width="${x(to_us) - x(from_us)}" height="${height}"/>`;
  const isOdd = day.to_us - day.from_us !== 24 * 3_600_000_000;
  const note = [day.holiday, isOdd ? `${hoursText(day.to_us - day.from_us)} hours long` : ''].filter(Boolean).join(', ');
  return markup`<text class="weekday" x="64" y="${y + 20}">${weekday} <tspan>${date}</tspan></text>${note !== '' && markup`<text class="small" x="64" y="${y + 38}">${note}</text>`}
<rect class="day" x="${LEFT}" y="${y}" width="${RIGHT - LEFT}" height="${height}"/>${day.fromAfarOnly.map((one) => span('phone', one))}${day.nobody.map(
    ({ from_us, to_us }) =>
      markup`<rect fill="url(#week-hatch)" x="${x(from_us)}" y="${y}" width="${x(to_us) - x(from_us)}" height="${height}"/>`,
  )}
${HOURS.map((hour) => markup`<line class="grid" x1="${LEFT + (hour / 24) * (RIGHT - LEFT)}" y1="${y}" x2="${LEFT + (hour / 24) * (RIGHT - LEFT)}" y2="${y + height}"/>`)}
${day.spells.map((spell) => bar(week, spell, x, y))}
${day.due_us.map((at_us) => markup`<line class="due" x1="${x(at_us)}" y1="${y + height - 7}" x2="${x(at_us)}" y2="${y + height}"/>`)}
<text class="hours" x="${WIDTH - 78}" y="${y + height / 2 + 4}" text-anchor="end">${hoursText(day.nobody_us)}</text><text class="small" x="${WIDTH - 64}" y="${y + height / 2 + 4}" text-anchor="end">h</text>
<text class="small" x="${WIDTH - 64}" y="${y + height / 2 + 24}" text-anchor="end">${day.dueWithNobody} of ${day.due_us.length} doses</text>`;
}

function bar({ helpers }: WeekStrip, spell: HelperSpell, x: (t_us: number) => number, y: number): Markup {
  const lane = helpers.findIndex(({ id }) => id === spell.helper);
  const [from, to, top] = [x(spell.from_us), x(spell.to_us), y + ABOVE + lane * LANE];
  const words = spellWords(spell);
  const fits = words.length * CHARACTER_PX + 12 < to - from;
  return markup`<rect class="bar-${spell.is}" x="${from}" y="${top}" width="${Math.max(1, to - from)}" height="${BAR}" rx="2"><title>${words}</title></rect>${fits && markup`<text class="in-bar on-${spell.is}" x="${from + 7}" y="${top + 10.8}">${words}</text>`}`;
}

function legend(y: number): Markup {
  const item = (at: number, key: Markup, words: string) =>
    markup`${key}<text class="small" x="${at + 36}" y="${y + 10}">${words}</text>`;
  const box = (at: number, className: string) =>
    markup`<rect class="${className}" x="${at}" y="${y}" width="26" height="13" rx="2"/>`;
  return markup`${item(64, markup`<rect fill="url(#week-hatch)" x="64" y="${y}" width="26" height="13"/>`, 'nobody can help')}${item(210, box(210, 'phone'), 'help from afar, no key')}${item(396, box(396, 'bar-comes'), 'can come, with a key')}${item(576, box(576, 'bar-busy'), 'on duty, cannot come')}${item(760, markup`<line class="due" x1="764" y1="${y + 3}" x2="764" y2="${y + 11}"/><line class="due" x1="771" y1="${y + 3}" x2="771" y2="${y + 11}"/><line class="due" x1="778" y1="${y + 3}" x2="778" y2="${y + 11}"/>`, 'doses fall due')}`;
}
