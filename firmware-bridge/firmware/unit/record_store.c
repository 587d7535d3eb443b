#include "record_store.h"

#include <string.h>

#include "board.h"
#include "crc16.h"
#include "registers.h"

enum { SET_UP_ADDRESS = 0, STARTS_ADDRESS = 64, STARTS = 24, START_BYTES = 8, ORDERS_ADDRESS = 256, ORDERS = 240, ORDER_BYTES = 16 };

/* Set-up, starts and orders begin alike: five bytes, whether they are whole, their check. An order's end follows. */
enum { AT_NUMBER = 0, AT_FIFTH = 4, AT_WHOLE = 5, AT_CHECK = 6, AT_PHASE = 8, AT_MODE = 9, AT_END_CHECK = 10 };
enum { CHECKED_BYTES = 5, END_BYTES = 4, WHOLE = 0, NOT_WHOLE = 0xFF, NO_PHASE = 0xFF, RECOVERY = 0x80 };

/* What is to be written, as bits; the lowest is done first. JOB_MOVE writes the order that ended once more, to another place. */
enum { JOB_START = 1, JOB_MOVE = 2, JOB_END = 4, JOB_ORDER = 8, JOB_CLEAR = 16, JOB_SET_UP = 32 };
enum { MOST_STEPS = 10 };
/* How often a record is tried before it is given up: each time elsewhere, but for the set-up, which has one place. */
enum { MOST_START_TRIES = STARTS - 1, MOST_ORDER_TRIES = 8, MOST_SET_UP_TRIES = 2 };

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
static record_state_t state;
static uint8_t start_tries;
static uint8_t order_tries;
static uint8_t end_tries;
static uint8_t set_up_tries;
static uint32_t written;
static uint32_t spoilt;
static uint16_t failed;

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

/* Reads how the order in this place ended; 1 if that is right. */
static uint8_t read_end(uint8_t slot, uint32_t order, uint8_t *end) {
  read_bytes((uint16_t)(order_address(slot) + AT_PHASE), end, END_BYTES);
  return end[0] != NO_PHASE && check_in(end + 2) == end_check_of(order, end[0], end[1]);
}

/* An order that was written in two places, because one of them is worn, ended as the one says that has a right end. */
static uint8_t is_better(uint8_t slot, uint32_t order) {
  uint8_t end[END_BYTES];
  if (order != current.order) return order > current.order;
  return order != 0 && !read_end(order_slot, order, end) && read_end(slot, order, end);
}

static void find_orders(void) {
  uint8_t head[START_BYTES];
  uint8_t end[END_BYTES];
  memset(&current, 0, sizeof current);
  order_slot = ORDERS - 1;
  for (uint8_t slot = 0; slot < ORDERS; slot++) {
    if (!read_head(order_address(slot), head) || !is_better(slot, number_in(head))) continue;
    current.order = number_in(head);
    current.cartridge = (uint8_t)(head[AT_FIFTH] & (uint8_t)~RECOVERY);
    current.recovery = (head[AT_FIFTH] & RECOVERY) != 0;
    order_slot = slot;
  }
  if (current.order == 0 || !read_end(order_slot, current.order, end)) return;
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

static void plan_order(const kept_order_t *order) {
  plan_head(order->order, (uint8_t)(order->cartridge | (order->recovery ? RECOVERY : 0u)), 1);
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
    case JOB_MOVE:
      job_at = order_address(ended_slot);
      plan_order(&ended);
      break;
    case JOB_END:
      job_at = order_address(ended_slot);
      plan_end();
      break;
    case JOB_ORDER:
      job_at = order_address(order_slot);
      plan_order(&current);
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

/* Nobody hears of a board that cannot count its starts. */
static void start_elsewhere(void) {
  if (++start_tries >= MOST_START_TRIES) return;
  start_slot = slot_after(start_slot, STARTS);
  wanted |= JOB_START;
}

static void order_elsewhere(void) {
  spoilt++;
  if (++order_tries >= MOST_ORDER_TRIES) {
    state = RECORD_FAILED;
    failed++;
    return;
  }
  order_slot = slot_after(order_slot, ORDERS);
  wanted |= JOB_ORDER;
}

/*
 * The whole order goes elsewhere, since this place cannot tell how it ended. If none can, or a newer order has begun, it is left:
 * at the next start it is found in flight, which says less than is true, and nothing false.
 */
static void end_elsewhere(void) {
  spoilt++;
  if (++end_tries >= MOST_ORDER_TRIES || ended.order != current.order) {
    failed++;
    wanted = (uint8_t)(wanted & (uint8_t)~JOB_END);
    return;
  }
  order_slot = slot_after(order_slot, ORDERS);
  ended_slot = order_slot;
  wanted |= JOB_MOVE | JOB_END;
}

/* There is one place for the set-up: what it holds then counts, or nothing. */
static void set_up_again(void) {
  if (++set_up_tries < MOST_SET_UP_TRIES) wanted |= JOB_SET_UP;
  else find_set_up();
}

/* What reads back wrong is written elsewhere, since a byte may be worn out; after some places it is given up. */
static void write_again(void) {
  if (job == JOB_START) start_elsewhere();
  else if (job == JOB_ORDER) order_elsewhere();
  else if (job == JOB_MOVE || job == JOB_END) end_elsewhere();
  else if (job == JOB_SET_UP) set_up_again();
}

static void end_job(void) {
  if (!reads_back()) {
    write_again();
  } else if (job == JOB_START) {
    booted = 1;
  } else if (job == JOB_ORDER) {
    state = RECORD_KEPT;
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
  state = RECORD_WRITING;
  start_tries = 0;
  written = 0;
  spoilt = 0;
  failed = 0;
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
  set_up_tries = 0;
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
  state = RECORD_WRITING;
  order_tries = 0;
  wanted = (uint8_t)((wanted & (uint8_t)~JOB_CLEAR) | JOB_ORDER);
}

record_state_t record_store_state(void) { return state; }

void record_store_end_order(uint8_t phase, uint8_t mode) {
  if (state == RECORD_FAILED) return;
  ended = current;
  ended.phase = phase;
  ended.mode = mode;
  ended_slot = order_slot;
  end_tries = 0;
  wanted = (uint8_t)(wanted | JOB_END | JOB_CLEAR);
}

uint32_t record_store_written(void) { return written; }
uint32_t record_store_spoilt(void) { return spoilt; }
uint16_t record_store_failed(void) { return failed; }
