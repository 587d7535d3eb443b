import { z } from 'zod';
import { Complaint, quote } from '../Complaint.js';
import { unknownName } from '../nearestName.js';
import { readDuration } from '../units/readDuration.js';
import { readInterval } from '../units/readInterval.js';
import { readDateTime } from '../units/readLocalTime.js';
import { readMoment } from '../units/readMoment.js';
import { readShare } from '../units/readShare.js';

/** What travels with an issue of the schema from the place where it was found to the place where it is told. */
export interface IssueParams {
  readonly complaint: Complaint;
  /** True when not even the sort of value fits (a list where text belongs): another form of the value may have been meant. */
  readonly isOtherSort: boolean;
}

/** Keywords of JSON Schema that stand for a scalar, so that an editor can check and complete it. */
type EditorSchema = Readonly<Record<string, unknown>>;

/** One value in text, number or yes/no: how editors see it, and how it is read. `describe` it where it is used. */
function scalar<T>(editor: EditorSchema, expected: string, read: (written: unknown) => T | Complaint) {
  return z
    .unknown()
    .meta(editor)
    .transform((written, context): T => {
      const isOtherSort = typeof written === 'object';
      const complaint = isOtherSort || written === undefined ? otherSort(written, expected) : read(written);
      if (!(complaint instanceof Complaint)) return complaint as T;
      const params: IssueParams = { complaint, isOtherSort };
      context.addIssue({ code: 'custom', message: complaint.message, params: { ...params } });
      return z.NEVER;
    });
}

function otherSort(written: unknown, expected: string): Complaint {
  const found = written === null || written === undefined ? 'nothing' : Array.isArray(written) ? 'a list' : 'a block of keys';
  return new Complaint(`here stands ${found}; expected is ${expected}`, found, expected);
}

const DURATION_PATTERN = '^(\\d+(\\.\\d+)?\\s*(us|ms|s|min|h|d)\\s*)+$';
const CLOCK = '\\d{1,2}:\\d{2}(:\\d{2})?';

export const duration = () =>
  scalar(
    { type: 'string', pattern: DURATION_PATTERN, examples: ['6 h', '1 h 30 min', '20 s'] },
    'a length of time such as 6 h',
    readDuration,
  );

export const share = () =>
  scalar(
    {
      anyOf: [
        { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%$' },
        { type: 'number', minimum: 0, maximum: 1 },
      ],
      examples: ['85 %', 0.85],
    },
    'a share such as 85 %',
    readShare,
  );

export const dateTime = () =>
  scalar(
    { type: 'string', pattern: `^\\d{4}-\\d{2}-\\d{2}[T ]${CLOCK}$`, examples: ['2021-09-14T12:00'] },
    'a date and time such as 2021-09-14T12:00',
    readDateTime,
  );

export const moment = () =>
  scalar(
    {
      type: 'string',
      pattern: `^(${CLOCK}|\\d{4}-\\d{2}-\\d{2}[T ]${CLOCK}|\\+.+)$`,
      examples: ['14:07', '2021-09-14T14:07', '+2 h'],
    },
    'a time such as 14:07, 2021-09-14T14:07 or +2 h',
    readMoment,
  );

export const interval = () =>
  scalar(
    { type: 'string', pattern: '^\\d{1,2}:\\d{2}\\s*[-–—]\\s*\\d{1,2}:\\d{2}$', examples: ['13:00-17:00'] },
    'two times of day such as 13:00-17:00',
    readInterval,
  );

export const yesOrNo = () =>
  scalar({ enum: ['yes', 'no', true, false] }, 'yes or no', (written) => {
    if (written === true || written === 'yes') return true;
    if (written === false || written === 'no') return false;
    return Complaint.of(quote(written), 'is neither yes nor no', 'yes or no');
  });

/** One word of a list. `kind` comes without an article: `time zone`. */
export function word<W extends string>(kind: string, words: readonly W[]) {
  return scalar({ type: 'string', enum: words }, `a ${kind}`, (written) =>
    (words as readonly unknown[]).includes(written) ? (written as W) : unknownName(written, kind, words),
  );
}

/** A whole number from `least` to `most`; `what` names it: `a cartridge`. */
export function whole(what: string, least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return scalar({ type: 'integer', minimum: least, maximum: most }, expected, (written) => {
    if (typeof written === 'number' && Number.isInteger(written) && written >= least && written <= most) return written;
    return Complaint.of(quote(written), `is not ${what}; write ${expected}`, expected);
  });
}

/** Text for people, at most so many characters. Numbers are read as text. */
export function text(most: number) {
  const expected = `text of at most ${most} characters`;
  return scalar({ type: 'string', minLength: 1, maxLength: most }, expected, (written) => {
    const trimmed = String(written).trim();
    if (trimmed.length === 0) return Complaint.of(quote(written), 'says nothing; write some text', expected);
    if (trimmed.length <= most) return trimmed;
    return Complaint.of('this', `has ${trimmed.length} characters; at most ${most} fit`, expected);
  });
}

/** A name that refers to something else in the file; whether it does is looked up later. */
export const reference = (kind: string) =>
  scalar({ type: 'string' }, `the name of a ${kind}`, (written) =>
    typeof written === 'string' ? written : Complaint.of(quote(written), `is not the name of a ${kind}`, `the name of a ${kind}`),
  );

/** Any scalar as it was written: for figures whose unit is known only from their name. */
export const figure = (editor: EditorSchema, expected: string, read: (written: unknown) => number | Complaint) =>
  scalar(editor, expected, read);

/** One value, or a list of them; read as a list. */
export function oneOrMore<T extends z.ZodType>(schema: T) {
  return z
    .union([schema, z.array(schema)])
    .transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]) as z.output<T>[]);
}
