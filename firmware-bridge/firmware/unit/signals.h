/* The ring of signals, as the registers have it: what was said last, in this boot. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include <stdint.h>

#include "registers.h"

enum { SIGNAL_SLOT_BYTES = 2 * RING_WORDS };

typedef struct {
  uint8_t name;
  uint8_t cartridge;
  uint32_t order;
  uint8_t high; /* the command of `refused`, the phase of `phase` */
  uint8_t low;  /* the mode or the reason */
} signal_t;

void signals_clear(void);
void signals_say(uint32_t tick, const signal_t *signal);
uint32_t signals_last_sequence(void);
/* All slots, WIRE_RING_SLOTS of SIGNAL_SLOT_BYTES. */
const uint8_t *signals_ring(void);

#endif
