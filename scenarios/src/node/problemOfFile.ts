import type { Complaint } from '../format/Complaint.js';
import type { Problems } from '../format/Problem.js';

/** What is wrong with a file as a whole: it is told at its first sign. */
export function problemOfFile(file: string, { message, found, expected, nearest }: Complaint): Problems {
  const place = { file, line: 1, column: 1, width: 1, path: '', source: '', caret: 0 };
  return { problems: [{ ...place, message, found, expected, nearest }], more: 0 };
}
