import type { ParameterBlock } from '../charts/parameters.js';

/** A card or a PIN in place of the palm. All of it is assumed. */
export const cardReaderParameters = {
  readsMs: {
    value: 3_000,
    unit: 'ms',
    min: 100,
    max: 60_000,
    says: 'time to hold a card or to type a PIN',
    source: 'assumption',
  },
  answersMs: { value: 300, unit: 'ms', min: 1, max: 10_000, says: 'time to look a card or a PIN up', source: 'assumption' },
  notAtHandShare: {
    value: 0.02,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits without the card at hand',
    source: 'assumption',
  },
  cardMisreadShare: {
    value: 0.005,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of cards not read at once',
    source: 'assumption',
  },
  pinForgottenShare: {
    value: 0.02,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits at which the PIN does not come to mind',
    source: 'assumption',
  },
  pinMistypedShare: { value: 0.03, unit: 'share', min: 0, max: 1, says: 'share of PINs mistyped', source: 'assumption' },
  lockOutMin: {
    value: 15,
    unit: 'min',
    min: 0,
    max: 1_440,
    says: 'how long a card or PIN stays locked out without an override',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
