#include "registers_read.h"

#include <string.h>

#include "board.h"
#include "cartridge.h"
#include "controller.h"
#include "crc16.h"
#include "interlock.h"
#include "mailbox.h"
#include "numbers.h"
#include "record_store.h"
#include "registers.h"
#include "signals.h"
#include "slave.h"
#include "waveform.h"

enum { FIRMWARE_VERSION = 0x0101 };
enum { NO_SUCH_ADDRESS = 2, NOT_ALLOWED = 3, NOT_NOW = 6 };

/* Where blocks of a table begin and end, in their order. */
typedef struct {
  uint16_t at;
  uint16_t end;
} span_t;

static const span_t input_spans[] BOARD_FLASH = {
  {IDENTITY_AT, IDENTITY_END},   {STATUS_AT, STATUS_END},
  {GAUGES_AT, GAUGES_END},       {LANES_AT, LANES_END},
  {LANE_COUNTERS_AT, LANE_COUNTERS_END}, {INTERLOCK_AT, INTERLOCK_END},
  {RING_AT, RING_END},           {WAVEFORM_HEAD_AT, WAVEFORM_HEAD_END},
  {WAVEFORM_AT, WAVEFORM_END},
};
enum { INPUT_SPANS = sizeof input_spans / sizeof input_spans[0] };

static const span_t holding_spans[] BOARD_FLASH = {{MAILBOX_AT, MAILBOX_END}, {SET_UP_AT, SET_UP_END}};
enum { HOLDING_SPANS = sizeof holding_spans / sizeof holding_spans[0] };

static uint16_t charts_crc;

static uint16_t flash_word(const uint16_t *word) {
  const uint8_t *bytes = (const uint8_t *)word;
  return (uint16_t)(BOARD_READ_BYTE(bytes) | (uint16_t)((uint16_t)BOARD_READ_BYTE(bytes + 1) << 8));
}

static uint8_t is_within(const span_t *spans, uint8_t span_count, uint16_t from, uint16_t count) {
  for (uint8_t i = 0; i < span_count; i++) {
    const uint16_t at = flash_word(&spans[i].at);
    const uint16_t end = flash_word(&spans[i].end);
    if (from < at) return count <= at - from;
    if (from < end) return count <= end - from;
  }
  return 0;
}

uint8_t registers_has_input(uint16_t from, uint16_t count) { return is_within(input_spans, INPUT_SPANS, from, count); }
uint8_t registers_has_holding(uint16_t from, uint16_t count) { return is_within(holding_spans, HOLDING_SPANS, from, count); }

/* ---- Blocks ---- */

static void identity(uint8_t *at) {
  put_word(at + 2 * IDENTITY_HAS_MAGIC, WIRE_MAGIC);
  put_word(at + 2 * IDENTITY_HAS_MAP_VERSION, WIRE_MAP_VERSION);
  put_word(at + 2 * IDENTITY_HAS_FIRMWARE_VERSION, FIRMWARE_VERSION);
  put_word(at + 2 * IDENTITY_HAS_CHARTS_CRC, charts_crc);
  put_word(at + 2 * IDENTITY_HAS_CARTRIDGES, record_store_fitted());
  put_long(at + 2 * IDENTITY_HAS_BOOTS, record_store_boots());
  put_word(at + 2 * IDENTITY_HAS_RESET_CAUSE, board_reset_cause());
}

static void interlock_states(uint8_t *at) {
  const uint8_t *states = controller_interlock();
  put_byte_pair(at, states[1], states[0]);
  put_byte_pair(at + 2, states[3], states[2]);
  put_byte_pair(at + 4, CHART_NONE, states[4]);
}

static void status(uint8_t *at) {
  const board_time_t now = board_now();
  const order_t *order = mailbox_order();
  put_long(at + 2 * STATUS_HAS_STATUS_BOOTS, record_store_boots());
  put_long(at + 2 * STATUS_HAS_LAST_SEQUENCE, signals_last_sequence());
  put_long(at + 2 * STATUS_HAS_UPTIME_MS, now.tick);
  put_word(at + 2 * STATUS_HAS_UPTIME_QUARTERS, now.quarters);
  put_word(at + 2 * STATUS_HAS_INPUTS, controller_inputs());
  put_long(at + 2 * STATUS_HAS_ORDER, order->order);
  put_byte_pair(at + 2 * STATUS_HAS_ORDER_PHASE, order->kind, order->phase);
  put_byte_pair(at + 2 * STATUS_HAS_ORDER_MODE, order->cartridge, order->mode);
  const uint8_t is_lane = order->order != 0 && order->cartridge >= 1 && order->cartridge <= WIRE_MOST_CARTRIDGES;
  const uint8_t *lane = is_lane ? controller_lane((uint8_t)(order->cartridge - 1)) : 0;
  if (lane) put_byte_pair(at + 2 * STATUS_HAS_ORDER_LANE, lane[1], lane[0]);
  else put_word(at + 2 * STATUS_HAS_ORDER_LANE, 0xFFFFu);
  interlock_states(at + 2 * STATUS_HAS_STATUS_INTERLOCK0);
}

static void gauges(uint8_t *at) {
  put_word(at + 2 * GAUGES_HAS_MOTOR_MILLIAMP, controller_current_milliamp());
  put_word(at + 2 * GAUGES_HAS_SUPPLY_MILLIVOLT, controller_supply_millivolt());
  put_word(at + 2 * GAUGES_HAS_MOVING, controller_moving());
  put_word(at + 2 * GAUGES_HAS_LAST_TOKEN, mailbox_last_token());
  put_long(at + 2 * GAUGES_HAS_FRAMES_HEARD, slave_frames_heard());
  put_long(at + 2 * GAUGES_HAS_FRAMES_DROPPED, slave_frames_dropped());
  put_long(at + 2 * GAUGES_HAS_BYTES_LOST, slave_bytes_lost());
  put_long(at + 2 * GAUGES_HAS_MOTOR_STARTS, controller_motor_starts());
  put_long(at + 2 * GAUGES_HAS_STALLS_CUT, controller_stalls_cut());
  put_long(at + 2 * GAUGES_HAS_RECORDS_WRITTEN, record_store_written());
  put_long(at + 2 * GAUGES_HAS_RECORDS_SPOILT, record_store_spoilt());
  put_word(at + 2 * GAUGES_HAS_HOST_SILENCES, controller_host_silences());
  put_word(at + 2 * GAUGES_HAS_RECORDS_FAILED, record_store_failed());
}

static void waveform_head(uint8_t *at) {
  put_long(at + 2 * WAVEFORM_HEAD_HAS_WAVE_ORDER, waveform_order());
  put_word(at + 2 * WAVEFORM_HEAD_HAS_WAVE_CARTRIDGE, waveform_cartridge());
  put_word(at + 2 * WAVEFORM_HEAD_HAS_WAVE_SAMPLES, waveform_samples());
  put_word(at + 2 * WAVEFORM_HEAD_HAS_WAVE_STEP_MS, waveform_step_ms());
  put_word(at + 2 * WAVEFORM_HEAD_HAS_WAVE_MILLIAMP_PER_COUNT, WAVEFORM_MILLIAMP_PER_COUNT);
}

void registers_start(void) {
  uint16_t crc = CRC16_START;
  for (uint16_t i = 0; i < CARTRIDGE_TABLE_BYTES; i++) crc = crc16_step(crc, BOARD_READ_BYTE(cartridge_table + i));
  for (uint16_t i = 0; i < INTERLOCK_TABLE_BYTES; i++) crc = crc16_step(crc, BOARD_READ_BYTE(interlock_table + i));
  charts_crc = crc;
}

void registers_read_input(uint16_t from, uint16_t count, uint8_t *to) {
  uint8_t block[2 * GAUGES_WORDS]; /* the longest of those that are put together */
  const uint8_t *source = block;
  uint16_t at = from;
  if (from < IDENTITY_END) {
    identity(block);
    at = IDENTITY_AT;
  } else if (from >= STATUS_AT && from < STATUS_END) {
    status(block);
    at = STATUS_AT;
  } else if (from >= GAUGES_AT && from < GAUGES_END) {
    gauges(block);
    at = GAUGES_AT;
  } else if (from >= LANES_AT && from < LANE_COUNTERS_END) {
    const uint8_t is_counters = from >= LANE_COUNTERS_AT;
    uint8_t lane = (uint8_t)(from - (is_counters ? LANE_COUNTERS_AT : LANES_AT));
    for (; count > 0; count--, to += 2) {
      const uint8_t *state = controller_lane(lane++);
      if (is_counters) put_byte_pair(to, state[CARTRIDGE_COUNTERS_AT + CARTRIDGE_COUNTER_CLOSINGS], state[CARTRIDGE_COUNTERS_AT + CARTRIDGE_COUNTER_TRIES]);
      else put_byte_pair(to, state[1], state[0]);
    }
    return;
  } else if (from >= INTERLOCK_AT && from < INTERLOCK_END) {
    interlock_states(block);
    at = INTERLOCK_AT;
  } else if (from >= RING_AT && from < RING_END) {
    source = signals_ring();
    at = RING_AT;
  } else if (from >= WAVEFORM_HEAD_AT && from < WAVEFORM_HEAD_END) {
    waveform_head(block);
    at = WAVEFORM_HEAD_AT;
  } else if (from >= WAVEFORM_AT && from < WAVEFORM_END) {
    source = waveform_bytes();
    at = WAVEFORM_AT;
  } else {
    memset(to, 0, 2u * count);
    return;
  }
  memcpy(to, source + 2u * (uint16_t)(from - at), 2u * count);
}

/* The mailbox does not tell what was written to it: that is what `lastToken` and the order are for. */
void registers_read_holding(uint16_t from, uint16_t count, uint8_t *to) {
  memset(to, 0, 2u * count);
  if (from >= SET_UP_AT && from < SET_UP_END) put_word(to, record_store_fitted());
}

uint8_t registers_write(uint16_t from, uint16_t count, const uint8_t *bytes, uint32_t now) {
  if (from == MAILBOX_AT && count == MAILBOX_WORDS) return mailbox_write(bytes, now);
  if (from != SET_UP_AT || count != SET_UP_WORDS) return NO_SUCH_ADDRESS;
  const uint16_t cartridges = word_from(bytes);
  if (cartridges < 1 || cartridges > WIRE_MOST_CARTRIDGES) return NOT_ALLOWED;
  if (mailbox_in_flight() || !record_store_set_fitted((uint8_t)cartridges)) return NOT_NOW;
  return 0;
}
