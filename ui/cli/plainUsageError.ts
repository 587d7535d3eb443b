/** What commander says of a wrong word, as the house says it: "error: X\n(Did you mean Y?)" becomes "X; did you mean Y?". */
export function plainUsageError(message: string): string {
  return message
    .trim()
    .replace(/^error: /, '')
    .replace(/\s*\(Did you mean (one of )?(.*?)\?\)/s, '; did you mean $2?');
}
