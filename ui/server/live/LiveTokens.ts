import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LIVE_RIGHTS, type LiveRight } from '../../web/src/live/liveProtocol.js';

/** 128 bits, so that nobody guesses one. */
const TOKEN_BYTES = 16;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Which link gives which right. Acting and arming always need a token; watching only where `watch` is one. */
export class LiveTokens {
  readonly act = newToken();
  readonly arm = newToken();

  /** `watch`: what a link must carry to watch, or `null` where anybody who reaches the server may. */
  constructor(readonly watch: string | null = null) {}

  /** All that a link's token allows; none for a token that is unknown. */
  rightsOf(token: string | undefined): readonly LiveRight[] {
    if (token === undefined) return this.watch === null ? ['watch'] : [];
    // Each is compared, whichever it is, in a time that tells nothing of it.
    const allowed = LIVE_RIGHTS.map((right) => {
      const own = this[right];
      return own !== null && timingSafeEqual(digest(own), digest(token));
    });
    return LIVE_RIGHTS.slice(0, allowed.lastIndexOf(true) + 1);
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
