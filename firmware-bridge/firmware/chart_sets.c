/* Which states transitions leave and enter, and what history states remember of it. */
#include "chart_step.h"

/* The state that a target means, or one of those that a history state means: the `index`th, CHART_NONE behind the last. */
static uint8_t meant_by(const step_t *step, uint8_t target, uint8_t index) {
  if (!is_history(kind_of(step, target))) return index == 0 ? target : (uint8_t)CHART_NONE;
  const uint8_t *memory = step->state + state_byte(step, target, CHART_STATE_MEMORY);
  if (memory[0] == CHART_NONE) return index == 0 ? state_byte(step, target, CHART_STATE_INITIAL) : (uint8_t)CHART_NONE;
  return index < state_word(step, target, CHART_STATE_ENTRY) ? memory[index] : (uint8_t)CHART_NONE;
}

#define EACH_MEANT(step, meant, target) \
  for (uint8_t index = 0, meant; (meant = meant_by(step, target, index)) != CHART_NONE; index++)

/* Deep: the active leaves inside its parent. Shallow: the parent's active children. */
static void remember(step_t *step, uint8_t history, uint8_t parent) {
  uint8_t *memory = step->state + state_byte(step, history, CHART_STATE_MEMORY);
  const uint8_t *end = memory + state_word(step, history, CHART_STATE_ENTRY);
  if (kind_of(step, history) == CHART_KIND_DEEP_HISTORY) {
    for (uint8_t i = 0; i < step->leaf_count; i++) {
      if (is_inside(step, step->state[i], parent) && memory < end) *memory++ = step->state[i];
    }
  } else {
    EACH_CHILD(step, child, parent) {
      if (any_active(step, child, last_of(step, child)) && memory < end) *memory++ = child;
    }
  }
  while (memory < end) *memory++ = CHART_NONE;
}

void mark(step_t *step, uint8_t state, uint8_t bits) {
  if ((bits & ~(unsigned)step->marks[state] & PENDING) != 0) step->pending++;
  step->marks[state] = (uint8_t)(step->marks[state] | bits);
  if (state < step->first) step->first = state;
  if (state > step->last) step->last = state;
}

void unmark(step_t *step) {
  for (uint8_t state = step->first; state <= step->last; state++) step->marks[state] = 0;
  step->first = CHART_NONE;
  step->last = 0;
  step->pending = 0;
}

uint8_t mark_left(step_t *step) {
  uint8_t remembered = 0;
  unmark(step);
  for (uint8_t i = 0; i < step->taken_count; i++) {
    if (targets_of(step, step->taken[i]) == 0) continue;
    const uint8_t domain = domain_of(step, step->taken[i]);
    const uint8_t from = domain == CHART_NONE ? 0 : (uint8_t)(domain + 1u);
    const uint8_t to = last_of(step, domain == CHART_NONE ? 0 : domain);
    for (uint8_t j = 0; j < step->leaf_count; j++) {
      const uint8_t leaf = step->state[j];
      if (leaf < from || leaf > to) continue;
      for (uint8_t state = leaf; state != domain; state = parent_of(step, state)) mark(step, state, MARKED);
    }
  }
  if (byte_at(step, CHART_HEADER_HISTORIES) == 0) return 0;
  for (uint8_t state = 1, states = byte_at(step, CHART_HEADER_STATES); state < states; state++) {
    const uint8_t parent = parent_of(step, state);
    if (!step->marks[parent] || !is_history(kind_of(step, state))) continue;
    remember(step, state, parent);
    remembered = 1;
  }
  return remembered;
}

void drop_left(step_t *step) {
  uint8_t kept = 0;
  for (uint8_t i = 0; i < step->leaf_count; i++) {
    const uint8_t leaf = step->state[i];
    if (!step->marks[leaf]) step->state[kept++] = leaf;
  }
  for (uint8_t i = kept; i < step->leaf_count; i++) step->state[i] = CHART_NONE;
  step->leaf_count = kept;
}

static uint8_t any_marked_inside(const step_t *step, uint8_t state) {
  for (uint8_t inner = (uint8_t)(state + 1u), last = last_of(step, state); inner <= last && inner <= step->last; inner++) {
    if (step->marks[inner] & MARKED) return 1;
  }
  return 0;
}

/* The regions of a parallel state in which nothing is entered yet. */
static void want_regions(step_t *step, uint8_t state, uint8_t bits) {
  if (kind_of(step, state) != CHART_KIND_PARALLEL) return;
  EACH_CHILD(step, child, state) {
    if (!any_marked_inside(step, child)) mark(step, child, bits);
  }
}

/* What lies between a state and one far above it, and the other regions of what is parallel there. */
static void want_between(step_t *step, uint8_t state, uint8_t above) {
  if (state == above) return;
  for (state = parent_of(step, state); state != above && state != CHART_NONE; state = parent_of(step, state)) {
    mark(step, state, MARKED);
    want_regions(step, state, MARKED | PENDING);
  }
}

static void want_remembered(step_t *step, uint8_t history, uint8_t parent) {
  const uint8_t nothing = step->state[state_byte(step, history, CHART_STATE_MEMORY)] == CHART_NONE;
  EACH_MEANT(step, meant, history) mark(step, meant, MARKED | PENDING);
  if (nothing && state_byte(step, history, CHART_STATE_DONE)) mark(step, parent, BY_DEFAULT);
  EACH_MEANT(step, meant, history) want_between(step, meant, parent);
}

/* Goes on from what is entered at or inside a state to what that means further inside, until nothing is left to follow. */
static void want_inside(step_t *step, uint8_t state) {
  if (step->pending == 0) return;
  for (const uint8_t last = last_of(step, state); step->pending > 0 && state <= last; state++) {
    if (!(step->marks[state] & PENDING)) continue;
    step->pending--;
    step->marks[state] = (uint8_t)(step->marks[state] & ~(unsigned)PENDING);
    const uint8_t kind = kind_of(step, state);
    if (kind == CHART_KIND_COMPOUND) {
      mark(step, state_byte(step, state, CHART_STATE_INITIAL), MARKED | BY_DEFAULT | PENDING);
    } else if (kind == CHART_KIND_PARALLEL) {
      want_regions(step, state, MARKED | BY_DEFAULT | PENDING);
    }
  }
}

/* The targets and what is inside them, then what is between them and the domain. */
static void want_targets(step_t *step, uint8_t transition) {
  const uint16_t targets = targets_of(step, transition);
  if (targets == 0) return;
  const uint8_t source = source_of(step, transition);
  const uint8_t domain = domain_of(step, transition);
  const uint8_t count = byte_at(step, targets);
  for (uint8_t i = 1; i <= count; i++) {
    const uint8_t target = byte_at(step, (uint16_t)(targets + i));
    const uint8_t stays = target == source && target == domain && !reenters(step, transition);
    if (is_history(kind_of(step, target))) {
      const uint8_t parent = parent_of(step, target);
      want_remembered(step, target, parent);
      want_inside(step, parent);
    } else {
      mark(step, target, stays ? PENDING : MARKED | BY_DEFAULT | PENDING);
      want_inside(step, target);
    }
  }
  for (uint8_t i = 1; i <= count; i++) {
    const uint8_t target = byte_at(step, (uint16_t)(targets + i));
    EACH_MEANT(step, meant, target) {
      want_between(step, meant, domain);
      if (domain != CHART_NONE) want_regions(step, domain, MARKED | PENDING);
      want_inside(step, domain == CHART_NONE ? 0 : domain);
    }
  }
}

void mark_entered(step_t *step) {
  unmark(step);
  for (uint8_t i = 0; i < step->taken_count; i++) want_targets(step, step->taken[i]);
}
