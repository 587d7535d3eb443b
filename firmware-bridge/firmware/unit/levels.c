#include "levels.h"

enum {
  STALL_COUNTS = 400,       /* and more: 800 mA at 2 mA a count */
  SUPPLY_LOW_COUNTS = 525,  /* below: 10.5 V at 20 mV a count */
  SUPPLY_GOOD_COUNTS = 550, /* above: 11 V */
};

uint8_t levels_of_supply(uint16_t counts, uint8_t before) {
  const uint16_t low_below = before & LEVEL_SUPPLY_LOW ? SUPPLY_GOOD_COUNTS + 1 : SUPPLY_LOW_COUNTS;
  return counts < low_below ? LEVEL_SUPPLY_LOW : 0;
}

uint8_t levels_of(const board_sample_t *sample, uint8_t motor_was_on, uint8_t before) {
  uint8_t levels = (uint8_t)((sample->levels & LEVELS_OF_PINS) | levels_of_supply(sample->supply_counts, before));
  if (motor_was_on && sample->current_counts >= STALL_COUNTS) levels |= LEVEL_CURRENT_HIGH;
  return levels;
}
