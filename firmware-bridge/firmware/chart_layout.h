/*
 * How a chart's table lies in bytes. firmware-bridge/src/emit writes it, chart.c reads it; a change of either is a change of
 * CHART_TABLE_VERSION. Words are two bytes, the lower first. Addresses count from the table's first byte; 0 is an empty list.
 *
 *   header       CHART_HEADER_BYTES, below
 *   states       CHART_STATE_BYTES each, in document order
 *   transitions  CHART_TRANSITION_BYTES each
 *   guards       what it asks, counter, limit
 *   operations   what it does, two arguments
 *   counters     the most that each may hold
 *   limits       a word each: the parameters' defaults
 *   timers       its event, and its delay in ms in four bytes: the parameter's default
 *   lists        how many, then that many bytes. A state's list of events instead: event, how many transitions, those; and so
 *                on until CHART_NONE stands in the place of an event
 */
#ifndef CHART_LAYOUT_H
#define CHART_LAYOUT_H

#include <stdint.h>

#define CHART_TABLE_VERSION 1

/* No state, no event, no guard, nothing remembered. */
#define CHART_NONE 0xFFu

/* How a table spells numbers of two and of four bytes. */
#define CHART_WORD(number) (uint8_t)((number) & 0xFFu), (uint8_t)(((number) >> 8) & 0xFFu)
#define CHART_LONG(number) CHART_WORD((number) & 0xFFFFu), CHART_WORD((uint32_t)(number) >> 16)

enum {
  CHART_HEADER_VERSION = 0,
  CHART_HEADER_STATES = 1,
  CHART_HEADER_COUNTERS = 2,
  CHART_HEADER_LEAVES = 3,       /* active states without children at one time, at most */
  CHART_HEADER_INITIAL = 4,      /* the transition that enters the chart */
  CHART_HEADER_HISTORIES = 5,    /* how many history states */
  CHART_HEADER_DONE = 6,         /* the byte of the state that says the chart is done; CHART_NONE: it never is */
  CHART_HEADER_STATE_BYTES = 7,  /* a chart's state: leaves, counters, what is remembered, done */
  CHART_HEADER_MICROSTEPS = 8,   /* word: in one step, at most */
  CHART_HEADER_TRANSITIONS = 10, /* word: where they begin; so the next ones */
  CHART_HEADER_GUARDS = 12,
  CHART_HEADER_OPS = 14,
  CHART_HEADER_COUNTER_MAX = 16,
  CHART_HEADER_LIMITS = 18,
  CHART_HEADER_TIMERS = 20,
  CHART_HEADER_BYTES = 22
};

enum {
  CHART_STATE_KIND = 0,
  CHART_STATE_PARENT = 1,
  CHART_STATE_LAST = 2,
  CHART_STATE_INITIAL = 3,     /* history: where it leads while nothing is remembered */
  CHART_STATE_DONE = 4,        /* the event raised when it is done; history: 1 if it leads there by its parent's initial */
  CHART_STATE_MEMORY = 5,      /* history: the first byte of the state that remembers for it */
  CHART_STATE_ENTRY = 6,       /* word: a list of operations; history: how many bytes remember for it */
  CHART_STATE_EXIT = 8,        /* word: a list of operations */
  CHART_STATE_INITIAL_OPS = 10, /* word: a list of operations */
  CHART_STATE_ON = 12,         /* word: candidates by event */
  CHART_STATE_ALWAYS = 14,     /* word: a list of transitions */
  CHART_STATE_BYTES = 16
};

enum {
  CHART_TRANSITION_SOURCE = 0,
  CHART_TRANSITION_GUARD = 1,
  CHART_TRANSITION_DOMAIN = 2,  /* CHART_NONE: the root itself is left */
  CHART_TRANSITION_REENTER = 3, /* 0 or 1 */
  CHART_TRANSITION_TARGETS = 4, /* word: a list of states */
  CHART_TRANSITION_OPS = 6,     /* word: a list of operations */
  CHART_TRANSITION_BYTES = 8
};

enum { CHART_GUARD_BYTES = 3, CHART_OP_BYTES = 3, CHART_TIMER_BYTES = 5 };

enum {
  CHART_KIND_ATOMIC = 0,
  CHART_KIND_COMPOUND = 1,
  CHART_KIND_PARALLEL = 2,
  CHART_KIND_FINAL = 3,
  CHART_KIND_SHALLOW_HISTORY = 4,
  CHART_KIND_DEEP_HISTORY = 5
};

enum { CHART_GUARD_BELOW = 0, CHART_GUARD_AT_LEAST = 1, CHART_GUARD_EQUALS = 2 };

enum {
  CHART_OP_EFFECT = 0,
  CHART_OP_SET_TIMER = 1,    /* timer */
  CHART_OP_CANCEL_TIMER = 2, /* timer */
  CHART_OP_INCREMENT = 3,    /* counter */
  CHART_OP_RESET = 4,        /* counter */
  CHART_OP_SET = 5,          /* counter, limit */
  CHART_OP_RAISE = 6         /* event */
};

#endif
