/* The register map, written by firmware-bridge/src/firmware from src/wire/registerMap.ts; npm run generate writes it anew. */
#ifndef REGISTERS_H
#define REGISTERS_H

/* What the map promises. */
enum {
  WIRE_MAP_VERSION = 0x0101,
  WIRE_MAGIC = 0x4457,
  WIRE_UNIT = 1,
  WIRE_RING_SLOTS = 32,
  WIRE_WAVEFORM_SAMPLES = 1024,
  WIRE_MOST_CARTRIDGES = 48,
  WIRE_MOST_COMMANDS = 8
};

/* input: who answers; values by their place in the block. */
enum {
  IDENTITY_AT = 0x0000,
  IDENTITY_WORDS = 8,
  IDENTITY_END = 0x0008,
  IDENTITY_HAS_MAGIC = 0,
  IDENTITY_HAS_MAP_VERSION = 1,
  IDENTITY_HAS_FIRMWARE_VERSION = 2,
  IDENTITY_HAS_CHARTS_CRC = 3,
  IDENTITY_HAS_CARTRIDGES = 4,
  IDENTITY_HAS_BOOTS = 5,
  IDENTITY_HAS_RESET_CAUSE = 7
};

/* input: what the host polls; values by their place in the block. */
enum {
  STATUS_AT = 0x0010,
  STATUS_WORDS = 16,
  STATUS_END = 0x0020,
  STATUS_HAS_STATUS_BOOTS = 0,
  STATUS_HAS_LAST_SEQUENCE = 2,
  STATUS_HAS_UPTIME_MS = 4,
  STATUS_HAS_UPTIME_QUARTERS = 6,
  STATUS_HAS_INPUTS = 7,
  STATUS_HAS_ORDER = 8,
  STATUS_HAS_ORDER_PHASE = 10,
  STATUS_HAS_ORDER_MODE = 11,
  STATUS_HAS_ORDER_LANE = 12,
  STATUS_HAS_STATUS_INTERLOCK0 = 13,
  STATUS_HAS_STATUS_INTERLOCK1 = 14,
  STATUS_HAS_STATUS_INTERLOCK2 = 15
};

/* input: figures for people; values by their place in the block. */
enum {
  GAUGES_AT = 0x0020,
  GAUGES_WORDS = 20,
  GAUGES_END = 0x0034,
  GAUGES_HAS_MOTOR_MILLIAMP = 0,
  GAUGES_HAS_SUPPLY_MILLIVOLT = 1,
  GAUGES_HAS_MOVING = 2,
  GAUGES_HAS_LAST_TOKEN = 3,
  GAUGES_HAS_FRAMES_HEARD = 4,
  GAUGES_HAS_FRAMES_DROPPED = 6,
  GAUGES_HAS_BYTES_LOST = 8,
  GAUGES_HAS_MOTOR_STARTS = 10,
  GAUGES_HAS_STALLS_CUT = 12,
  GAUGES_HAS_RECORDS_WRITTEN = 14,
  GAUGES_HAS_RECORDS_SPOILT = 16,
  GAUGES_HAS_HOST_SILENCES = 18,
  GAUGES_HAS_RECORDS_FAILED = 19
};

/* input: one for each cartridge, from 1; values by their place in the block. */
enum {
  LANES_AT = 0x0040,
  LANES_WORDS = 1,
  LANES_END = 0x0070,
  LANES_HAS_LANE_STATES = 0
};

/* input: one for each cartridge, from 1; values by their place in the block. */
enum {
  LANE_COUNTERS_AT = 0x0070,
  LANE_COUNTERS_WORDS = 1,
  LANE_COUNTERS_END = 0x00a0,
  LANE_COUNTERS_HAS_LANE_COUNTERS = 0
};

/* input: active states of its chart, one for each region, by their numbers in the table; values by their place in the block. */
enum {
  INTERLOCK_AT = 0x00a0,
  INTERLOCK_WORDS = 3,
  INTERLOCK_END = 0x00a3,
  INTERLOCK_HAS_INTERLOCK_STATES0 = 0,
  INTERLOCK_HAS_INTERLOCK_STATES1 = 1,
  INTERLOCK_HAS_INTERLOCK_STATES2 = 2
};

/* input: signals: the one with sequence s lies in slot (s - 1) mod 32; values by their place in the block. */
enum {
  RING_AT = 0x0100,
  RING_WORDS = 8,
  RING_END = 0x0200,
  RING_HAS_EVENT_SEQUENCE = 0,
  RING_HAS_EVENT_TICK = 2,
  RING_HAS_EVENT_NAME = 4,
  RING_HAS_EVENT_ORDER = 5,
  RING_HAS_EVENT_DETAIL = 7
};

/* input: the current of the last motion; values by their place in the block. */
enum {
  WAVEFORM_HEAD_AT = 0x0200,
  WAVEFORM_HEAD_WORDS = 6,
  WAVEFORM_HEAD_END = 0x0206,
  WAVEFORM_HEAD_HAS_WAVE_ORDER = 0,
  WAVEFORM_HEAD_HAS_WAVE_CARTRIDGE = 2,
  WAVEFORM_HEAD_HAS_WAVE_SAMPLES = 3,
  WAVEFORM_HEAD_HAS_WAVE_STEP_MS = 4,
  WAVEFORM_HEAD_HAS_WAVE_MILLIAMP_PER_COUNT = 5
};

/* input: its samples; values by their place in the block. */
enum {
  WAVEFORM_AT = 0x0210,
  WAVEFORM_WORDS = 1,
  WAVEFORM_END = 0x0410,
  WAVEFORM_HAS_WAVE = 0
};

/* holding: a command: written whole, by one request of function 16; values by their place in the block. */
enum {
  MAILBOX_AT = 0x0000,
  MAILBOX_WORDS = 8,
  MAILBOX_END = 0x0008,
  MAILBOX_HAS_TOKEN = 0,
  MAILBOX_HAS_COMMAND = 1,
  MAILBOX_HAS_COMMAND_ORDER = 2,
  MAILBOX_HAS_COMMAND_CARTRIDGE = 4,
  MAILBOX_HAS_COMMAND_TICK = 5,
  MAILBOX_HAS_COMMAND_CHECK = 7
};

/* holding: kept when the power goes; values by their place in the block. */
enum {
  SET_UP_AT = 0x0010,
  SET_UP_WORDS = 1,
  SET_UP_END = 0x0011,
  SET_UP_HAS_FITTED = 0
};

/* commands, from 1; 0: none. */
enum {
  COMMAND_VEND = 1,
  COMMAND_RECOVER = 2,
  COMMAND_UNLOCK = 3,
  COMMAND_CLEAR = 4
};

/* signals, from 1; 0: none. */
enum {
  SIGNAL_ACCEPTED = 1,
  SIGNAL_MOVING = 2,
  SIGNAL_DROPPED = 3,
  SIGNAL_RECOVERED = 4,
  SIGNAL_JAMMED = 5,
  SIGNAL_REFUSED = 6,
  SIGNAL_PHASE = 7,
  SIGNAL_SURPLUS = 8,
  SIGNAL_CLEARED = 9,
  SIGNAL_DOOR_OPENED = 10,
  SIGNAL_DOOR_CLOSED = 11,
  SIGNAL_FLAP_OPENED = 12,
  SIGNAL_FLAP_CLOSED = 13,
  SIGNAL_FLAP_STUCK = 14,
  SIGNAL_FLAP_FREED = 15,
  SIGNAL_SUPPLY_LOW = 16,
  SIGNAL_SUPPLY_GOOD = 17,
  SIGNAL_TAMPER_OPENED = 18,
  SIGNAL_TAMPER_CLOSED = 19
};

/* phases, from 1; 0: none. */
enum {
  PHASE_RECEIVED = 1,
  PHASE_ACCEPTED = 2,
  PHASE_MOVING = 3,
  PHASE_DROPPED = 4,
  PHASE_RECOVERED = 5,
  PHASE_JAMMED = 6,
  PHASE_REFUSED = 7
};

/* modes, from 1; 0: none. */
enum {
  MODE_STALL_CURRENT = 1,
  MODE_STALL_CAM = 2,
  MODE_HUNG_UP = 3,
  MODE_MISALIGNED = 4,
  MODE_DOUBLE_FEED = 5,
  MODE_BLIND_BEAM = 6,
  MODE_BEAM_LOST = 7,
  MODE_INTERRUPTED = 8
};

/* reasons, from 1; 0: none. */
enum {
  REASON_STALE_ORDER = 1,
  REASON_BUSY = 2,
  REASON_DOOR_OPEN = 3,
  REASON_CHUTE_BLOCKED = 4,
  REASON_LOCKED_OUT = 5,
  REASON_NOT_JAMMED = 6,
  REASON_NO_SUCH_CARTRIDGE = 7,
  REASON_SUPPLY_LOW = 8,
  REASON_MEMORY_WORN = 9
};

#endif
