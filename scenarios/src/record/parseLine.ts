import type { z } from 'zod';
import { locateInJson } from './locateInJson.js';

/** What is wrong with one line. `column` is from 1. */
export interface LineProblem {
  readonly column: number;
  readonly message: string;
  /** The line is no JSON: it may have been cut off. */
  readonly isSyntax: boolean;
}

export type ParsedLine = { readonly value: unknown; readonly problem: null } | { readonly problem: LineProblem };

/** A line's JSON, or where it stops being JSON and what was expected there. */
export function parseLine(line: string): ParsedLine {
  try {
    return { value: JSON.parse(line), problem: null };
  } catch {
    const place = locateInJson(line);
    const column = Math.min(place.offset, line.length) + 1;
    const expected = place.kind === 'fault' ? place.expected : 'JSON';
    return { problem: { column, message: `${expected} was expected here`, isSyntax: true } };
  }
}

/** A problem with the value at `path` of a line that is JSON. */
export function valueProblem(line: string, path: readonly PropertyKey[], message: string): LineProblem {
  return { column: locateInJson(line, path).offset + 1, message, isSyntax: false };
}

/** What a schema found wrong, each with its column. `under` is where in the line the checked value stands. */
export function schemaProblems(line: string, error: z.ZodError, under: readonly PropertyKey[]): LineProblem[] {
  return error.issues.map((issue) => {
    const path = [...under, ...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
    return valueProblem(line, path, `${path.map(String).join('.') || 'line'}: ${issue.message}`);
  });
}
