/** Time is whole microseconds everywhere; these are the sizes of what people write. */
export const US_PER_MS = 1_000;
export const US_PER_S = 1_000_000;
export const US_PER_MIN = 60_000_000;
export const US_PER_DAY = 86_400_000_000;
export const MIN_PER_DAY = 1_440;
