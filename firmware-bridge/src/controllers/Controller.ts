import { nearName } from '../profile/nearName.js';

/** Who stands below a machine's hinge. */
export type Controller =
  | { readonly kind: 'model' | 'emulated' }
  | ({ readonly kind: 'serial'; readonly path: string } & ByProfile)
  | ({ readonly kind: 'tcp'; readonly host: string; readonly port: number } & ByProfile);

/** The name or file of the profile that says how another board speaks; our own, unless given. */
interface ByProfile {
  readonly profile?: string;
}

/** How each is written, for whoever has to choose. */
export const CONTROLLER_FORMS = ['model', 'emulated', 'serial:PATH', 'tcp:HOST:PORT', 'profile:NAME@serial:PATH'] as const;

/** What was written is no controller; the message says what is. */
export class BadController extends Error {}

/** Reads `model`, `emulated`, `serial:/dev/ttyACM0` or `tcp:board-3:502`. @throws BadController */
export function parseController(text: string): Controller {
  if (text === 'model' || text === 'emulated') return { kind: text };
  const cut = text.indexOf(':');
  const [kind, rest] = cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
  if (kind === 'serial') return { kind, path: pathOf(rest) };
  if (kind === 'tcp') return tcpOf(rest);
  if (kind === 'profile') return profileOf(rest);
  const near = nearName(kind, KINDS);
  const advice = near === null ? '' : `; did you mean ${cut < 0 || isSimulatedKind(near) ? near : `${near}:${rest}`}?`;
  throw new BadController(
    `there is no controller '${text}'${advice === '' ? `; there is ${CONTROLLER_FORMS.join(', ')}` : advice}`,
  );
}

const KINDS = ['model', 'emulated', 'serial', 'tcp', 'profile'];

function isSimulatedKind(kind: string): boolean {
  return kind === 'model' || kind === 'emulated';
}

/** As a person writes it, and as a record keeps it. */
export function writeController(controller: Controller): string {
  if (controller.kind !== 'serial' && controller.kind !== 'tcp') return controller.kind;
  const wire = controller.kind === 'serial' ? `serial:${controller.path}` : `tcp:${controller.host}:${controller.port}`;
  return controller.profile === undefined ? wire : `profile:${controller.profile}@${wire}`;
}

/** Whether it lives in the twin's own time, so that a run with it can be done again anywhere. */
export function isSimulated(controller: Controller): boolean {
  return controller.kind === 'model' || controller.kind === 'emulated';
}

function pathOf(path: string): string {
  if (path === '') throw new BadController(`'serial:' was expected to go on with a port such as /dev/ttyACM0 or COM3`);
  return path;
}

/** The profile may be a file, so that the wire begins after the last '@' that one can follow. */
function profileOf(text: string): Controller {
  const [, profile, wire] = /^(.+)@((?:serial|tcp):.*)$/.exec(text) ?? [];
  if (profile === undefined || wire === undefined)
    throw new BadController(`'profile:${text}' was expected to be profile:NAME@serial:PATH or profile:NAME@tcp:HOST:PORT`);
  return { ...parseController(wire), profile } as Controller;
}

/** The port stands after the last colon, so that an IPv6 address may stand before it. */
function tcpOf(text: string): Controller {
  const cut = text.lastIndexOf(':');
  const host = text.slice(0, Math.max(cut, 0)).replace(/^\[(.*)\]$/, '$1');
  const port = Number(text.slice(cut + 1));
  if (host === '' || !/^\d+$/.test(text.slice(cut + 1)) || port < 1 || port > 65_535)
    throw new BadController(`'tcp:${text}' is no address; tcp:HOST:PORT was expected, such as tcp:127.0.0.1:502`);
  return { kind: 'tcp', host, port };
}
