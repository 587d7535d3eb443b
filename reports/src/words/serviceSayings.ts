import type { TraceEntry } from '@dosetwin/twin';
import { spaced, theContactFirst } from './nameWords.js';
import { capitalised } from './numberWords.js';

type Say = (entry: TraceEntry) => string;

const text = (entry: TraceEntry, key: string): string => String(entry.payload[key] ?? '');
const LOOKED: Readonly<Record<string, string>> = {
  manual: 'looked into the manual',
  call: 'asked a person by phone',
  alone: 'found out alone what to do',
};
const CAUSES: Readonly<Record<string, string>> = { tamper: 'its tamper alarm', video: 'the loss of its video link' };

/** What befell a machine's power, guard, updates and supply, and who looked in on its site. */
export const SERVICE_SAYINGS: Readonly<Record<string, Say>> = {
  'power-lost': () => 'The mains of the machine were cut.',
  'power-restored': () => 'The machine had started again.',
  'controller-reset': () => 'The controller started again by itself.',
  'tamper-alarm': () => 'The tamper alarm sounded.',
  'video-lost': () => 'The video link was lost.',
  'video-restored': () => 'The video link was back.',
  'guard-stopped': (e) =>
    `The machine was stopped after ${CAUSES[text(e, 'cause')] ?? text(e, 'cause')}, until somebody confirms.`,
  'guard-confirmed': (e) => `${theContactFirst(text(e, 'by'))} confirmed that it may go on.`,
  'nobody-to-confirm': () => 'Nobody was there to confirm.',
  'update-offered': (e) => `The update ${text(e, 'update')} was offered.`,
  'update-not-reached': (e) => `The update ${text(e, 'update')} did not reach the machine.`,
  'update-failed': (e) => `The update ${text(e, 'update')} failed.`,
  'update-half-applied': (e) => `The update ${text(e, 'update')} was cut off half way.`,
  'update-rolled-back': (e) => `The update ${text(e, 'update')} was rolled back.`,
  'update-given-up': (e) => `The update ${text(e, 'update')} was given up.`,
  'update-applied': (e) => `The update ${text(e, 'update')} was applied.`,
  restocked: (e) => `${theContactFirst(text(e, 'first'))} restocked the machine.`,
  expired: (e) => `${text(e, 'packages')} packages past their time were taken out of cartridge ${text(e, 'cartridge')}.`,
  'restock-missed': (e) => `${theContactFirst(text(e, 'by'))} could not restock the machine: ${text(e, 'cause')}.`,
  'restock-withdrawn': (e) => `${theContactFirst(text(e, 'by'))} brings no more packages.`,
  'opening-refused': (e) => `${capitalised(text(e, 'by'))} may not open the machine, and was turned back.`,
  'check-in': (e) =>
    `The programme called the site${e.payload.answered === true ? ', and staff looked' : ', and nobody was there'}.`,
  'looked-up': (e) =>
    `${text(e, 'role') === 'staff' ? 'Staff' : theContactFirst(e.source.split('/')[0] ?? '')} ${LOOKED[text(e, 'where')] ?? 'found out'} (${spaced(text(e, 'what'))}, ${Math.round(Number(e.payload.took_us ?? 0) / 60_000_000)} min)${e.payload.found === true ? '' : ', and it did not say'}.`,
  'round-began': (e) => `${theContactFirst(e.source.split('/')[0] ?? '')} came by on rounds.`,
};
