import { expect, it } from 'vitest';
import { availabilityOf } from './availabilityOf.js';
import { candidate, fixed, tinyRegion } from './test/tinyRegion.js';

it('[Z11] the screen takes a machine to serve for mean up / (mean up + mean down), help coming one after another', () => {
  const base = tinyRegion();
  const region = {
    ...base,
    machine: {
      ...base.machine,
      jam: fixed(0.01),
      jamStopsMachine: fixed(0.5),
      failureEveryDays: fixed(20),
      partNeeded: fixed(0.5),
      partDays: fixed(4),
    },
    support: {
      ...base.support,
      noticeMinutes: fixed(60),
      remoteFix: fixed(0.25),
      remoteMinutes: fixed(30),
      clearMinutes: fixed(40),
    },
  };
  // Open day and night: stops by 10 doses a day × 0.005 and by a failure in 20 days are 0.1 a day.
  const { upDays, downDays, share } = availabilityOf(region, candidate('a'), 10);
  expect(upDays).toBeCloseTo(10, 12);
  // 60 to notice, 30 at the desk, 40 for three of four on site; half of the failures, which are half of the stops, wait 4 days.
  expect(downDays).toBeCloseTo((60 + 30 + 0.75 * 40) / 1_440 + 0.5 * 0.5 * 4, 12);
  expect(share).toBeCloseTo(upDays / (upDays + downDays), 12);
  // Without a key a technician sets out, who is not there at once: a quarter of a day, since nobody is named here.
  const away = availabilityOf(region, { ...candidate('a'), keyOnSite: fixed(0) }, 10);
  expect(away.downDays).toBeGreaterThan(downDays + 0.75 * 0.25);
});
