/*
 * Runs a state chart from its table: one event is one macrostep, step for step as XState v5 does it. No heap, no recursion, no
 * clock: timers are operations that the chart's host performs, and a timer that runs out is an event like any other.
 *
 * Stack: one step takes at most CHART_STACK_BYTES of the ATmega2560's, its calls and their return addresses included, with the
 * charts of generated/. A test adds it up anew along the calls of the compiled program and measures it on the emulated chip;
 * other charts need more by the bytes by which their chart_limits.h is larger.
 */
#ifndef CHART_H
#define CHART_H

#include <stdint.h>

#include "chart_layout.h"
#include "chart_limits.h"

#define CHART_STACK_BYTES 168

/* What chart_start and chart_step answer when something did not fit; nothing of the chart is to be used after that. */
#define CHART_FAULT 0xFFFFu

/* A chart with its limits. Instances of one chart share it; what is their own is their state. */
typedef struct {
  const uint8_t *table;   /* in flash: BOARD_FLASH */
  const uint16_t *limits; /* one for each limit of the table; a null pointer: the table's own */
} chart_t;

/*
 * The state of one instance is NAME_STATE_BYTES bytes that the caller keeps: the active states without children, CHART_NONE
 * behind them, then the counters, then what is remembered. To save it and to restore it is to copy it.
 *
 * Both write the operations that leave the chart (effects, timers to set and to cancel) to `ops`, in their order, and answer
 * how many. `capacity` is the room there; NAME_MOST_OPS is always enough.
 */
uint16_t chart_start(const chart_t *chart, uint8_t *state, uint8_t *ops, uint16_t capacity);
uint16_t chart_step(const chart_t *chart, uint8_t *state, uint8_t event, uint8_t *ops, uint16_t capacity);

/* What an operation does, and for a timer's the timer. */
typedef struct {
  uint8_t kind; /* CHART_OP_… */
  uint8_t argument;
} chart_op_t;

chart_op_t chart_op(const chart_t *chart, uint8_t op);

/* The event that a timer brings, and its delay by the table. */
uint8_t chart_timer_event(const chart_t *chart, uint8_t timer);
uint32_t chart_timer_ms(const chart_t *chart, uint8_t timer);

/* 1 if a state is active, itself or by one inside it. */
uint8_t chart_is_in(const chart_t *chart, const uint8_t *state, uint8_t asked);

#endif
