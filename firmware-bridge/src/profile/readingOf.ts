import type { BoardProfile, TextProfile } from './profileSchema.js';

/** The line that reads how a board stands and moves nothing, and the shape of its answer. */
export interface Reading {
  readonly name: string;
  readonly transport: TextProfile['transport'];
  readonly send: string;
  readonly answer: string;
}

/** Of a board that speaks text lines; `null`: it speaks Modbus. */
export function readingOf(profile: BoardProfile): Reading | null {
  const { name } = profile;
  if ('lines' in profile) return { name, transport: profile.transport, send: profile.poll.send, answer: profile.poll.answer };
  if ('levels' in profile && 'send' in profile.read && 'line-end' in profile.transport)
    return { name, transport: profile.transport, send: profile.read.send, answer: profile.read.answer };
  return null;
}
