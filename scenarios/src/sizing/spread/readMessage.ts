import type { z } from 'zod';

/** A message of the bus as it was read, or in a sentence why it cannot be used. */
export type Read<T> = { readonly message: T } | { readonly why: string };

/** Reads a message that anybody on the bus may have written: text, JSON and shape may each be wrong. */
export function readMessage<T>(text: string, schema: z.ZodType<T>): Read<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: 'it is no JSON' };
  }
  const read = schema.safeParse(value);
  if (read.success) return { message: read.data };
  const [issue] = read.error.issues;
  const at = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return { why: `${at}${issue?.message ?? 'it has another shape'}` };
}
