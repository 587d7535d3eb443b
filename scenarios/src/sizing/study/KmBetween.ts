/** Kilometres from a place to another by the links open most of the year; `null` where there is no way. */
export type KmBetween = (a: string, b: string) => number | null;
