const IS_EXCEPTION = 0x80;

/** How long the serial frame of an answer is that begins so, with unit and checksum; 0 while nobody can know. */
export function answerLength(heard: ArrayLike<number>): number {
  const code = heard[1] ?? 0;
  if (heard.length < 3) return 0;
  if (code & IS_EXCEPTION) return 5;
  if (code === 3 || code === 4) return 5 + (heard[2] as number);
  return code === 6 || code === 16 ? 8 : 0;
}
