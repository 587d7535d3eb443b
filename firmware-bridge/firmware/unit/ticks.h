/*
 * Ticks have 32 bits and go round after 49.7 days (PROTOCOL.md W17). Which of two comes first is told by how far one lies ahead of the
 * other: that is right as long as less than half of the round lies between them.
 */
#ifndef TICKS_H
#define TICKS_H

#include <stdint.h>

static inline uint8_t tick_is_before(uint32_t tick, uint32_t other) { return (uint32_t)(tick - other) >= 0x80000000u; }

/* Brings `next` forward to a tick that comes before it, or that is the first of all; answers that there is one now. */
static inline uint8_t tick_or_earlier(uint8_t is_any, uint32_t *next, uint32_t tick) {
  if (!is_any || tick_is_before(tick, *next)) *next = tick;
  return 1;
}

#endif
