/* What is made of the two analogue inputs, beside the pins: levels, as board.h has them. */
#ifndef LEVELS_H
#define LEVELS_H

#include "board.h"

/* LEVEL_SUPPLY_LOW or 0: low below one voltage, good again above a higher one, so it matters what it was before. */
uint8_t levels_of_supply(uint16_t counts, uint8_t before);
uint8_t levels_of(const board_sample_t *sample, uint8_t motor_was_on, uint8_t before);

#endif
