import type { MachinePose } from '../pose/MachinePose.js';
import { say } from '../text/say.js';

/** What the picture shows, in sentences: for those who cannot see it, from the same pose. */
export function describePose(pose: MachinePose): string[] {
  const { headline, body } = pose.screen;
  const moving = pose.cartridges.find((one) => one.state === 'moving');
  return [
    say('bench.describe.screen', { headline, body }),
    `${say(`reader.${pose.reader}`)}.`,
    ...(pose.palmShare === null ? [] : [say('bench.describe.palm')]),
    ...(moving === undefined ? [] : [say('bench.describe.moving', { number: moving.number })]),
    ...(pose.ghostCartridge === null ? [] : [say('bench.describe.hung', { number: pose.ghostCartridge })]),
    say(`bench.describe.beam.${pose.beam}`),
    say(`bench.describe.door.${pose.doorDeg > 1 ? 'open' : 'shut'}`),
    ...(pose.flapBlocked ? [say('bench.describe.flap')] : []),
    say('bench.describe.box', { count: pose.boxPackages }),
  ];
}
