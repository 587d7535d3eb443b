/*
 * The unit on the wire: Modbus RTU, functions 3, 4, 6 and 16 (PROTOCOL.md W1 to W6). Bytes come from an interrupt; whatever
 * takes time is done by slave_work, a piece at a time, so that no tick waits for a long frame.
 */
#ifndef SLAVE_H
#define SLAVE_H

#include <stdint.h>

void slave_start(void);

/* From the interrupt of the receiver: a byte, or one that came too fast or garbled. */
void slave_take_byte(uint8_t byte, uint8_t is_lost);
/* From the interrupt of the clock: nothing came for 1.75 ms after a byte. */
void slave_take_silence(void);

/* 1 if it did something. */
uint8_t slave_work(void);

uint32_t slave_frames_heard(void);
uint32_t slave_frames_dropped(void);
uint32_t slave_bytes_lost(void);

#endif
