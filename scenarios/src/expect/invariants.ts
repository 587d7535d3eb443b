import type { NeverWord } from '../format/expectationWords.js';
import type { ExpectationContext } from './ExpectationContext.js';
import { CountOutOfBalance } from './invariants/CountOutOfBalance.js';
import { DoseOutsideWindow } from './invariants/DoseOutsideWindow.js';
import { DoseOverDailyCap } from './invariants/DoseOverDailyCap.js';
import { DoseToAnother } from './invariants/DoseToAnother.js';
import { DoseTooEarly } from './invariants/DoseTooEarly.js';
import type { Invariant } from './invariants/Invariant.js';
import { MotorWithDoorOpen } from './invariants/MotorWithDoorOpen.js';
import { OpeningByOne } from './invariants/OpeningByOne.js';
import { OpeningUncounted } from './invariants/OpeningUncounted.js';
import { OrderBeginsTwice } from './invariants/OrderBeginsTwice.js';
import { OverrideByOne } from './invariants/OverrideByOne.js';
import { UnsignedCount } from './invariants/UnsignedCount.js';

interface InvariantMeaning {
  /** 'No order begins its motion twice' */
  readonly says: string;
  readonly begin: (context: ExpectationContext) => Invariant;
}

/** Each `never` word of `expectationWords` with what it looks at. */
export const INVARIANTS: { readonly [word in NeverWord]: InvariantMeaning } = {
  'order-begins-twice': { says: 'No order begins its motion twice', begin: () => new OrderBeginsTwice() },
  'count-out-of-balance': {
    says: 'Of every cartridge, loaded = dispensed + rejected + remaining + unknown',
    begin: () => new CountOutOfBalance(),
  },
  'unsigned-count': { says: 'Only a count signed by two people moves packages out of unknown', begin: () => new UnsignedCount() },
  'motor-with-door-open': { says: 'No motor turns while the door is open', begin: () => new MotorWithDoorOpen() },
  'dose-outside-window': { says: 'No dose is given outside the windows', begin: (context) => new DoseOutsideWindow(context) },
  'dose-too-early': {
    says: 'No dose is given before the minimum interval has passed',
    begin: (context) => new DoseTooEarly(context),
  },
  'dose-over-daily-cap': {
    says: 'Nobody is given more in a day than the daily cap',
    begin: (context) => new DoseOverDailyCap(context),
  },
  'dose-to-another': { says: "No dose is given from somebody else's cartridge", begin: (context) => new DoseToAnother(context) },
  'override-by-one': { says: 'Every override is signed by two different people', begin: () => new OverrideByOne() },
  'opening-by-one': { says: 'No machine is opened by one person alone', begin: () => new OpeningByOne() },
  'opening-uncounted': { says: 'Every opening is counted and signed by two', begin: () => new OpeningUncounted() },
};
