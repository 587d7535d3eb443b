/*
 * What the parts of the interpreter share while a step runs. Nothing here is for a chart's host: that is chart.h.
 *
 *   chart.c         steps, operations, what a final state means
 *   chart_select.c  which transitions are taken
 *   chart_sets.c    which states are left and entered, and what history states remember
 */
#ifndef CHART_STEP_H
#define CHART_STEP_H

#include "board.h"
#include "chart.h"

/* What is known of a state while a step runs, as bits. */
enum {
  MARKED = 1,     /* it is left; later: it is entered */
  BY_DEFAULT = 2, /* it is entered, and its initial operations run */
  PENDING = 4,    /* what is inside it has yet to be found */
  FOUND_DONE = 8  /* a parallel state whose end was raised already */
};

/* Everything that one step remembers while it runs; it lies on the stack. */
typedef struct {
  const uint8_t *table;
  const uint16_t *limits;
  uint8_t *state;
  uint8_t *ops;
  uint16_t capacity;
  uint16_t yielded;
  uint8_t leaf_count;
  uint8_t was_done; /* it was done before this step */
  uint8_t done;
  uint8_t faulty;
  uint8_t changed; /* the microstep changed something: eventless transitions are asked again */
  uint8_t first; /* marks lie from here, CHART_NONE: there are none, */
  uint8_t last;  /* to here */
  uint8_t pending; /* how many of them say so */
  uint8_t taken_count;
  uint8_t raised_from;
  uint8_t raised_count;
  uint8_t taken[CHART_MAX_LEAVES];  /* transitions of this microstep */
  uint8_t before[CHART_MAX_LEAVES]; /* active leaves before it; while transitions are selected, those in document order */
  uint8_t raised[CHART_MAX_RAISED]; /* a ring */
  uint8_t marks[CHART_MAX_STATES];
} step_t;

/* ---- Reading the table ---- */

static inline uint8_t byte_at(const step_t *step, uint16_t at) { return BOARD_READ_BYTE(step->table + at); }

static inline uint16_t word_in(const uint8_t *table, uint16_t at) {
  return (uint16_t)(BOARD_READ_BYTE(table + at) | (uint16_t)((uint16_t)BOARD_READ_BYTE(table + at + 1u) << 8));
}

static inline uint16_t word_at(const step_t *step, uint16_t at) { return word_in(step->table, at); }

static inline uint16_t state_at(uint8_t state, uint8_t field) {
  return (uint16_t)(CHART_HEADER_BYTES + (uint16_t)(state * (uint16_t)CHART_STATE_BYTES) + field);
}

static inline uint8_t state_byte(const step_t *step, uint8_t state, uint8_t field) {
  return byte_at(step, state_at(state, field));
}

static inline uint16_t state_word(const step_t *step, uint8_t state, uint8_t field) {
  return word_at(step, state_at(state, field));
}

/* Where record `index` of a section lies. */
static inline uint16_t record_at(const step_t *step, uint8_t section, uint8_t index, uint8_t bytes) {
  return (uint16_t)(word_at(step, section) + (uint16_t)(index * (uint16_t)bytes));
}

static inline uint16_t transition_at(const step_t *step, uint8_t transition, uint8_t field) {
  return (uint16_t)(record_at(step, CHART_HEADER_TRANSITIONS, transition, CHART_TRANSITION_BYTES) + field);
}

static inline uint8_t source_of(const step_t *step, uint8_t transition) {
  return byte_at(step, transition_at(step, transition, CHART_TRANSITION_SOURCE));
}

/* The state whose inside a transition with targets leaves; CHART_NONE: the root itself is left. */
static inline uint8_t domain_of(const step_t *step, uint8_t transition) {
  return byte_at(step, transition_at(step, transition, CHART_TRANSITION_DOMAIN));
}

static inline uint16_t targets_of(const step_t *step, uint8_t transition) {
  return word_at(step, transition_at(step, transition, CHART_TRANSITION_TARGETS));
}

static inline uint8_t reenters(const step_t *step, uint8_t transition) {
  return byte_at(step, transition_at(step, transition, CHART_TRANSITION_REENTER));
}

static inline uint8_t kind_of(const step_t *step, uint8_t state) { return state_byte(step, state, CHART_STATE_KIND); }
static inline uint8_t parent_of(const step_t *step, uint8_t state) { return state_byte(step, state, CHART_STATE_PARENT); }
static inline uint8_t last_of(const step_t *step, uint8_t state) { return state_byte(step, state, CHART_STATE_LAST); }

static inline uint8_t is_history(uint8_t kind) { return kind >= CHART_KIND_SHALLOW_HISTORY; }

/* Properly inside; everything is inside CHART_NONE. */
static inline uint8_t is_inside(const step_t *step, uint8_t state, uint8_t ancestor) {
  return ancestor == CHART_NONE || (state > ancestor && state <= last_of(step, ancestor));
}

/* The first child that is no history state, from a place among the children of a state on; CHART_NONE behind the last. */
static inline uint8_t child_from(const step_t *step, uint8_t place, uint8_t last) {
  while (place <= last && is_history(kind_of(step, place))) place++;
  return place <= last ? place : (uint8_t)CHART_NONE;
}

#define EACH_CHILD(step, child, parent)                                                         \
  for (uint8_t last = last_of(step, parent), child = child_from(step, (uint8_t)((parent) + 1u), last); \
       child != CHART_NONE; child = child_from(step, (uint8_t)(last_of(step, child) + 1u), last))

static inline uint16_t limit_of(const step_t *step, uint8_t limit) {
  if (step->limits) return step->limits[limit];
  return word_at(step, record_at(step, CHART_HEADER_LIMITS, limit, 2));
}

static inline uint8_t *counter_of(const step_t *step, uint8_t counter) {
  return step->state + byte_at(step, CHART_HEADER_LEAVES) + counter;
}

/* An active leaf stands in this range of states, ends included: so does one of every active state. */
static inline uint8_t any_active(const step_t *step, uint8_t from, uint8_t to) {
  for (uint8_t i = 0; i < step->leaf_count; i++) {
    if (step->state[i] >= from && step->state[i] <= to) return 1;
  }
  return 0;
}

/* ---- What the parts do for each other ---- */

/* chart_select.c: those that an event enables, or that need none; then of these the ones that do not exclude each other. */
void select_for(step_t *step, uint8_t event);
void select_eventless(step_t *step);
void keep_compatible(step_t *step);

/* chart_sets.c: marks a state; takes all marks away. */
void mark(step_t *step, uint8_t state, uint8_t bits);
void unmark(step_t *step);
/* Marks what the transitions taken leave, and remembers it, answering 1 if a history state did so. */
uint8_t mark_left(step_t *step);
/* Takes what is marked out of the active leaves. */
void drop_left(step_t *step);
/* Marks what they enter. */
void mark_entered(step_t *step);

#endif
