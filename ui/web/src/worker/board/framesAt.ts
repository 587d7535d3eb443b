import { type BlockName, blockPlace, REGISTER_MAP, sayFrame, sayRequest, type WireFrame } from '@dosetwin/firmware-bridge';
import type { BoardAsk, FrameFilter, FramesView, FrameView, RegisterView } from './BoardView.js';
import type { BriefFrame, FrameLog, Question } from './FrameLog.js';
import { RegisterImage, spokenIn } from './RegisterImage.js';
import { registersIn, type Spoken } from './registersIn.js';

/** Rows that are listed at or before the instant, and after it. */
const ROWS_BEFORE = 160;
const ROWS_AFTER = 24;
/** How far back a filter looks: half an hour of polls while a door stands open. */
const MOST_LOOKED_AT = 120_000;
/** More registers than these are a picture, not a line. */
const MOST_NAMED = 40;

/** The frames around an instant that a filter lets through, in words. */
export function framesAt(frames: FrameLog, { t_us, until_us, filter }: BoardAsk): FramesView {
  const count = frames.instants.countAt(t_us);
  const before = look(frames, filter, count - 1, -1, ROWS_BEFORE).reverse();
  const last = frames.instants.countAt(Math.max(t_us, until_us));
  const after = look(frames, filter, count, 1, ROWS_AFTER).filter(({ place }) => place < last);
  return { count, rows: [...before, ...after] };
}

function look(frames: FrameLog, filter: FrameFilter, from: number, step: 1 | -1, most: number): FrameView[] {
  const found: FrameView[] = [];
  const text = filter.text.trim().toLowerCase();
  const wanted = new Map<Question, boolean>();
  for (let place = from, left = MOST_LOOKED_AT; left > 0 && found.length < most; place += step, left -= 1) {
    if (place < 0 || place >= frames.instants.count) break;
    const { question, ...brief } = frames.brief(place);
    if (!isSort(brief, question, filter.sort)) continue;
    if (!isWriting(question)) {
      const holds = wanted.get(question) ?? wordsOf(question).includes(text);
      wanted.set(question, holds);
      if (!holds) continue;
    }
    const view = viewOf(frames, place, frames.frame(place));
    if (!isWriting(question) || wordsIn(view).includes(text)) found.push(view);
  }
  return found;
}

/** Status and ring are what the host polls. */
const RING_END = 0x200;

function isWriting(question: Question): boolean {
  return question.function === 16 || question.function === 6;
}

function isSort({ is, attempt }: Omit<BriefFrame, 'question'>, question: Question, sort: FrameFilter['sort']): boolean {
  const { address } = question;
  const isPoll = question.function === 4 && ((address >= 0x10 && address < 0x20) || (address >= 0x100 && address < RING_END));
  switch (sort) {
    case 'all':
      return true;
    case 'commands':
      return isWriting(question);
    case 'polls':
      return isPoll;
    case 'figures':
      return question.function !== 0 && !isWriting(question) && !isPoll;
    case 'trouble':
      return attempt > 1 || (is !== 'request' && is !== 'reply');
  }
}

/** What a text may be looked for in: the block that a reading reads, and the names of its registers. */
function wordsOf({ function: code, address, count }: Question): string {
  if (code !== 3 && code !== 4) return '';
  const table = code === 4 ? 'input' : 'holding';
  const spoken = { table, address, values: Array.from({ length: count }, () => 0) } as const;
  const blocks = REGISTER_MAP.filter(({ name }) => holds(name as BlockName, spoken));
  const names = blocks.flatMap(({ name, values }) => [name, ...values.map((one) => one.name)]);
  return [sayRequest({ function: code, address, count }), ...names].join(' ').toLowerCase();
}

function wordsIn({ says, values }: FrameView): string {
  return [says, ...values.map((one) => one.name)].join(' ').toLowerCase();
}

function viewOf(frames: FrameLog, place: number, frame: WireFrame): FrameView {
  const { t_us, direction, is, request, attempt = 1 } = frame;
  const says = is === 'reply' && request?.function !== 16 && request?.function !== 6 ? sayAnswer(frame) : sayFrame(frame);
  return {
    t_us,
    place,
    direction,
    is,
    function: request?.function ?? null,
    attempt,
    says,
    values: valuesOf(frames, place, frame),
  };
}

/** An answer without its registers, which stand beside it by their names. */
function sayAnswer(frame: WireFrame): string {
  return sayFrame(frame).split(':')[0] ?? '';
}

function valuesOf(frames: FrameLog, place: number, { is, request, reply, t_us }: WireFrame): RegisterView[] {
  const isWritten = request?.function === 16 || request?.function === 6;
  // What was written is said once, where it was sent.
  if (request === undefined || (is === 'reply') === isWritten) return [];
  const spoken = registersIn(request, reply);
  if (spoken === null || spoken.values.length > MOST_NAMED) return [];
  const before = frames.answerBefore(place, request);
  const image = new RegisterImage();
  image.take(spoken, before === null ? null : spokenIn(frames, before), t_us);
  return REGISTER_MAP.filter(({ name }) => holds(name as BlockName, spoken)).flatMap(({ name, repeats = 1 }) =>
    image.rows(name as BlockName).map((row) => ({
      name: repeats === 1 ? row.name : `${row.name} ${row.repeat}`,
      value: row.value,
      changed: row.changed,
    })),
  );
}

/** Whether some of these registers lie in a block. */
function holds(name: BlockName, { table, address, values }: Spoken): boolean {
  const place = blockPlace(name);
  const end = place.address + place.words * place.repeats;
  return place.table === table && address < end && address + values.length > place.address;
}
