/*
 * Level 1 of the machine: charts, timers, mailbox and supervision, in ticks of a millisecond (PROTOCOL.md B5). Nothing here
 * waits; whatever is to happen later is a timer, a flag or a command that waits.
 */
#ifndef CONTROLLER_H
#define CONTROLLER_H

#include <stdint.h>

#include "board.h"

void controller_start(void);
void controller_tick(const board_sample_t *sample);
/* Asks the board for the next tick in which something can change. */
void controller_want_tick(void);

/* A right frame for this unit came, at the tick `now`. */
void controller_hears_host(uint32_t now);

/* What the registers tell of it. */
uint16_t controller_inputs(void);
uint8_t controller_moving(void);
uint16_t controller_current_milliamp(void);
uint16_t controller_supply_millivolt(void);
uint32_t controller_motor_starts(void);
uint32_t controller_stalls_cut(void);
uint16_t controller_host_silences(void);
/* `lane` is 0 for cartridge 1; the bytes of a chart's state. */
const uint8_t *controller_lane(uint8_t lane);
const uint8_t *controller_interlock(void);

#endif
