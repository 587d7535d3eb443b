/* The timers of the unit: due at whole ticks, expiring in the order in which they were set. */
#ifndef TIMERS_H
#define TIMERS_H

#include <stdint.h>

typedef struct {
  uint32_t due_tick;
  uint8_t owner;
  uint8_t timer;
} unit_timer_t;

void timers_clear(void);
/* One timer for each owner and number; setting it again puts it last. */
void timers_set(uint8_t owner, uint8_t timer, uint32_t due_tick);
void timers_cancel(uint8_t owner, uint8_t timer);
/* Takes the first that is due, and answers 1 if one was. */
uint8_t timers_take_due(uint32_t tick, unit_timer_t *taken);
/* When the earliest is due; 0 if there is none. */
uint8_t timers_next(uint32_t *tick);

#endif
