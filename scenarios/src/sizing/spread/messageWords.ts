import { z } from 'zod';

/** A SHA-256 in hex. */
export const hexSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex was expected');
/** What a worker or a run is called. */
export const wordSchema = z.string().regex(/^[\w.@-]{1,80}$/, '1 to 80 letters, digits, _, ., @ and - were expected');
