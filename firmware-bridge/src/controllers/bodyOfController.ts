import type { BodyOf } from '@dosetwin/twin';
import { type BoardWatcher, EmulatedBody } from '../emulated/EmulatedBody.js';
import type { Controller } from './Controller.js';

/** Makes the body for a controller that lives in the twin's own time; `undefined`: the twin's own model. */
export function bodyOfController(controller: Controller, watcher: BoardWatcher = {}): BodyOf | undefined {
  return controller.kind === 'emulated' ? (kernel, options) => new EmulatedBody(kernel, options, watcher) : undefined;
}
