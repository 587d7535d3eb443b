import type { Problem } from '../../format/Problem.js';
import type { PlacedComplaint } from '../../format/readYaml.js';
import type { SourceText } from '../../format/SourceText.js';

/** A complaint as a problem of its text. */
export function problemAt(source: SourceText, { path, from, to, complaint }: PlacedComplaint): Problem {
  return source.problem(path, from, to, complaint);
}
