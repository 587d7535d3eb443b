import { type Controller, writeController } from '@dosetwin/firmware-bridge';

/** How a record calls a real board, and whether somebody said that its motors may move. */
export function liveControllerName(controller: Controller, isArmed: boolean): string {
  return `${writeController(controller)} (${isArmed ? 'armed: inert packages only' : 'not armed: no motor moves'})`;
}

/** Whether a record's word for who stood below a hinge means a real board. */
export function isLiveController(written: string): boolean {
  return /^(serial|tcp|profile):./.test(written);
}
