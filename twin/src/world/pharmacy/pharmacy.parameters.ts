import type { ParameterBlock } from '../../charts/parameters.js';

/** What a pharmacy is paid, and how long its work takes. */
export const pharmacyParameters = {
  handOverFeeCad: {
    value: 10,
    unit: 'CAD',
    min: 0,
    max: 200,
    says: 'paid to the pharmacy for what it hands over at its counter, once a person and day',
    source: 'S61: the most that British Columbia reimburses for a dispense, one fee a drug and day',
  },
  fillFeeCad: {
    value: 10,
    unit: 'CAD',
    min: 0,
    max: 200,
    says: "paid to the pharmacy for each filling of one person's cartridge, however many packages it brings",
    source: 'assumption: as for one dispense of several days (S61)',
  },
  deliveryFeeCad: {
    value: 0,
    unit: 'CAD',
    min: 0,
    max: 2_000,
    says: 'paid to the pharmacy for coming to restock a machine',
    source: 'assumption: nothing is known of such an agreement',
  },
  handOverLeastMin: {
    value: 3,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'shortest time in which a dose is made ready, checked and handed over at the counter',
    source: 'assumption',
  },
  handOverLikelyMin: {
    value: 5,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'likeliest time in which a dose is made ready, checked and handed over at the counter',
    source: 'assumption',
  },
  handOverMostMin: {
    value: 10,
    unit: 'min',
    min: 0,
    max: 120,
    says: 'longest time in which a dose is made ready, checked and handed over at the counter',
    source: 'assumption',
  },
  packMin: {
    value: 1.5,
    unit: 'min',
    min: 0,
    max: 60,
    says: "pharmacist's time to pack and check one package for a machine",
    source: 'assumption',
  },
} as const satisfies ParameterBlock;
