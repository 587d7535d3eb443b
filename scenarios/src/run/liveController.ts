import { type Controller, writeController } from '@dosetwin/firmware-bridge';

const ARMING = {
  armed: 'armed: inert packages only',
  'not-armed': 'not armed: no motor moves',
  /** A live run: people arm and disarm while it goes on, and each time is an entry. */
  'while-it-runs': 'armed while it runs: inert packages only',
} as const;

/** How a record calls a real board, and whether somebody said that its motors may move. */
export function liveControllerName(controller: Controller, arming: keyof typeof ARMING): string {
  return `${writeController(controller)} (${ARMING[arming]})`;
}

/** Whether a record's word for who stood below a hinge means a real board. */
export function isLiveController(written: string): boolean {
  return /^(serial|tcp|profile):./.test(written);
}
