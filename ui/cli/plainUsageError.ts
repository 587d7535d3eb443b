/** Who looks for a report's format at another command is told where it is. */
const REPORTS = "a record's report is written by: dosetwin report RECORD --format html (or junit)";

/** What commander says of a wrong word, as the house says it: "error: X\n(Did you mean Y?)" becomes "X; did you mean Y?". */
export function plainUsageError(message: string): string {
  return message
    .trim()
    .replace(/^error: /, '')
    .replace(/^unknown option '--format'$/, `$&; ${REPORTS}`)
    .replace(/\s*\(Did you mean (one of )?(.*?)\?\)/s, '; did you mean $2?');
}
