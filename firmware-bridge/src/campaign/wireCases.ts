import type { FaultCause, RandomStream } from '@dosetwin/twin';
import { HOST_STEPS } from './CampaignHost.js';
import { CampaignRig, type Job, luckOf, type RigOptions } from './CampaignRig.js';
import { drawFate, FAULTS, type Fate, type WireFault } from './Fate.js';
import { usedEeprom } from './keptRecords.js';
import { type CampaignTotals, endCase, type Setting } from './powerCases.js';

const WHOLE: Fate = { is: 'whole' };
/** What may be wrong with a lane; each ends as unknown when its motor has turned. */
const LANE_FAULTS: readonly FaultCause[] = ['hang-up', 'double-feed', 'stall-by-current', 'stall-by-cam', 'misalignment'];
/** Faults go on for so long at most, in µs. */
const STORM_us = 9_000_000;

/** What may happen in a case besides faults of the wire. */
export interface Mixture {
  readonly faults: readonly WireFault[];
  /** Of all frames. */
  readonly share: number;
  readonly kills: boolean;
  readonly cuts: boolean;
}

/** Three orders under faults of the wire, and whatever else the mixture holds; then all faults stop. */
export function mixedCase(
  setting: Setting,
  totals: CampaignTotals,
  name: string,
  mixture: Mixture,
  number: number,
  rigOptions: Partial<RigOptions> = {},
): void {
  const luck = luckOf(name, number);
  const rig = new CampaignRig({
    ...setting,
    seed: number,
    jobs: drawJobs(luck),
    ...(luck.chance(0.3) ? { eeprom: usedEeprom(0x0100_0000) } : {}),
    ...(luck.chance(0.15) ? { rpm: 30 } : {}),
    ...rigOptions,
  });
  rig.powerUp();
  rig.startHost();
  rig.fateOf = () => (luck.chance(mixture.share) ? drawFate(drawFault(mixture, luck), luck) : WHOLE);
  storm(rig, mixture, luck);
  rig.fateOf = () => WHOLE;
  rig.killAt = null;
  endCase(rig, totals, `${name} ${number}`);
  rig.close();
}

function drawFault({ faults }: Mixture, luck: RandomStream): WireFault {
  return faults[luck.integer(0, faults.length - 1)] as WireFault;
}

/** The first on the lowest shelf, where a package falls through the beam while its coil still turns. */
function drawJobs(luck: RandomStream): Job[] {
  return [41 + luck.integer(0, 7), 1 + luck.integer(0, 7), 17 + luck.integer(0, 7)].map((cartridge) =>
    luck.chance(0.15) ? { cartridge, fault: LANE_FAULTS[luck.integer(0, LANE_FAULTS.length - 1)] as FaultCause } : { cartridge },
  );
}

/** Time passes; now and then something happens, at any instant. */
function storm(rig: CampaignRig, mixture: Mixture, luck: RandomStream): void {
  const end_us = rig.now_us + STORM_us;
  while (!rig.isDone && rig.now_us < end_us) {
    rig.runUntil(Math.min(end_us, rig.now_us + luck.integer(1_000, 400_000)));
    if (mixture.faults.includes('noisy') && luck.chance(0.3)) rig.noise(luck.chance(0.5) ? 'board' : 'host', luck);
    if (mixture.kills && rig.host !== null && luck.chance(0.2)) kill(rig, luck);
    if (mixture.cuts && luck.chance(0.1)) {
      rig.cutPower(luck.integer(0, 15));
      rig.runUntil(rig.now_us + luck.integer(1_000, 300_000));
      rig.powerUp();
    }
  }
}

/** Now, between two events, or as soon as it comes to one of its steps. */
export function kill(rig: CampaignRig, luck: RandomStream): void {
  rig.hostDown_us = luck.integer(1_000, luck.chance(0.2) ? 6_000_000 : 400_000);
  if (luck.chance(0.5)) rig.killAt = HOST_STEPS[luck.integer(0, HOST_STEPS.length - 1)] ?? null;
  else {
    rig.options.paths.take('host killed: between two events');
    rig.killHost();
  }
}

/** Each kind of fault alone, then all together. */
export function wireCases(setting: Setting, totals: CampaignTotals, each: number, together: number): void {
  for (const fault of FAULTS)
    for (let n = 0; n < each; n++)
      mixedCase(setting, totals, `wire, ${fault}`, { faults: [fault], share: 0.25, kills: false, cuts: false }, n);
  for (let n = 0; n < together; n++)
    mixedCase(setting, totals, 'wire, all together', { faults: FAULTS, share: 0.3, kills: false, cuts: false }, n);
}

/** The host killed, alone and with all other faults. */
export function killCases(setting: Setting, totals: CampaignTotals, alone: number, together: number): void {
  for (let n = 0; n < alone; n++)
    mixedCase(setting, totals, 'host killed', { faults: [], share: 0, kills: true, cuts: false }, n);
  for (let n = 0; n < together; n++)
    mixedCase(setting, totals, 'all faults together', { faults: FAULTS, share: 0.2, kills: true, cuts: true }, n);
}
