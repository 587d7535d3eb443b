/** What the command's exit says. Scripts and CI lean on it, and `--help` lists it: a promise. */
export const Exit = {
  /** All that had to hold held. */
  held: 0,
  /** An expectation or limit failed, a replay differs, or two records do. */
  failed: 1,
  /** What was given cannot be read or means nothing. */
  badInput: 2,
  /** The machine on which it runs lacks something: a free port, a disk that can be written. */
  environment: 3,
  /** A fault of dosetwin itself. */
  fault: 4,
  /** Stopped by Ctrl-C, as shells count it: 128 + SIGINT. */
  stopped: 130,
} as const;

export type ExitCode = (typeof Exit)[keyof typeof Exit];

/** The exits as `--help` shows them. */
export const EXITS_IN_WORDS = `Exits:
  0  all held
  1  an expectation or a limit failed, or what was compared differs
  2  the input cannot be read, or names something that does not exist
  3  this machine lacks something: a free port, a folder that can be written
  4  a fault of dosetwin itself
  130  stopped by Ctrl-C`;
