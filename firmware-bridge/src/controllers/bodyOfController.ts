import type { BodyOf } from '@dosetwin/twin';
import { type BoardWatcher, EmulatedBody } from '../emulated/EmulatedBody.js';
import { ShadowedBody } from '../live/ShadowedBody.js';
import type { LinkFact } from '../wire/LinkFact.js';
import type { Controller } from './Controller.js';

/**
 * Makes the body for a controller that lives in the twin's own time, firmware with the model beside it as its shadow; `undefined`: the
 * twin's own model.
 */
export function bodyOfController(controller: Controller, watcher: BoardWatcher = {}): BodyOf | undefined {
  if (controller.kind !== 'emulated') return undefined;
  return (kernel, options) =>
    new ShadowedBody(kernel, options, {
      bodyOf: (kernel, options, onFact) => new EmulatedBody(kernel, options, tellingToo(watcher, onFact)),
    });
}

function tellingToo(watcher: BoardWatcher, onFact: (fact: LinkFact) => void): BoardWatcher {
  return {
    frame: (machine, frame) => watcher.frame?.(machine, frame),
    current: (machine, milliamp, now_us) => watcher.current?.(machine, milliamp, now_us),
    fact: (machine, fact, now_us) => {
      onFact(fact);
      watcher.fact?.(machine, fact, now_us);
    },
  };
}
