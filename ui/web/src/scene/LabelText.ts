import type { AnchorName } from './anchorsOf.js';

/** A label that points at a place of the picture: a title, a line under it, and what it is about. */
export interface LabelText {
  readonly anchor: AnchorName;
  readonly side: 'left' | 'right';
  readonly title: string;
  readonly note?: string;
  readonly tone: 'ink' | 'live' | 'fault';
}
