/* Which transitions a microstep takes. */
#include "chart_step.h"

static uint8_t holds(const step_t *step, uint8_t guard) {
  if (guard == CHART_NONE) return 1;
  const uint16_t at = record_at(step, CHART_HEADER_GUARDS, guard, CHART_GUARD_BYTES);
  const uint8_t value = *counter_of(step, byte_at(step, (uint16_t)(at + 1u)));
  const uint16_t limit = limit_of(step, byte_at(step, (uint16_t)(at + 2u)));
  const uint8_t asked = byte_at(step, at);
  if (asked == CHART_GUARD_BELOW) return value < limit;
  return asked == CHART_GUARD_AT_LEAST ? value >= limit : value == limit;
}

static void add(step_t *step, uint8_t transition) {
  for (uint8_t i = 0; i < step->taken_count; i++) {
    if (step->taken[i] == transition) return;
  }
  if (step->taken_count >= CHART_MAX_LEAVES) step->faulty = 1;
  else step->taken[step->taken_count++] = transition;
}

/* Takes the first transition of a list whose guard holds; 0 if there is none. */
static uint8_t take(step_t *step, uint16_t list) {
  if (list == 0) return 0;
  for (uint8_t left = byte_at(step, list++); left > 0; left--) {
    const uint8_t transition = byte_at(step, list++);
    if (!holds(step, byte_at(step, transition_at(step, transition, CHART_TRANSITION_GUARD)))) continue;
    add(step, transition);
    return 1;
  }
  return 0;
}

/* The list of a state's candidates for an event; 0 if it has none. */
static uint16_t candidates(const step_t *step, uint8_t state, uint8_t event) {
  uint16_t at = state_word(step, state, CHART_STATE_ON);
  if (at == 0) return 0;
  for (;;) {
    const uint8_t named = byte_at(step, at);
    if (named == CHART_NONE) return 0;
    if (named == event) return (uint16_t)(at + 1u);
    at = (uint16_t)(at + 2u + byte_at(step, (uint16_t)(at + 1u)));
  }
}

/* The active leaves in document order, to `step->before`, where nothing is kept yet. */
static void sort_leaves(step_t *step) {
  for (uint8_t i = 0; i < step->leaf_count; i++) {
    const uint8_t leaf = step->state[i];
    uint8_t at = i;
    for (; at > 0 && step->before[at - 1] > leaf; at--) step->before[at] = step->before[at - 1];
    step->before[at] = leaf;
  }
}

/*
 * Inner states are asked first, and an outer one only if nothing inside it answered. From the last leaf to the first, each
 * upwards as far as no leaf further ahead will come by: so each active state is asked once, after all that is inside it.
 */
void select_for(step_t *step, uint8_t event) {
  step->taken_count = 0;
  sort_leaves(step);
  uint8_t lowest = CHART_NONE; /* the source that answered last: the first in the document so far */
  for (uint8_t left = step->leaf_count; left > 0; left--) {
    const uint8_t next = left > 1 ? step->before[left - 2] : (uint8_t)CHART_NONE;
    for (uint8_t state = step->before[left - 1]; state != CHART_NONE; state = parent_of(step, state)) {
      if (next != CHART_NONE && next >= state) break;
      if (lowest != CHART_NONE && lowest <= last_of(step, state)) break;
      if (take(step, candidates(step, state, event))) {
        lowest = state;
        break;
      }
    }
  }
  /* In document order; but once a chart is done, XState has turned the order of its regions round. */
  if (step->was_done || step->taken_count == 0) return;
  for (uint8_t i = 0, j = (uint8_t)(step->taken_count - 1u); i < j; i++, j--) {
    const uint8_t transition = step->taken[i];
    step->taken[i] = step->taken[j];
    step->taken[j] = transition;
  }
}

/* Each leaf in the order in which they were entered, and for it the first state from there upwards that has one. */
void select_eventless(step_t *step) {
  step->taken_count = 0;
  for (uint8_t i = 0; i < step->leaf_count; i++) {
    for (uint8_t state = step->state[i]; state != CHART_NONE; state = parent_of(step, state)) {
      if (take(step, state_word(step, state, CHART_STATE_ALWAYS))) break;
    }
  }
}

/* Both would leave the same state: the inside of the inner domain, if anything is active there. */
static uint8_t collide(const step_t *step, uint8_t one, uint8_t other) {
  if (targets_of(step, one) == 0 || targets_of(step, other) == 0) return 0;
  uint8_t outer = domain_of(step, one);
  uint8_t inner = domain_of(step, other);
  if (outer != CHART_NONE && (inner == CHART_NONE || inner < outer)) {
    const uint8_t domain = outer;
    outer = inner;
    inner = domain;
  }
  if (inner == CHART_NONE) return step->leaf_count > 0;
  if (inner != outer && !is_inside(step, inner, outer)) return 0;
  return any_active(step, (uint8_t)(inner + 1u), last_of(step, inner));
}

/* Of transitions that would leave the same state the innermost wins, then the first. */
void keep_compatible(step_t *step) {
  if (step->taken_count < 2) return;
  uint8_t kept = 0;
  for (uint8_t i = 0; i < step->taken_count; i++) {
    const uint8_t transition = step->taken[i];
    uint8_t preempted = 0;
    for (uint8_t j = 0; j < kept && !preempted; j++) {
      preempted = collide(step, transition, step->taken[j]) &&
                  !is_inside(step, source_of(step, transition), source_of(step, step->taken[j]));
    }
    if (preempted) continue;
    const uint8_t asked = kept;
    kept = 0;
    for (uint8_t j = 0; j < asked; j++) {
      if (!collide(step, transition, step->taken[j])) step->taken[kept++] = step->taken[j];
    }
    step->taken[kept++] = transition;
  }
  step->taken_count = kept;
}
