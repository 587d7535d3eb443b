import type { ParameterBlock } from '../charts/parameters.js';

/** How people come, and how long they wait. */
export const peopleParameters = {
  earlyShare: {
    value: 0.03,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits that begin before the window opens',
    source: 'assumption',
  },
  lateShare: {
    value: 0.02,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'share of visits that begin after the window has closed',
    source: 'assumption',
  },
  outsideMostMin: {
    value: 30,
    unit: 'min',
    min: 1,
    max: 240,
    says: 'most that somebody comes too early or too late; times close to the window are likelier',
    source: 'assumption',
  },
  likelyPart: {
    value: 0.25,
    unit: 'share',
    min: 0,
    max: 1,
    says: 'where in the window arrivals are likeliest (triangular), as a share of its length',
    source: 'assumption: the early part is likelier',
  },
  linePatienceMedianMin: {
    value: 20,
    unit: 'min',
    min: 1,
    max: 600,
    says: 'median time that people stand in line before they leave (lognormal)',
    source: 'assumption',
  },
  linePatienceSigma: {
    value: 0.5,
    unit: 'sigma',
    min: 0,
    max: 2,
    says: 'spread of the time that people stand in line',
    source: 'assumption',
  },
  helpPatienceMedianMin: {
    value: 40,
    unit: 'min',
    min: 1,
    max: 1_440,
    says: 'median time that people wait for a machine to be mended before they leave (lognormal)',
    source: 'assumption',
  },
  helpPatienceSigma: {
    value: 0.8,
    unit: 'sigma',
    min: 0,
    max: 2,
    says: 'spread of the time that people wait for a machine to be mended',
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
