import type { BenchEntry } from '../trace/BenchEntry.js';
import { saySource } from '../trace/sayEntry.js';
import type { TraceIndex } from '../trace/TraceIndex.js';

export interface LogFilter {
  readonly text: string;
  /** A source's name as it is read, or '' for all. */
  readonly source: string;
  readonly kind: string;
  /** Only levels 2 and 3. */
  readonly upperOnly: boolean;
}

export const noFilter: LogFilter = { text: '', source: '', kind: '', upperOnly: false };

/** Kinds of levels 0 and 1 that a reader of the story wants; the rest is in the whole log. */
const STORY_LOW = new Set(['jammed', 'door', 'free', 'load', 'unload', 'take', 'beam-blind', 'flap-stuck']);
const NO_STORY_KINDS = new Set(['state', 'count', 'due', 'signal', 'phase', 'opened', 'closed', 'came', 'signed']);

/** The story for the log's column: what a person, the host or the jamming cartridge does, without what repeats it. */
export function isStory({ level, source, kind, payload }: BenchEntry): boolean {
  if (kind === 'state') return level === 1 && isTurningPoint(source, payload);
  if (level < 2) return STORY_LOW.has(kind);
  return !NO_STORY_KINDS.has(kind);
}

/** What a reader of a whole region wants: what goes wrong at a machine, and whoever is asked, comes and puts it right. */
const REGION_KINDS = new Set(
  'jam noticed nobody-free door-opened cleared asked answered set-off on-site went-home round-began round-ended link-lost link-restored went-elsewhere remote-recovery stopped'.split(
    ' ',
  ),
);

export function isRegionStory({ source, kind }: BenchEntry): boolean {
  return REGION_KINDS.has(kind) || source === 'input';
}

/** Of a cartridge's states those that a reader would tell: the first wait for a drop, each half turn, the lock-out. */
function isTurningPoint(source: string, payload: BenchEntry['payload']): boolean {
  if (!/\/cartridge-\d+$/.test(source) || payload.on === 'START') return false;
  const is = String(payload.is);
  return /halfTurn\.leaving/.test(is) || /^lockedOut/.test(is) || (/^waitingForDrop/.test(is) && payload['counter.tries'] === 0);
}

/** The last `most` entries of the story at or before `t_us`, the latest last. */
export function latestStory(trace: TraceIndex, t_us: number, most: number, tells = isStory): BenchEntry[] {
  const found: BenchEntry[] = [];
  for (let place = trace.countAt(t_us) - 1; place >= 0 && found.length < most; place -= 1) {
    const entry = trace.entries[place];
    if (entry !== undefined && tells(entry)) found.push(entry);
  }
  return found.reverse();
}

/** The entries at or before `t_us` that a filter lets through. */
export function filterEntries(
  trace: TraceIndex,
  t_us: number,
  filter: LogFilter,
  words: (entry: BenchEntry) => string,
): BenchEntry[] {
  const wanted = filter.text.trim().toLowerCase();
  return trace.entries.slice(0, trace.countAt(t_us)).filter((entry) => {
    if (filter.upperOnly && entry.level < 2) return false;
    if (filter.kind !== '' && entry.kind !== filter.kind) return false;
    if (filter.source !== '' && saySource(entry.source) !== filter.source) return false;
    return wanted === '' || `${saySource(entry.source)} ${entry.kind} ${words(entry)}`.toLowerCase().includes(wanted);
  });
}
