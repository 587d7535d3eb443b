#include "timers.h"

#include "board.h"
#include "registers.h"
#include "ticks.h"

/*
 * Room for all that can run at once: a motor that rests in every cartridge, three more of the one that moves, the bolt or the
 * flap, the beam, the record that is written.
 */
enum { MOST_TIMERS = WIRE_MOST_CARTRIDGES + 3 + 2 + 1 };

static unit_timer_t timers[MOST_TIMERS];
static uint8_t count;
static uint32_t next; /* of no meaning while there are none */

static void find_next(void) {
  next = timers[0].due_tick;
  for (uint8_t i = 1; i < count; i++) {
    if (tick_is_before(timers[i].due_tick, next)) next = timers[i].due_tick;
  }
}

static void remove_at(uint8_t at) {
  count--;
  for (uint8_t i = at; i < count; i++) timers[i] = timers[i + 1];
  find_next();
}

void timers_clear(void) {
  count = 0;
}

void timers_cancel(uint8_t owner, uint8_t timer) {
  for (uint8_t i = 0; i < count; i++) {
    if (timers[i].owner == owner && timers[i].timer == timer) {
      remove_at(i);
      return;
    }
  }
}

void timers_set(uint8_t owner, uint8_t timer, uint32_t due_tick) {
  timers_cancel(owner, timer);
  if (count >= MOST_TIMERS) {
    board_halt();
    return;
  }
  timers[count].due_tick = due_tick;
  timers[count].owner = owner;
  timers[count].timer = timer;
  count++;
  if (count == 1 || tick_is_before(due_tick, next)) next = due_tick;
}

uint8_t timers_take_due(uint32_t tick, unit_timer_t *taken) {
  if (count == 0 || tick_is_before(tick, next)) return 0;
  for (uint8_t i = 0; i < count; i++) {
    if (tick_is_before(tick, timers[i].due_tick)) continue;
    *taken = timers[i];
    remove_at(i);
    return 1;
  }
  return 0;
}

uint8_t timers_next(uint32_t *tick) {
  *tick = next;
  return count != 0;
}
