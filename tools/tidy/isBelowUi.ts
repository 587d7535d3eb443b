import type { Source } from './Source.js';

/** Source of a room to the left of `ui`: it runs on the kernel's time and luck alone. */
export function isBelowUi(source: Source): boolean {
  return source.isScript && /^(twin|firmware-bridge|scenarios|reports)\/src\//.test(source.path);
}
