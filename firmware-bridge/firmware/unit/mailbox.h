/*
 * Orders rise, and none begins its motion twice (PROTOCOL.md W9 to W14, SPEC C3 to C6). Written by hand, here and in the
 * twin's OrderMailbox, because it is about what outlives a loss of power; everything else at this level is a chart.
 */
#ifndef MAILBOX_H
#define MAILBOX_H

#include <stdint.h>

typedef struct {
  uint8_t name; /* COMMAND_… */
  uint8_t cartridge;
  uint32_t order;
  uint32_t tick;
} command_t;

typedef struct {
  uint32_t order;
  uint8_t cartridge;
  uint8_t kind;  /* COMMAND_VEND or COMMAND_RECOVER; 0: there was no order yet */
  uint8_t phase; /* PHASE_… */
  uint8_t mode;
} order_t;

typedef enum { LANE_HOME, LANE_MOVING, LANE_JAMMED, LANE_LOCKED_OUT, LANE_NOT_FITTED } lane_is_t;

/* What the mailbox must know of the machine to judge a command. */
typedef struct {
  uint8_t door_open;
  uint8_t supply_low;
  uint8_t chute_blocked;
  lane_is_t lane;
} situation_t;

/* What is made of a command, beside the reasons to refuse it. */
enum { JUDGED_BEGIN = 0, JUDGED_REPEAT = 0xFF };

/* Answers to a written command: taken, or the exception of Modbus. */
enum { COMMAND_TAKEN = 0, COMMAND_NOT_ALLOWED = 3, COMMAND_NOT_NOW = 6 };

/* The unit starts. 1: an order was in flight, which has now ended as interrupted. */
uint8_t mailbox_open(void);

/* The sixteen bytes of a command as they were written, at the tick `now`. */
uint8_t mailbox_write(const uint8_t *bytes, uint32_t now);
uint16_t mailbox_last_token(void);

/* The command that waits longest; 0 if none does. It stays until it is dropped. */
const command_t *mailbox_waiting(void);
void mailbox_drop_first(void);
void mailbox_drop_all(void);

const order_t *mailbox_order(void);
uint8_t mailbox_in_flight(void);

/* JUDGED_BEGIN, JUDGED_REPEAT or REASON_…. */
uint8_t mailbox_judge(const command_t *command, const situation_t *situation);
/* Takes an order that was judged to begin. */
void mailbox_begin(const command_t *command);
/* 1 if the order in flight took this step; one that has ended takes none. */
uint8_t mailbox_advance(uint8_t phase, uint8_t mode);

#endif
