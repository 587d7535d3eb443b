#include "record_store.h"

#include <string.h>

#include "board.h"
#include "crc16.h"
#include "registers.h"

enum { SET_UP_ADDRESS = 0, STARTS_ADDRESS = 64, STARTS = 24, START_BYTES = 8, ORDERS_ADDRESS = 256, ORDERS = 240, ORDER_BYTES = 16 };

/* Set-up, starts and orders begin alike: five bytes, whether they are whole, their check. An order's end follows. */
enum { AT_NUMBER = 0, AT_FIFTH = 4, AT_WHOLE = 5, AT_CHECK = 6, AT_PHASE = 8, AT_MODE = 9, AT_END_CHECK = 10 };
enum { CHECKED_BYTES = 5, WHOLE = 0, NOT_WHOLE = 0xFF, NO_PHASE = 0xFF, RECOVERY = 0x80 };

/* What is to be written, as bits; the lowest is done first. */
enum { JOB_START = 1, JOB_END = 2, JOB_ORDER = 4, JOB_CLEAR = 8, JOB_SET_UP = 16 };
enum { MOST_STEPS = 10 };

typedef struct {
  uint8_t place;
  uint8_t byte;
} step_t;

static uint8_t wanted;
static uint8_t job; /* the one under way, or 0 */
static uint16_t job_at;
static step_t steps[MOST_STEPS];
static uint8_t step_count;
static uint8_t step_now;
static uint8_t first_checked; /* steps before it are overwritten by later ones */

static uint32_t boots;
static uint8_t start_slot;
static uint8_t highest_start_slot;
static uint8_t booted;
static uint8_t fitted;
static uint8_t order_slot;
static kept_order_t current;
static kept_order_t ended; /* whose end is to be written; its slot may be behind that of a newer order */
static uint8_t ended_slot;
static uint8_t kept;
static uint32_t written;
static uint32_t spoilt;

static uint16_t start_address(uint8_t slot) { return (uint16_t)(STARTS_ADDRESS + slot * START_BYTES); }
static uint16_t order_address(uint8_t slot) { return (uint16_t)(ORDERS_ADDRESS + slot * ORDER_BYTES); }
static uint8_t slot_after(uint8_t slot, uint8_t slots) { return (uint8_t)(slot + 1u < slots ? slot + 1u : 0u); }

/* ---- Finding what is kept ---- */

static void read_bytes(uint16_t address, uint8_t *bytes, uint8_t count) {
  for (uint8_t i = 0; i < count; i++) bytes[i] = board_eeprom_read((uint16_t)(address + i));
}

static uint32_t number_in(const uint8_t *bytes) {
  return bytes[0] | ((uint32_t)bytes[1] << 8) | ((uint32_t)bytes[2] << 16) | ((uint32_t)bytes[3] << 24);
}

static uint16_t check_in(const uint8_t *bytes) { return (uint16_t)(bytes[0] | (uint16_t)((uint16_t)bytes[1] << 8)); }

/* Reads the eight bytes with which each record begins; 1 if they are whole and right. */
static uint8_t read_head(uint16_t address, uint8_t *bytes) {
  read_bytes(address, bytes, START_BYTES);
  return bytes[AT_WHOLE] == WHOLE && crc16_of(CRC16_START, bytes, CHECKED_BYTES) == check_in(bytes + AT_CHECK);
}

static uint16_t end_check_of(uint32_t order, uint8_t phase, uint8_t mode) {
  const uint8_t bytes[6] = {(uint8_t)order, (uint8_t)(order >> 8), (uint8_t)(order >> 16), (uint8_t)(order >> 24), phase, mode};
  return crc16_of(CRC16_START, bytes, sizeof bytes);
}

static void find_set_up(void) {
  uint8_t head[START_BYTES];
  fitted = WIRE_MOST_CARTRIDGES;
  if (!read_head(SET_UP_ADDRESS, head)) return;
  if (head[0] >= 1 && head[0] <= WIRE_MOST_CARTRIDGES) fitted = head[0];
}

static void find_starts(void) {
  uint8_t head[START_BYTES];
  boots = 0;
  highest_start_slot = STARTS - 1;
  for (uint8_t slot = 0; slot < STARTS; slot++) {
    if (!read_head(start_address(slot), head) || number_in(head) <= boots) continue;
    boots = number_in(head);
    highest_start_slot = slot;
  }
}

static void find_orders(void) {
  uint8_t head[START_BYTES];
  uint8_t end[4];
  memset(&current, 0, sizeof current);
  order_slot = ORDERS - 1;
  for (uint8_t slot = 0; slot < ORDERS; slot++) {
    if (!read_head(order_address(slot), head) || number_in(head) <= current.order) continue;
    current.order = number_in(head);
    current.cartridge = (uint8_t)(head[AT_FIFTH] & (uint8_t)~RECOVERY);
    current.recovery = (head[AT_FIFTH] & RECOVERY) != 0;
    order_slot = slot;
  }
  if (current.order == 0) return;
  read_bytes((uint16_t)(order_address(order_slot) + AT_PHASE), end, sizeof end);
  if (end[0] == NO_PHASE || check_in(end + 2) != end_check_of(current.order, end[0], end[1])) return;
  current.phase = end[0];
  current.mode = end[1];
}

/* ---- Writing ---- */

static void plan(uint8_t place, uint8_t byte) {
  steps[step_count].place = place;
  steps[step_count].byte = byte;
  step_count++;
}

/* Not whole; the five bytes and their check; whole at last. */
static void plan_head(uint32_t number, uint8_t fifth, uint8_t phase_too) {
  plan(AT_WHOLE, NOT_WHOLE);
  if (phase_too) plan(AT_PHASE, NO_PHASE);
  uint8_t bytes[CHECKED_BYTES] = {(uint8_t)number, (uint8_t)(number >> 8), (uint8_t)(number >> 16), (uint8_t)(number >> 24), fifth};
  for (uint8_t i = 0; i < CHECKED_BYTES; i++) plan((uint8_t)(AT_NUMBER + i), bytes[i]);
  const uint16_t check = crc16_of(CRC16_START, bytes, CHECKED_BYTES);
  plan(AT_CHECK, (uint8_t)check);
  plan(AT_CHECK + 1, (uint8_t)(check >> 8));
  plan(AT_WHOLE, WHOLE);
  first_checked = 1;
}

/* The phase comes last: until then the order is in flight. */
static void plan_end(void) {
  const uint16_t check = end_check_of(ended.order, ended.phase, ended.mode);
  plan(AT_MODE, ended.mode);
  plan(AT_END_CHECK, (uint8_t)check);
  plan(AT_END_CHECK + 1, (uint8_t)(check >> 8));
  plan(AT_PHASE, ended.phase);
  first_checked = 0;
}

static void plan_clear(void) {
  plan(AT_WHOLE, NOT_WHOLE);
  plan(AT_PHASE, NO_PHASE);
  first_checked = 0;
}

static void begin_job(void) {
  job = (uint8_t)(wanted & (uint8_t)-wanted);
  wanted = (uint8_t)(wanted & (uint8_t)~job);
  step_count = 0;
  step_now = 0;
  switch (job) {
    case JOB_START:
      job_at = start_address(start_slot);
      plan_head(boots, 0, 0);
      break;
    case JOB_END:
      job_at = order_address(ended_slot);
      plan_end();
      break;
    case JOB_ORDER:
      job_at = order_address(order_slot);
      plan_head(current.order, (uint8_t)(current.cartridge | (current.recovery ? RECOVERY : 0u)), 1);
      break;
    case JOB_CLEAR:
      job_at = order_address(slot_after(order_slot, ORDERS));
      plan_clear();
      break;
    default:
      job_at = SET_UP_ADDRESS;
      plan_head(fitted, 0, 0);
      break;
  }
}

static uint8_t reads_back(void) {
  for (uint8_t i = first_checked; i < step_count; i++) {
    if (board_eeprom_read((uint16_t)(job_at + steps[i].place)) != steps[i].byte) return 0;
  }
  return 1;
}

/*
 * What was found wrong is written anew: starts and orders elsewhere, since a byte may be worn out. An end is not: its order
 * is then found in flight at the next start, which says less than is true, and nothing false.
 */
static void write_again(void) {
  if (job == JOB_START) {
    start_slot = slot_after(start_slot, STARTS);
    if (start_slot == highest_start_slot) start_slot = slot_after(start_slot, STARTS);
  } else if (job == JOB_END) {
    spoilt++;
  } else if (job == JOB_ORDER) {
    spoilt++;
    order_slot = slot_after(order_slot, ORDERS);
  }
  if (job != JOB_CLEAR && job != JOB_END) wanted = (uint8_t)(wanted | job);
}

static void end_job(void) {
  if (!reads_back()) {
    write_again();
  } else if (job == JOB_START) {
    booted = 1;
  } else if (job == JOB_ORDER) {
    kept = 1;
    written++;
  }
  job = 0;
}

uint8_t record_store_work(void) {
  if ((job | wanted) == 0 || !board_eeprom_ready()) return 0;
  if (job == 0) {
    begin_job();
  }
  while (step_now < step_count) {
    const step_t *step = &steps[step_now++];
    const uint16_t address = (uint16_t)(job_at + step->place);
    if (board_eeprom_read(address) == step->byte) continue;
    board_eeprom_write(address, step->byte);
    return 1;
  }
  end_job();
  return 1;
}

/* ---- What the unit asks for ---- */

void record_store_open(kept_order_t *latest) {
  wanted = JOB_START | JOB_CLEAR;
  job = 0;
  booted = 0;
  kept = 0;
  written = 0;
  spoilt = 0;
  find_set_up();
  find_starts();
  find_orders();
  boots++;
  start_slot = slot_after(highest_start_slot, STARTS);
  *latest = current;
}

uint8_t record_store_is_booted(void) { return booted; }
uint32_t record_store_boots(void) { return boots; }
uint8_t record_store_fitted(void) { return fitted; }

uint8_t record_store_set_fitted(uint8_t cartridges) {
  if (job == JOB_SET_UP || (wanted & JOB_SET_UP)) return 0;
  fitted = cartridges;
  wanted = (uint8_t)(wanted | JOB_SET_UP);
  return 1;
}

void record_store_begin_order(uint32_t order, uint8_t cartridge, uint8_t recovery) {
  order_slot = slot_after(order_slot, ORDERS);
  current.order = order;
  current.cartridge = cartridge;
  current.recovery = recovery;
  current.phase = 0;
  current.mode = 0;
  kept = 0;
  wanted = (uint8_t)((wanted & (uint8_t)~JOB_CLEAR) | JOB_ORDER);
}

uint8_t record_store_is_kept(void) { return kept; }

void record_store_end_order(uint8_t phase, uint8_t mode) {
  ended = current;
  ended.phase = phase;
  ended.mode = mode;
  ended_slot = order_slot;
  wanted = (uint8_t)(wanted | JOB_END | JOB_CLEAR);
}

uint32_t record_store_written(void) { return written; }
uint32_t record_store_spoilt(void) { return spoilt; }
