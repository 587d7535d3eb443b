/* Numbers in registers: the high byte first, of two registers the high one first. */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <stdint.h>

static inline void put_byte_pair(uint8_t *at, uint8_t high, uint8_t low) {
  at[0] = high;
  at[1] = low;
}

static inline void put_word(uint8_t *at, uint16_t word) { put_byte_pair(at, (uint8_t)(word >> 8), (uint8_t)word); }

static inline void put_long(uint8_t *at, uint32_t number) {
  put_word(at, (uint16_t)(number >> 16));
  put_word(at + 2, (uint16_t)number);
}

static inline uint16_t word_from(const uint8_t *at) { return (uint16_t)(at[1] | (uint16_t)((uint16_t)at[0] << 8)); }

static inline uint32_t long_from(const uint8_t *at) { return word_from(at + 2) | ((uint32_t)word_from(at) << 16); }

#endif
