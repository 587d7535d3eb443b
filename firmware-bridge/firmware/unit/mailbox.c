#include "mailbox.h"

#include "board.h"
#include "crc16.h"
#include "numbers.h"
#include "record_store.h"
#include "registers.h"
#include "ticks.h"

enum { MOST_TICKS_AHEAD = 1000, CHECKED_BYTES = 2 * MAILBOX_HAS_COMMAND_CHECK };

static order_t record;
static command_t waiting[WIRE_MOST_COMMANDS];
static uint8_t first;
static uint8_t count;
static uint16_t last_token;

uint8_t mailbox_open(void) {
  kept_order_t kept;
  record_store_open(&kept);
  count = 0;
  last_token = 0;
  record.order = kept.order;
  record.cartridge = kept.cartridge;
  record.kind = kept.order == 0 ? 0 : kept.recovery ? COMMAND_RECOVER : COMMAND_VEND;
  record.phase = kept.phase;
  record.mode = kept.mode;
  if (kept.order == 0 || kept.phase != 0) return 0;
  record.phase = PHASE_JAMMED;
  record.mode = MODE_INTERRUPTED;
  record_store_end_order(PHASE_JAMMED, MODE_INTERRUPTED);
  return 1;
}

/* ---- Commands that wait ---- */

static uint8_t is_allowed(const command_t *command, const uint8_t *bytes, uint32_t now) {
  if (crc16_of(CRC16_START, bytes, CHECKED_BYTES) != word_from(bytes + CHECKED_BYTES)) return 0;
  if (word_from(bytes + 2 * MAILBOX_HAS_COMMAND) > COMMAND_CLEAR || command->name < COMMAND_VEND) return 0;
  if (word_from(bytes + 2 * MAILBOX_HAS_COMMAND_CARTRIDGE) > 0xFFu) return 0;
  if (command->order == 0 && command->name != COMMAND_CLEAR) return 0;
  return !tick_is_before(now, command->tick) || command->tick - now <= MOST_TICKS_AHEAD;
}

uint8_t mailbox_write(const uint8_t *bytes, uint32_t now) {
  const uint16_t token = word_from(bytes + 2 * MAILBOX_HAS_TOKEN);
  command_t command;
  command.name = bytes[2 * MAILBOX_HAS_COMMAND + 1];
  command.cartridge = bytes[2 * MAILBOX_HAS_COMMAND_CARTRIDGE + 1];
  command.order = long_from(bytes + 2 * MAILBOX_HAS_COMMAND_ORDER);
  command.tick = long_from(bytes + 2 * MAILBOX_HAS_COMMAND_TICK);
  /* 0 is no tick: whoever knows none writes it. One that has passed is the next; of ticks long past the order would be lost. */
  if (command.tick == 0 || tick_is_before(command.tick, now)) command.tick = now;
  if (token == 0 || !is_allowed(&command, bytes, now)) return COMMAND_NOT_ALLOWED;
  /* One that does not rise came before, or was held up on its way: tokens go round, so half of them lie behind. */
  if (last_token != 0 && (uint16_t)(last_token - token) < 0x8000u) return COMMAND_TAKEN;
  if (count == WIRE_MOST_COMMANDS) return COMMAND_NOT_NOW;
  waiting[(uint8_t)(first + count) % WIRE_MOST_COMMANDS] = command;
  count++;
  last_token = token;
  return COMMAND_TAKEN;
}

uint16_t mailbox_last_token(void) { return last_token; }

const command_t *mailbox_waiting(void) { return count == 0 ? 0 : &waiting[first]; }

void mailbox_drop_first(void) {
  if (count == 0) return;
  first = (uint8_t)((first + 1u) % WIRE_MOST_COMMANDS);
  count--;
}

void mailbox_drop_all(void) { count = 0; }

/* ---- Orders ---- */

/* Which phases may follow which, as bits. What is 0 has ended for good. */
static uint16_t followers_of(uint8_t phase) {
  switch (phase) {
    case PHASE_RECEIVED:
      return (1u << PHASE_ACCEPTED) | (1u << PHASE_REFUSED);
    case PHASE_ACCEPTED:
      return (1u << PHASE_MOVING) | (1u << PHASE_JAMMED);
    case PHASE_MOVING:
      return (1u << PHASE_DROPPED) | (1u << PHASE_RECOVERED) | (1u << PHASE_JAMMED);
    default:
      return 0;
  }
}

const order_t *mailbox_order(void) { return &record; }

uint8_t mailbox_in_flight(void) { return followers_of(record.phase) != 0; }

static uint8_t judge_lane(const command_t *command, const situation_t *situation) {
  if (situation->lane == LANE_NOT_FITTED) return REASON_NO_SUCH_CARTRIDGE;
  if (command->name == COMMAND_VEND) {
    if (situation->chute_blocked) return REASON_CHUTE_BLOCKED;
    return situation->lane == LANE_HOME ? JUDGED_BEGIN : REASON_LOCKED_OUT;
  }
  if (command->name == COMMAND_RECOVER && situation->lane != LANE_LOCKED_OUT) {
    return situation->lane == LANE_JAMMED ? REASON_BUSY : REASON_NOT_JAMMED;
  }
  return JUDGED_BEGIN;
}

uint8_t mailbox_judge(const command_t *command, const situation_t *situation) {
  const uint8_t is_order = command->name == COMMAND_VEND || command->name == COMMAND_RECOVER;
  if (is_order && command->order == record.order) return JUDGED_REPEAT;
  if (is_order && command->order < record.order) return REASON_STALE_ORDER;
  if (mailbox_in_flight()) return REASON_BUSY;
  if (situation->door_open) return REASON_DOOR_OPEN;
  if (situation->supply_low) return REASON_SUPPLY_LOW;
  return command->name == COMMAND_UNLOCK ? JUDGED_BEGIN : judge_lane(command, situation);
}

void mailbox_begin(const command_t *command) {
  if (mailbox_in_flight() || command->order <= record.order) {
    board_halt();
    return;
  }
  record.order = command->order;
  record.cartridge = command->cartridge;
  record.kind = command->name;
  record.phase = PHASE_RECEIVED;
  record.mode = 0;
  record_store_begin_order(record.order, record.cartridge, record.kind == COMMAND_RECOVER);
}

uint8_t mailbox_advance(uint8_t phase, uint8_t mode) {
  if ((followers_of(record.phase) & (1u << phase)) == 0) return 0;
  record.phase = phase;
  record.mode = mode;
  if (!mailbox_in_flight()) record_store_end_order(phase, mode);
  return 1;
}
