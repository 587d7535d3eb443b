/**
 * Where words go: results to stdout, so that they can be piped on; everything told to a person, progress too, to stderr.
 * A reader that closes its end of a pipe early (`| head`) stops the words and not the work.
 */
export const terminal = {
  /** A line of the result. */
  print(line: string): void {
    process.stdout.write(`${line}\n`);
  },
  /** The one object of `--json`. */
  printJson(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
  /** Lines for the person who watches. */
  tell(text: string): void {
    process.stderr.write(`${text}\n`);
  },
  /** Whoever sees both streams on one screen need not read twice what a summary has said. */
  get isOneScreen(): boolean {
    return process.stdout.isTTY === true && process.stderr.isTTY === true;
  },
};

/** To be called once, before the first word. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
