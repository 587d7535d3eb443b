/*
 * The motor current of the last order's motion, one byte a sample: one for each tick with the motor on, pauses left out. When
 * the memory is full, every second sample goes, and from then on one stands for twice the time.
 */
#ifndef WAVEFORM_H
#define WAVEFORM_H

#include <stdint.h>

enum { WAVEFORM_MILLIAMP_PER_COUNT = 8 };

void waveform_clear(void);
/* A motor starts; the same order again goes on where it was. */
void waveform_begin(uint32_t order, uint8_t cartridge);
/* The current in a tick with a motor on, in counts of 2 mA. */
void waveform_sample(uint16_t current_counts);

uint32_t waveform_order(void);
uint8_t waveform_cartridge(void);
uint16_t waveform_samples(void);
uint16_t waveform_step_ms(void);
const uint8_t *waveform_bytes(void);

#endif
