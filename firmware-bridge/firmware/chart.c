/* Steps of a chart: operations, what a final state means, microsteps and macrosteps, as XState v5 has them. */
#include "chart_step.h"

/* ---- Operations ---- */

static void raise(step_t *step, uint8_t event) {
  if (step->raised_count >= CHART_MAX_RAISED) {
    step->faulty = 1;
    return;
  }
  uint16_t at = (uint16_t)(step->raised_from + step->raised_count);
  if (at >= CHART_MAX_RAISED) at = (uint16_t)(at - CHART_MAX_RAISED);
  step->raised[at] = event;
  step->raised_count++;
}

static void count(step_t *step, uint8_t kind, uint8_t counter, uint8_t limit) {
  const uint8_t most = byte_at(step, record_at(step, CHART_HEADER_COUNTER_MAX, counter, 1));
  uint8_t *value = counter_of(step, counter);
  if (kind == CHART_OP_RESET) {
    *value = 0;
  } else if (kind == CHART_OP_INCREMENT) {
    if (*value < most) *value = (uint8_t)(*value + 1u);
  } else {
    const uint16_t wanted = limit_of(step, limit);
    *value = (uint8_t)(wanted < most ? wanted : most);
  }
  step->changed = 1;
}

static void run(step_t *step, uint16_t list) {
  if (list == 0) return;
  for (uint8_t left = byte_at(step, list++); left > 0; left--) {
    const uint8_t op = byte_at(step, list++);
    const uint16_t at = record_at(step, CHART_HEADER_OPS, op, CHART_OP_BYTES);
    const uint8_t kind = byte_at(step, at);
    const uint8_t argument = byte_at(step, (uint16_t)(at + 1u));
    if (kind == CHART_OP_RAISE) {
      raise(step, argument);
    } else if (kind >= CHART_OP_INCREMENT) {
      count(step, kind, argument, byte_at(step, (uint16_t)(at + 2u)));
    } else if (step->yielded < step->capacity) {
      step->ops[step->yielded++] = op;
    } else {
      step->faulty = 1;
    }
  }
}

/* ---- What is left and what is entered ---- */

/* A parallel state is done if each of its regions is: a final state, or one whose active child is final. */
static uint8_t is_done(const step_t *step, uint8_t parallel) {
  for (uint8_t state = (uint8_t)(parallel + 1u), last = last_of(step, parallel); state <= last;) {
    const uint8_t kind = kind_of(step, state);
    if (kind == CHART_KIND_ATOMIC) return 0;
    if (kind == CHART_KIND_COMPOUND) {
      uint8_t found = 0;
      EACH_CHILD(step, child, state) {
        if (kind_of(step, child) == CHART_KIND_FINAL && any_active(step, child, child)) found = 1;
      }
      if (!found) return 0;
    }
    state = (uint8_t)((kind == CHART_KIND_PARALLEL ? state : last_of(step, state)) + 1u);
  }
  return 1;
}

/* A final state was entered: its parent is done, and perhaps what is parallel above it, and perhaps the chart. */
static void reached_final(step_t *step, uint8_t state) {
  uint8_t above = parent_of(step, state);
  if (kind_of(step, above) == CHART_KIND_COMPOUND) {
    raise(step, state_byte(step, above, CHART_STATE_DONE));
    above = parent_of(step, above);
  }
  while (above != CHART_NONE && kind_of(step, above) == CHART_KIND_PARALLEL && !(step->marks[above] & FOUND_DONE) &&
         is_done(step, above)) {
    mark(step, above, FOUND_DONE);
    raise(step, state_byte(step, above, CHART_STATE_DONE));
    above = parent_of(step, above);
  }
  if (above == CHART_NONE) step->done = 1;
}

/* Enters what is marked, in document order. */
static void enter(step_t *step) {
  const uint8_t most = byte_at(step, CHART_HEADER_LEAVES);
  for (uint8_t state = step->first, last = step->last; state <= last; state++) {
    if (!(step->marks[state] & MARKED)) continue;
    const uint8_t kind = kind_of(step, state);
    if ((kind == CHART_KIND_ATOMIC || kind == CHART_KIND_FINAL) && !any_active(step, state, state)) {
      if (step->leaf_count >= most) {
        step->faulty = 1;
        return;
      }
      step->state[step->leaf_count++] = state;
    }
    run(step, state_word(step, state, CHART_STATE_ENTRY));
    if (step->marks[state] & BY_DEFAULT) run(step, state_word(step, state, CHART_STATE_INITIAL_OPS));
    if (kind == CHART_KIND_FINAL) reached_final(step, state);
  }
}

/* ---- Steps ---- */

/* XState keeps the order of its states, and takes nothing for changed, where the same ones are active again. */
static void compare_leaves(step_t *step, uint8_t count_before) {
  uint8_t same = step->leaf_count == count_before;
  for (uint8_t i = 0; i < count_before && same; i++) same = any_active(step, step->before[i], step->before[i]);
  if (!same) {
    step->changed = 1;
    return;
  }
  for (uint8_t i = 0; i < count_before; i++) step->state[i] = step->before[i];
}

static void microstep(step_t *step) {
  const uint8_t count_before = step->leaf_count;
  step->changed = 0;
  if (step->taken_count == 0) return;
  for (uint8_t i = 0; i < count_before; i++) step->before[i] = step->state[i];
  keep_compatible(step);
  const uint8_t remembered = mark_left(step);
  for (uint8_t behind = (uint8_t)(step->last + 1u); behind > step->first; behind--) {
    const uint8_t state = (uint8_t)(behind - 1u);
    if (step->marks[state]) run(step, state_word(step, state, CHART_STATE_EXIT));
  }
  drop_left(step);
  for (uint8_t i = 0; i < step->taken_count; i++) {
    run(step, word_at(step, transition_at(step, step->taken[i], CHART_TRANSITION_OPS)));
  }
  mark_entered(step);
  enter(step);
  if (remembered) step->changed = 1;
  else compare_leaves(step, count_before);
  if (!step->done) return;
  /* The chart is done: all that is active does what it does on leaving, and stays. */
  for (uint8_t state = byte_at(step, CHART_HEADER_STATES); state-- > 0;) {
    if (any_active(step, state, last_of(step, state))) run(step, state_word(step, state, CHART_STATE_EXIT));
  }
}

/* Eventless transitions until none is left, then the next raised event, until none is left. */
static uint16_t settle(step_t *step) {
  uint16_t left = word_at(step, CHART_HEADER_MICROSTEPS);
  /* A chart of one microstep has no eventless transition and raises nothing. */
  uint8_t ask_eventless = left != 1;
  for (; (ask_eventless || step->raised_count > 0) && !step->done && !step->faulty; left--) {
    if (ask_eventless) select_eventless(step);
    else step->taken_count = 0;
    const uint8_t eventless = step->taken_count > 0;
    if (!eventless) {
      if (step->raised_count == 0) break;
      const uint8_t event = step->raised[step->raised_from];
      step->raised_from = (uint8_t)(step->raised_from + 1u < CHART_MAX_RAISED ? step->raised_from + 1u : 0);
      step->raised_count--;
      select_for(step, event);
    }
    if (left == 0) return CHART_FAULT;
    microstep(step);
    ask_eventless = !eventless || step->changed;
  }
  const uint8_t done_at = byte_at(step, CHART_HEADER_DONE);
  if (done_at != CHART_NONE) step->state[done_at] = step->done;
  return step->faulty ? (uint16_t)CHART_FAULT : step->yielded;
}

/* Whether this program has room for the table, and where everything stands at the beginning of a step. */
static uint8_t begin(step_t *step, const chart_t *chart, uint8_t *state, uint8_t *ops, uint16_t capacity) {
  step->table = chart->table;
  step->limits = chart->limits;
  step->state = state;
  step->ops = ops;
  step->capacity = capacity;
  step->yielded = 0;
  step->leaf_count = 0;
  step->was_done = 0;
  step->done = 0;
  step->faulty = 0;
  step->changed = 0;
  step->raised_from = 0;
  step->raised_count = 0;
  step->first = CHART_NONE;
  step->last = 0;
  step->pending = 0;
  const uint8_t states = byte_at(step, CHART_HEADER_STATES);
  if (byte_at(step, CHART_HEADER_VERSION) != CHART_TABLE_VERSION || states > CHART_MAX_STATES ||
      byte_at(step, CHART_HEADER_LEAVES) > CHART_MAX_LEAVES)
    return 0;
  uint8_t *mark = step->marks;
  for (uint8_t left = states; left > 0; left--) *mark++ = 0;
  return 1;
}

uint16_t chart_start(const chart_t *chart, uint8_t *state, uint8_t *ops, uint16_t capacity) {
  step_t step;
  if (!begin(&step, chart, state, ops, capacity)) return CHART_FAULT;
  const uint8_t leaves = byte_at(&step, CHART_HEADER_LEAVES);
  const uint8_t behind = (uint8_t)(leaves + byte_at(&step, CHART_HEADER_COUNTERS));
  for (uint8_t i = 0; i < byte_at(&step, CHART_HEADER_STATE_BYTES); i++) {
    state[i] = i >= leaves && i < behind ? 0 : (uint8_t)CHART_NONE;
  }
  step.taken[0] = byte_at(&step, CHART_HEADER_INITIAL);
  step.taken_count = 1;
  microstep(&step);
  return settle(&step);
}

uint16_t chart_step(const chart_t *chart, uint8_t *state, uint8_t event, uint8_t *ops, uint16_t capacity) {
  step_t step;
  if (!begin(&step, chart, state, ops, capacity)) return CHART_FAULT;
  const uint8_t most = byte_at(&step, CHART_HEADER_LEAVES);
  const uint8_t done_at = byte_at(&step, CHART_HEADER_DONE);
  while (step.leaf_count < most && state[step.leaf_count] != CHART_NONE) step.leaf_count++;
  step.was_done = done_at != CHART_NONE && state[done_at] == 1;
  step.done = step.was_done;
  select_for(&step, event);
  microstep(&step);
  return settle(&step);
}

/* ---- For the chart's host ---- */

static uint16_t op_at(const chart_t *chart, uint8_t op) {
  return (uint16_t)(word_in(chart->table, CHART_HEADER_OPS) + (uint16_t)(op * (uint16_t)CHART_OP_BYTES));
}

static uint16_t timer_at(const chart_t *chart, uint8_t timer) {
  return (uint16_t)(word_in(chart->table, CHART_HEADER_TIMERS) + (uint16_t)(timer * (uint16_t)CHART_TIMER_BYTES));
}

chart_op_t chart_op(const chart_t *chart, uint8_t op) {
  const uint8_t *at = chart->table + op_at(chart, op);
  const chart_op_t found = {BOARD_READ_BYTE(at), BOARD_READ_BYTE(at + 1)};
  return found;
}

uint8_t chart_timer_event(const chart_t *chart, uint8_t timer) {
  return BOARD_READ_BYTE(chart->table + timer_at(chart, timer));
}

uint32_t chart_timer_ms(const chart_t *chart, uint8_t timer) {
  const uint16_t at = (uint16_t)(timer_at(chart, timer) + 1u);
  return (uint32_t)word_in(chart->table, at) | ((uint32_t)word_in(chart->table, (uint16_t)(at + 2u)) << 16);
}

uint8_t chart_is_in(const chart_t *chart, const uint8_t *state, uint8_t asked) {
  const uint8_t last = BOARD_READ_BYTE(chart->table + state_at(asked, CHART_STATE_LAST));
  const uint8_t most = BOARD_READ_BYTE(chart->table + CHART_HEADER_LEAVES);
  for (uint8_t i = 0; i < most && state[i] != CHART_NONE; i++) {
    if (state[i] >= asked && state[i] <= last) return 1;
  }
  return 0;
}
