import { HOST_STEPS } from './CampaignHost.js';
import { FAULTS } from './Fate.js';

const BYTES = [0, 1, 2, 3, 4, 5, 6, 7];
const PLACES_OF_CUTS = [
  'idle',
  'command on the wire',
  'received, nothing written',
  ...BYTES.map((byte) => `order record, byte ${byte}`),
  'record kept, motor not on',
  'motor on, coil in its notch',
  'coil turns',
  'package falls, motor on',
  'package in the beam',
  'drop seen, motor on',
  'package falls, motor off',
  'drop seen, result to come',
  ...[8, 9, 10, 11].map((byte) => `result, byte ${byte}`),
  'result kept, not heard',
  'clearing a slot, byte 5',
  'clearing a slot, byte 8',
  'after the result was heard',
  ...BYTES.map((byte) => `boot record, byte ${byte}`),
  'restarting, between writes',
];

/** What a whole campaign must have been through, or it has shown less than it says. */
export const PATHS_OF_ALL = {
  power: [
    ...PLACES_OF_CUTS.map((place) => `power cut: ${place}`),
    'power cut: a byte torn',
    'power cut: again, soon after the start',
    'verdict: dispensed',
    'verdict: refused',
    'verdict: unknown',
  ],
  wire: [
    ...FAULTS.flatMap((fault) => [`wire: to board, ${fault}`, `wire: to host, ${fault}`]),
    'wire: noise to board',
    'wire: noise to host',
    'wire: the command of a lower order comes again after a start',
    'wire: the command of the highest order comes again after a start',
  ],
  worn: [
    'worn: a record written elsewhere',
    'worn: an order written once more, with its end',
    'worn: no place keeps the record, refused',
  ],
  host: [
    ...HOST_STEPS.map((step) => `host killed: ${step}`),
    'host killed: between two events',
    // Where a package hangs: only cases with kills have power cuts and faults of lanes together.
    'power cut: motor off, no drop yet',
  ],
} as const;
