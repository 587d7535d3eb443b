/*
 * What a controller of 48 cartridges holds in memory for its charts: every state, the room for one step's operations, and the
 * stack below. `npm run firmware` builds it and prints what it takes.
 */
#include "cartridge.h"
#include "interlock.h"

enum { CARTRIDGES = 48 };

static uint8_t cartridges[CARTRIDGES][CARTRIDGE_STATE_BYTES];
static uint8_t interlock[INTERLOCK_STATE_BYTES];
static union {
  uint8_t cartridge[CARTRIDGE_MOST_OPS];
  uint8_t interlock[INTERLOCK_MOST_OPS];
} ops;

/* Written from outside: which chart an event goes to, and the event; how many operations came of it. */
volatile uint8_t addressee;
volatile uint8_t event;
volatile uint16_t result;

int main(void) {
  const chart_t cartridge_chart = {cartridge_table, 0};
  const chart_t interlock_chart = {interlock_table, 0};
  result = chart_start(&interlock_chart, interlock, ops.interlock, sizeof ops);
  for (uint8_t i = 0; i < CARTRIDGES; i++) result = chart_start(&cartridge_chart, cartridges[i], ops.cartridge, sizeof ops);
  for (;;) {
    if (addressee < CARTRIDGES) result = chart_step(&cartridge_chart, cartridges[addressee], event, ops.cartridge, sizeof ops);
    else result = chart_step(&interlock_chart, interlock, event, ops.interlock, sizeof ops);
  }
}
