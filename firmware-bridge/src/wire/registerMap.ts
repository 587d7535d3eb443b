/** One value in the map, of one or two registers of 16 bits; of two the high one comes first. */
export interface RegisterValue {
  readonly name: string;
  /** 1 unless given. */
  readonly words?: 1 | 2;
  readonly unit?: string;
  /** For people: a row of PROTOCOL.md and a comment in the C header. */
  readonly says: string;
}

/** Values that lie one behind the other from `at`; the whole block `repeats` times, without a gap. */
export interface RegisterBlock {
  readonly name: string;
  /** `input`: function 4, read only. `holding`: functions 3, 6 and 16. */
  readonly table: 'input' | 'holding';
  readonly at: number;
  readonly repeats?: number;
  readonly says: string;
  readonly values: readonly RegisterValue[];
}

/** High byte: an older or newer one is another map, and is refused. Low byte: registers were added behind those that exist. */
export const MAP_VERSION = 0x0101;

/** 'DW' in ASCII: whoever reads something else here is talking to another device. */
export const MAGIC = 0x4457;

/** The only address that answers; broadcasts (0) are heard and ignored. */
export const UNIT = 1;

/** Signals that the ring keeps; older ones are overwritten. */
export const RING_SLOTS = 32;

/** Samples of a motion's current that the board keeps, one byte each. */
export const WAVEFORM_SAMPLES = 1024;

/** Cartridges that the matrix can drive: eight rows of six columns. */
export const MOST_CARTRIDGES = 48;

/** Commands that wait for their tick at most; one more is answered as busy. */
export const MOST_COMMANDS = 8;

const MAP = [
  {
    name: 'identity',
    table: 'input',
    at: 0x0000,
    says: 'who answers',
    values: [
      { name: 'magic', says: "0x4457, 'DW'" },
      { name: 'mapVersion', says: 'high byte: this map; low byte: registers added behind those that exist' },
      { name: 'firmwareVersion', says: 'high byte: major; low byte: minor' },
      { name: 'chartsCrc', says: 'CRC-16 (as of Modbus) of the chart tables, the cartridge first' },
      { name: 'cartridges', says: 'cartridges fitted, 1 to 48' },
      { name: 'boots', words: 2, says: 'starts in the life of this board, from 1' },
      { name: 'resetCause', says: 'of this start: 1 power-on, 2 external, 4 brown-out, 8 watchdog (MCUSR)' },
    ],
  },
  {
    name: 'status',
    table: 'input',
    at: 0x0010,
    says: 'what the host polls',
    values: [
      { name: 'statusBoots', words: 2, says: 'as `boots`: another number than before says that the board has started anew' },
      { name: 'lastSequence', words: 2, says: 'sequence of the last signal in this boot; 0: none yet' },
      { name: 'uptimeMs', words: 2, unit: 'ms', says: 'the tick that the board is in, modulo 2^32' },
      { name: 'uptimeQuarters', unit: '4 µs', says: 'how much of that tick has passed, 0 to 249' },
      {
        name: 'inputs',
        says: 'levels: bit 0 door open, 1 tampered, 2 flap open, 3 bolt back, 4 beam dark, 5 cam closed, 6 current high, 7 supply low, 8 a motor is on',
      },
      { name: 'order', words: 2, says: 'the highest order id that was taken; 0: none in the life of this board' },
      { name: 'orderPhase', says: 'high byte: 1 vend, 2 recover; low byte: its phase' },
      { name: 'orderMode', says: 'high byte: its cartridge; low byte: how it jammed, or 0' },
      { name: 'orderLane', says: 'as `laneStates`, of its cartridge; 0xFFFF: no order yet' },
      { name: 'statusInterlock0', says: 'as `interlockStates0`' },
      { name: 'statusInterlock1', says: 'as `interlockStates1`' },
      { name: 'statusInterlock2', says: 'as `interlockStates2`' },
    ],
  },
  {
    name: 'gauges',
    table: 'input',
    at: 0x0020,
    says: 'figures for people',
    values: [
      { name: 'motorMilliamp', unit: 'mA', says: 'the last sample of the motor current' },
      { name: 'supplyMillivolt', unit: 'mV', says: 'the last sample of the supply' },
      { name: 'moving', says: 'the cartridge whose motor is on, or 0' },
      { name: 'lastToken', says: 'token of the last command that was received in this boot, or 0' },
      { name: 'framesHeard', words: 2, says: 'frames for this unit with a right checksum' },
      { name: 'framesDropped', words: 2, says: 'frames with a wrong checksum, too short or too long' },
      { name: 'bytesLost', words: 2, says: 'bytes that came too fast, or garbled' },
      { name: 'motorStarts', words: 2, says: 'in this boot' },
      { name: 'stallsCut', words: 2, says: 'motions in this boot that ended with a stall' },
      { name: 'recordsWritten', words: 2, says: 'order records written in this boot' },
      {
        name: 'recordsSpoilt',
        words: 2,
        says: 'order records in this boot that read back wrong and were written again elsewhere',
      },
      { name: 'hostSilences', says: 'how often in this boot the host was silent' },
      { name: 'recordsFailed', says: 'order records, or their ends, in this boot for which no place was found that keeps them' },
    ],
  },
  {
    name: 'lanes',
    table: 'input',
    at: 0x0040,
    repeats: MOST_CARTRIDGES,
    says: 'one for each cartridge, from 1',
    values: [
      {
        name: 'laneStates',
        says: 'active states of its chart, by their numbers in the table: low byte the first, high byte the second, 0xFF: none',
      },
    ],
  },
  {
    name: 'lane counters',
    table: 'input',
    at: 0x0070,
    repeats: MOST_CARTRIDGES,
    says: 'one for each cartridge, from 1',
    values: [{ name: 'laneCounters', says: 'counters of its chart: high byte `closings`, low byte `tries`' }],
  },
  {
    name: 'interlock',
    table: 'input',
    at: 0x00a0,
    says: 'active states of its chart, one for each region, by their numbers in the table',
    values: [
      { name: 'interlockStates0', says: 'low byte the first region, high byte the second' },
      { name: 'interlockStates1', says: 'the third and fourth' },
      { name: 'interlockStates2', says: 'the fifth and sixth' },
    ],
  },
  {
    name: 'ring',
    table: 'input',
    at: 0x0100,
    repeats: RING_SLOTS,
    says: 'signals: the one with sequence s lies in slot (s − 1) mod 32',
    values: [
      { name: 'eventSequence', words: 2, says: 'from 1 in each boot; 0: empty' },
      { name: 'eventTick', words: 2, unit: 'ms', says: 'the tick in which it was said' },
      { name: 'eventName', says: 'high byte: the signal; low byte: its cartridge, or 0' },
      { name: 'eventOrder', words: 2, says: 'its order, or 0' },
      {
        name: 'eventDetail',
        says: 'high byte: the command (of `refused`) or the phase (of `phase`); low byte: the mode or the reason',
      },
    ],
  },
  {
    name: 'waveform head',
    table: 'input',
    at: 0x0200,
    says: 'the current of the last motion',
    values: [
      { name: 'waveOrder', words: 2, says: 'whose motion; 0: none in this boot' },
      { name: 'waveCartridge', says: 'of which cartridge' },
      { name: 'waveSamples', says: 'how many samples follow' },
      { name: 'waveStepMs', unit: 'ms', says: 'from one sample to the next: 1, doubled each time that the memory was full' },
      { name: 'waveMilliampPerCount', unit: 'mA', says: 'one count of a sample' },
    ],
  },
  {
    name: 'waveform',
    table: 'input',
    at: 0x0210,
    repeats: WAVEFORM_SAMPLES / 2,
    says: 'its samples',
    values: [{ name: 'wave', says: 'two samples: the high byte is the earlier' }],
  },
  {
    name: 'mailbox',
    table: 'holding',
    at: 0x0000,
    says: 'a command: written whole, by one request of function 16',
    values: [
      { name: 'token', says: 'any number but 0 that rises; the last one received, or one before it: the command is not taken' },
      { name: 'command', says: 'what is asked for' },
      { name: 'commandOrder', words: 2, says: 'its order id, from 1; 0 for `clear`' },
      { name: 'commandCartridge', says: '1 to 48; 0 for `unlock`' },
      {
        name: 'commandTick',
        words: 2,
        unit: 'ms',
        says: 'the tick that shall take it, at most 1,000 ahead; one that has passed, or 0: the next',
      },
      { name: 'commandCheck', says: 'CRC-16 (as of Modbus) of the fourteen bytes before, its low byte in the low byte' },
    ],
  },
  {
    name: 'set-up',
    table: 'holding',
    at: 0x0010,
    says: 'kept when the power goes',
    values: [{ name: 'fitted', says: 'cartridges fitted, 1 to 48; refused as busy while an order is in flight' }],
  },
] as const satisfies readonly RegisterBlock[];

/** Its literal type, from which `registerNames.ts` takes the names. */
export type RegisterMap = typeof MAP;

/** The one description of the board's registers: the C header, the names in TypeScript and PROTOCOL.md's table come from it. */
export const REGISTER_MAP: readonly RegisterBlock[] = MAP;

/**
 * Numbers of what is said by name elsewhere: the first of a list is 1, and 0 says that there is none. New ones are added at the
 * end; none is ever used for something else.
 */
export const WIRE_CODES = {
  commands: ['vend', 'recover', 'unlock', 'clear'],
  signals: [
    'accepted',
    'moving',
    'dropped',
    'recovered',
    'jammed',
    'refused',
    'phase',
    'surplus',
    'cleared',
    'door-opened',
    'door-closed',
    'flap-opened',
    'flap-closed',
    'flap-stuck',
    'flap-freed',
    'supply-low',
    'supply-good',
    'tamper-opened',
    'tamper-closed',
  ],
  phases: ['received', 'accepted', 'moving', 'dropped', 'recovered', 'jammed', 'refused'],
  modes: ['stall-current', 'stall-cam', 'hung-up', 'misaligned', 'double-feed', 'blind-beam', 'beam-lost', 'interrupted'],
  reasons: [
    'stale-order',
    'busy',
    'door-open',
    'chute-blocked',
    'locked-out',
    'not-jammed',
    'no-such-cartridge',
    'supply-low',
    'memory-worn',
  ],
} as const;
