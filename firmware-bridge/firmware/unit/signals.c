#include "signals.h"

#include <string.h>

#include "numbers.h"

static uint8_t ring[WIRE_RING_SLOTS][SIGNAL_SLOT_BYTES];
static uint32_t last_sequence;

void signals_clear(void) {
  memset(ring, 0, sizeof ring);
  last_sequence = 0;
}

void signals_say(uint32_t tick, const signal_t *signal) {
  uint8_t *slot = ring[last_sequence % WIRE_RING_SLOTS];
  last_sequence++;
  put_long(slot + 2 * RING_HAS_EVENT_SEQUENCE, last_sequence);
  put_long(slot + 2 * RING_HAS_EVENT_TICK, tick);
  put_byte_pair(slot + 2 * RING_HAS_EVENT_NAME, signal->name, signal->cartridge);
  put_long(slot + 2 * RING_HAS_EVENT_ORDER, signal->order);
  put_byte_pair(slot + 2 * RING_HAS_EVENT_DETAIL, signal->high, signal->low);
}

uint32_t signals_last_sequence(void) { return last_sequence; }

const uint8_t *signals_ring(void) { return ring[0]; }
