import type { StatusReading } from './BoardClock.js';

/** How much older than it seems a status may be, and how far two clocks may have drifted apart, in ms. */
const SLACK_ms = 2_000;
const US_PER_MS = 1_000;

/**
 * Whether a board that gave `before` can have given `reading`. Serial replies do not say what they answer: a late one to another
 * request of the same length passes for a status, and holds anything. In one boot nothing goes back; no uptime outruns the
 * host's clock, nor is a new boot older than the last status.
 */
export function mayFollow(before: StatusReading, { status, answered_us }: StatusReading): boolean {
  const { status: last } = before;
  const passedMs = (answered_us - before.answered_us) / US_PER_MS + SLACK_ms;
  if (status.statusBoots < last.statusBoots || status.order < last.order) return false;
  if (status.statusBoots > last.statusBoots) return status.uptimeMs <= passedMs;
  const wentBack = status.uptimeMs < last.uptimeMs || status.lastSequence < last.lastSequence;
  return !wentBack && status.uptimeMs - last.uptimeMs <= passedMs;
}
