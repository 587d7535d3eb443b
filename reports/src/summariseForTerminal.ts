import type { ExpectationResult, RunRecord } from '@dosetwin/scenarios';
import { storyLines } from './incident/chronology.js';
import { type Incident, readIncident } from './incident/Incident.js';
import type { ReportSurroundings } from './incident/ReportSurroundings.js';
import type { StoryLine } from './incident/StoryLine.js';
import { surroundingsOf } from './incident/surroundingsOf.js';
import { plainText } from './markup/plainText.js';
import { answerWords } from './words/answerWords.js';
import { durationWords } from './words/durationWords.js';
import { contactName } from './words/nameWords.js';
import { reasonWords } from './words/reasonWords.js';

/** Where the files of a run lie, as the person who started it should read them; `null`: not written. */
export interface RunFiles {
  readonly record: string | null;
  readonly report: string | null;
}

const COLUMNS = 100;
const LINES = 24;
const STORY_LINES = 6;

/** What happened, for a terminal: at most 24 lines of at most 100 columns (paths stay whole), without colours or control characters. */
export function summariseForTerminal(
  record: RunRecord,
  files: RunFiles,
  surroundings: ReportSurroundings = surroundingsOf(record),
): string {
  const incident = readIncident(record, surroundings);
  const head = [...headLines(incident), ''];
  const foot = ['', ...digestLines(record)];
  const story = storyOf(incident);
  const doses = doseLines(incident);
  const room = LINES - head.length - story.length - doses.length - foot.length - 3;
  const expected = expectationLines(record, Math.max(1, room));
  const middle = [...story, ...doses, ...(expected.length > 0 ? ['', ...expected] : [])];
  return `${[...[...head, ...middle, ...foot].map(fit), ...fileLines(files).map(oneLine)].join('\n')}\n`;
}

function headLines({ record, clock, site }: Incident): string[] {
  const { title, scenario, variant, seed } = record.header;
  return [
    title,
    `${[variant === null ? scenario : `${scenario} / ${variant}`, site, clock.isoDate(0), clock.zone].join(', ')}, seed ${seed}`,
  ];
}

/** The few lines that carry the story, in their order; the rest is in the report. */
function storyOf(incident: Incident): string[] {
  const { record, clock, end_us } = incident;
  const lines = storyLines(incident);
  const saidBefore = new Set<string>();
  const weighed = lines.flatMap((line) => {
    // What is said again weighs less than anything said for the first time.
    const weight = weightOf(line) - (saidBefore.has(line.entry.kind) ? 10 : 0);
    saidBefore.add(line.entry.kind);
    return weightOf(line) > 0 ? [{ line, weight }] : [];
  });
  const chosen = new Set(
    [...weighed]
      .sort((a, b) => b.weight - a.weight || a.line.index - b.line.index)
      .slice(0, STORY_LINES)
      .map(({ line }) => line),
  );
  const told = lines
    .filter((line) => chosen.has(line))
    .map((line) => `  ${clock.timeWithSeconds(line.entry.t_us)}  ${line.sentence}`);
  if (record.end === null)
    told.push(`  ${clock.timeWithSeconds(end_us)}  The record ends here, unfinished, after ${record.entries.length} entries.`);
  return told.length > 0 ? told : ['  Nothing jammed and nobody was asked to come.'];
}

const WEIGHTS: Readonly<Record<string, number>> = {
  jam: 9,
  cleared: 9,
  'door-opened': 8,
  'part-ordered': 8,
  'nobody-free': 7,
  'locked-out': 7,
  override: 7,
  'remote-recovery': 7,
  'left-without': 6,
  'part-came': 6,
  'on-site': 5,
  surplus: 5,
  'link-lost': 4,
  'link-restored': 4,
  answered: 3,
};

function weightOf({ entry }: StoryLine): number {
  return entry.source === 'input' ? 5 : (WEIGHTS[entry.kind] ?? 0);
}

function doseLines({ measures, clock, shown }: Incident): string[] {
  const { due, served, didNotCome, leftWithout, leftWithoutBy, waiting, notYetCome } = measures.doses;
  const causes = leftWithoutBy.map(
    ({ cause, count }) => `${leftWithoutBy.length > 1 ? `${shown(count)} ` : ''}${reasonWords(cause)}`,
  );
  const before = `  Doses: ${shown(due)} due, ${shown(served)} served, ${shown(didNotCome)} did not come, ${shown(leftWithout)} left without`;
  const after = `${waiting > 0 ? `, ${shown(waiting)} still waiting` : ''}${notYetCome > 0 ? `, ${shown(notYetCome)} still expected` : ''}`;
  const whole = `${before}${causes.length > 0 ? ` (${causes.join(', ')})` : ''}${after}`;
  const lines = ['', whole.length <= COLUMNS ? whole : `${before}${after}`];
  const jam = measures.jams[0];
  if (jam)
    lines.push(
      `  Jam to cleared: ${jam.toClearMs === null ? 'not cleared by the end' : durationWords(jam.toClearMs * 1000)}${measures.jams.length > 1 ? `, the first of ${measures.jams.length}` : ''}`,
    );
  const first = measures.calls.filter(
    ({ contact }, index) => measures.calls.findIndex((call) => call.contact === contact) === index,
  );
  const asked = first.map(({ contact, answers }) =>
    answers[0] ? `${contactName(contact)} ${answerWords(answers[0], clock)}` : `${contactName(contact)}: no answer`,
  );
  if (asked.length > 0) lines.push(`  Asked: ${asked.slice(0, 4).join('; ')}`);
  return lines;
}

function expectationLines({ end }: RunRecord, room: number): string[] {
  const results = end?.expectations ?? [];
  // What did not hold comes first when there is no room for all.
  const shown = results.length <= room ? results : [...results].sort((a, b) => rank(a) - rank(b)).slice(0, room - 1);
  const onTwo = twoLined(shown, room - Math.min(results.length, room));
  const lines = shown.flatMap((result) => {
    const { verdict, says, found } = result;
    const tick = verdict === 'held' || verdict === 'met' ? '✓' : verdict === 'failed' ? '✗' : '–';
    const before = `  ${tick} ${verdict.padEnd(6)}  `;
    if (isShort(result)) return [`${before}${says}: ${found}`];
    if (onTwo.has(result)) return [`${before}${says}:`, `${' '.repeat(before.length)}${found}`];
    return [`${before}${shortened(result, COLUMNS - before.length)}`];
  });
  return results.length <= room ? lines : [...lines, `  and ${results.length - shown.length} more, in the report`];
}

/** Before its words stand two spaces, a tick, a space, the verdict in six columns and two spaces. */
const BEFORE = 12;

function isShort({ says, found }: ExpectationResult): boolean {
  return BEFORE + says.length + 2 + found.length <= COLUMNS;
}

/** Those that get a second line, instead of being cut, while there is room: what did not hold first, then a target that was met. */
function twoLined(results: readonly ExpectationResult[], spare: number): ReadonlySet<ExpectationResult> {
  const long = results.filter((result) => !isShort(result) && !tellsItself(result));
  return new Set([...long].sort((a, b) => rank(a) - rank(b)).slice(0, Math.max(0, spare)));
}

/** A sight that held tells itself by what was found. */
function tellsItself({ verdict, expectation }: ExpectationResult): boolean {
  return expectation.kind === 'shows' && verdict === 'held';
}

/** What was found matters more than the whole of what was expected, which the report has; a sight that held tells itself. */
function shortened(result: ExpectationResult, columns: number): string {
  const { expectation, says, found } = result;
  if (expectation.kind === 'shows' && tellsItself(result)) {
    const within = ` (within ${durationWords(expectation.within_us)})`;
    if (found.length + within.length <= columns) return `${found.charAt(0).toUpperCase()}${found.slice(1)}${within}`;
  }
  const cut = says.slice(0, Math.max(20, columns - found.length - 3));
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')).replace(/[:,]$/, '') : cut;
  return `${words}…: ${found}`;
}

function rank({ verdict }: ExpectationResult): number {
  return ['failed', 'missed', 'held', 'met'].indexOf(verdict);
}

function digestLines({ end }: RunRecord): string[] {
  return [end === null ? 'unfinished: no verdict, no digest' : `${end.outcome.padEnd(6)}  digest ${end.digest}`];
}

function fileLines({ record, report }: RunFiles): string[] {
  return [...(record === null ? [] : [`record  ${record}`]), ...(report === null ? [] : [`report  ${report}`])];
}

/** No breaks and no control characters; a path stays whole, however long, since it is there to be copied. */
function oneLine(line: string): string {
  return plainText(line).replace(/\s/g, ' ');
}

/** One line of no more than the columns of a terminal. */
function fit(line: string): string {
  const flat = oneLine(line);
  const letters = [...flat];
  if (letters.length <= COLUMNS) return flat;
  return `${letters
    .slice(0, COLUMNS - 1)
    .join('')
    .trimEnd()}…`;
}
