import { type Markup, markup } from '../markup/Markup.js';
import { machineOfEntry, sentenceOf } from '../words/sentenceOf.js';
import { type FoldedLine, foldRepeats } from './foldRepeats.js';
import { hasSeveralMachines, type Incident } from './Incident.js';
import { pageSection } from './pageSection.js';
import type { StoryLine } from './StoryLine.js';

const MAX_LINES = 80;

/** Everything that was done, said or refused, in its order. */
export function storyLines({ record, clock }: Incident): StoryLine[] {
  const lines: StoryLine[] = [];
  for (const [index, entry] of record.entries.entries()) {
    const sentence = sentenceOf(entry, clock);
    if (sentence !== null) lines.push({ index, entry, sentence });
  }
  return lines;
}

/** The run as a list of sentences, each with its time and its place in the record. */
export function chronology(incident: Incident): Markup {
  const lines = foldRepeats(storyLines(incident));
  const several = hasSeveralMachines(incident);
  const shown = lines.slice(0, MAX_LINES);
  const note =
    'Entry n stands on line n\u00a0+\u00a02 of the record. The minutes between are in the record too: every state, every turn of a coil, every time the beam was broken.';
  if (shown.length === 0)
    return pageSection(
      'In order',
      note,
      markup`<p class="quiet">Nothing went wrong, nobody was asked and nothing came from outside.</p>`,
    );
  return pageSection(
    'In order',
    note,
    markup`<table class="story"><thead><tr><th scope="col">time</th><th scope="col">what happened</th><th scope="col" class="number">entry</th></tr></thead><tbody>${shown.map(
      ({ index, entry, sentence, again }) =>
        markup`<tr><td class="mono">${incident.clock.timeWithSeconds(entry.t_us)}</td><td>${sentence}${several && machineOfEntry(entry) !== null && markup` <span class="quiet">${machineOfEntry(entry)}</span>`}</td><td class="number mono">${entryNumber(index)}</td></tr>
${again && againRow(incident, again)}`,
    )}</tbody></table>${lines.length > shown.length && markup`<p class="quiet">And ${lines.length - shown.length} more, in the record.</p>`}`,
  );
}

/** Calls that went the same way again and again, in one line: how often, and until when. */
function againRow({ clock }: Incident, { count, last }: NonNullable<FoldedLine['again']>): Markup {
  return markup`<tr class="quiet"><td class="mono">to ${clock.timeWithSeconds(last.entry.t_us)}</td><td>The same again, ${count === 1 ? 'once' : `${count} times`}.</td><td class="number mono">${entryNumber(last.index)}</td></tr>
`;
}

/** `4 812`, in groups of three. */
export function entryNumber(index: number): string {
  return grouped(String(index));
}

export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
}
