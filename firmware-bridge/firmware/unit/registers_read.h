/* The register map as whoever reads or writes it finds it, all registers of one moment. */
#ifndef REGISTERS_READ_H
#define REGISTERS_READ_H

#include <stdint.h>

/* 1 if `count` input registers from `from` on can be read: within one block, or between blocks, where all are 0. */
uint8_t registers_has_input(uint16_t from, uint16_t count);
uint8_t registers_has_holding(uint16_t from, uint16_t count);

/* Two bytes each to `to`. */
void registers_read_input(uint16_t from, uint16_t count, uint8_t *to);
void registers_read_holding(uint16_t from, uint16_t count, uint8_t *to);

/* The bytes of `count` registers. 0, or the exception of Modbus. */
uint8_t registers_write(uint16_t from, uint16_t count, const uint8_t *bytes, uint32_t now);

/* To be called once, before anybody reads: sums up the charts' tables. */
void registers_start(void);

#endif
