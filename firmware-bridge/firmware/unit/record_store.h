/*
 * What the unit keeps when the power goes, as PROTOCOL.md lays it out: starts, the set-up, the records of orders. Nothing here
 * waits: record_store_work makes at most one step, one byte of EEPROM, and is called again.
 */
#ifndef RECORD_STORE_H
#define RECORD_STORE_H

#include <stdint.h>

typedef struct {
  uint32_t order; /* 0: none in the life of this board */
  uint8_t cartridge;
  uint8_t recovery;
  uint8_t phase; /* 0: it has no right end */
  uint8_t mode;
} kept_order_t;

/* Finds what is kept, and begins to write down this start. */
void record_store_open(kept_order_t *latest);

/* 1 once this start is written down and was read back right. */
uint8_t record_store_is_booted(void);
uint32_t record_store_boots(void);

uint8_t record_store_fitted(void);
/* 0: one is still being written. */
uint8_t record_store_set_fitted(uint8_t cartridges);

/* What has become of the latest order's record: kept once it was read back right, failed when no place was found that keeps it. */
typedef enum { RECORD_WRITING, RECORD_KEPT, RECORD_FAILED } record_state_t;

/* Writes the record of a new order. */
void record_store_begin_order(uint32_t order, uint8_t cartridge, uint8_t recovery);
record_state_t record_store_state(void);
/* Writes how the latest order ended; nothing, if its record could not be kept. */
void record_store_end_order(uint8_t phase, uint8_t mode);

/* 1 if it did something. */
uint8_t record_store_work(void);

uint32_t record_store_written(void);
uint32_t record_store_spoilt(void);
uint16_t record_store_failed(void);

#endif
