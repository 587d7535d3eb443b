#include "controller.h"

#include "cartridge.h"
#include "effects.h"
#include "interlock.h"
#include "levels.h"
#include "mailbox.h"
#include "record_store.h"
#include "registers.h"
#include "signals.h"
#include "ticks.h"
#include "timers.h"
#include "waveform.h"

/* Owners of charts and timers: a cartridge by its number, and these. */
enum { OWNER_INTERLOCK = 0, OWNER_MAILBOX = 0xFF };

enum {
  RECORD_WRITE_MS = 28,
  HOST_SILENT_MS = 5000,
  MILLIAMP_PER_COUNT = 2,
  MILLIVOLT_PER_COUNT = 20,
  MOST_TOLD = 4
};

enum { AT_REST = LEVEL_CAM_CLOSED };

static uint8_t lanes[WIRE_MOST_CARTRIDGES][CARTRIDGE_STATE_BYTES];
static uint8_t interlock[INTERLOCK_STATE_BYTES];
static union {
  uint8_t of_cartridge[CARTRIDGE_MOST_OPS];
  uint8_t of_interlock[INTERLOCK_MOST_OPS];
} ops;

static uint32_t tick;
/* What the last tick that sampled an input found; cam and current are those of the cartridge whose motor is on. */
static uint8_t sampled;
static uint8_t pins; /* all of them, whoever heeds them */
static struct {
  uint8_t owner;
  uint8_t event;
} told[MOST_TOLD];
static uint8_t told_count;
static board_outputs_t outputs;
static uint8_t outputs_wait; /* for the start of the next tick */
static uint8_t last_moved;
static uint8_t surplus_of; /* the cartridge that moved last when the beam was broken at rest */
static uint8_t waits_for_record;
static uint8_t host_is_silent;
static uint32_t host_heard_tick;
static uint16_t current_counts;
static uint16_t supply_counts;
static uint32_t motor_starts;
static uint32_t stalls_cut;
static uint16_t host_silences;

static const chart_t cartridge_chart = {cartridge_table, 0};
static const chart_t interlock_chart = {interlock_table, 0};

static const chart_t *chart_of(uint8_t owner) { return owner == OWNER_INTERLOCK ? &interlock_chart : &cartridge_chart; }
static uint8_t *state_of(uint8_t owner) { return owner == OWNER_INTERLOCK ? interlock : lanes[owner - 1]; }

static uint8_t interlock_is(uint8_t state) { return chart_is_in(&interlock_chart, interlock, state); }

/* ---- What leaves the charts ---- */

static void say(uint8_t name, uint8_t cartridge, uint32_t order, uint8_t high, uint8_t low) {
  const signal_t signal = {name, cartridge, order, high, low};
  signals_say(tick, &signal);
}

static void advance(uint8_t signal, uint8_t mode) {
  switch (signal) {
    case SIGNAL_MOVING:
      mailbox_advance(PHASE_MOVING, 0);
      break;
    case SIGNAL_DROPPED:
      mailbox_advance(PHASE_DROPPED, 0);
      break;
    case SIGNAL_RECOVERED:
      mailbox_advance(PHASE_RECOVERED, 0);
      break;
    case SIGNAL_JAMMED:
      if (mode == MODE_STALL_CURRENT || mode == MODE_STALL_CAM) stalls_cut++;
      mailbox_advance(PHASE_JAMMED, mode);
      break;
    default:
      break;
  }
}

/* A motor that starts is thought to stand in its notch: if it does not, the next tick finds the cam switch open. */
static void run_motor(uint8_t cartridge, uint8_t on) {
  outputs.motor = on ? cartridge : 0;
  sampled = (uint8_t)((sampled & (uint8_t)~LEVEL_CURRENT_HIGH) | LEVEL_CAM_CLOSED);
  if (!on) return;
  motor_starts++;
  waveform_begin(mailbox_order()->order, cartridge);
}

static void drive(uint8_t owner, uint8_t actuator, uint8_t to) {
  if (actuator == ACTUATOR_MOTOR) run_motor(owner, to);
  else if (actuator == ACTUATOR_BOLT) outputs.bolt_back = to;
  else outputs.reject = to;
  outputs_wait = 1;
  board_ask(&outputs);
}

static void tell_motion(uint8_t event) {
  if (!mailbox_in_flight()) return;
  if (told_count >= MOST_TOLD) {
    board_halt();
    return;
  }
  told[told_count].owner = mailbox_order()->cartridge;
  told[told_count].event = event;
  told_count++;
}

static void take_effect(uint8_t owner, uint8_t op) {
  const uint8_t *effect = (owner == OWNER_INTERLOCK ? interlock_effects : cartridge_effects) + (uint16_t)(op * (uint16_t)EFFECT_BYTES);
  const uint8_t kind = BOARD_READ_BYTE(effect);
  const uint8_t what = BOARD_READ_BYTE(effect + 1);
  const uint8_t how = BOARD_READ_BYTE(effect + 2);
  const uint8_t takes = BOARD_READ_BYTE(effect + 3);
  if (kind == EFFECT_SIGNAL) {
    const uint8_t cartridge = owner == OWNER_INTERLOCK ? surplus_of : owner;
    advance(what, how);
    say(what, takes & EFFECT_TAKES_CARTRIDGE ? cartridge : 0, takes & EFFECT_TAKES_ORDER ? mailbox_order()->order : 0, 0, how);
  } else if (kind == EFFECT_DRIVE) {
    drive(owner, what, how);
  } else if (kind == EFFECT_TELL_MOTION) {
    tell_motion(what);
  }
}

static void perform(uint8_t owner, const uint8_t *list, uint16_t count) {
  const chart_t *chart = chart_of(owner);
  if (count == CHART_FAULT) {
    board_halt();
    return;
  }
  for (uint16_t i = 0; i < count; i++) {
    const chart_op_t op = chart_op(chart, list[i]);
    if (op.kind == CHART_OP_CANCEL_TIMER) {
      timers_cancel(owner, op.argument);
    } else if (op.kind == CHART_OP_SET_TIMER) {
      const uint32_t ms = chart_timer_ms(chart, op.argument);
      timers_set(owner, op.argument, tick + (ms == 0 ? 1 : ms));
    } else {
      take_effect(owner, list[i]);
    }
  }
}

static void deliver(uint8_t owner, uint8_t event) {
  uint8_t *room = owner == OWNER_INTERLOCK ? ops.of_interlock : ops.of_cartridge;
  perform(owner, room, chart_step(chart_of(owner), state_of(owner), event, room, sizeof ops));
}

/* ---- Orders and commands ---- */

static void refuse(uint8_t command, uint8_t cartridge, uint32_t order, uint8_t reason) {
  say(SIGNAL_REFUSED, cartridge, order, command, reason);
}

/* Why an order whose record is written may not begin after all; 0: it may. */
static uint8_t hindrance(void) {
  if (interlock_is(INTERLOCK_IN_DOOR_OPEN)) return REASON_DOOR_OPEN;
  if (interlock_is(INTERLOCK_IN_SUPPLY_LOW)) return REASON_SUPPLY_LOW;
  return host_is_silent ? REASON_BUSY : 0;
}

static void refuse_order(uint8_t reason) {
  const order_t *order = mailbox_order();
  mailbox_advance(PHASE_REFUSED, 0);
  refuse(order->kind, order->cartridge, order->order, reason);
}

/* The record of the order is written and right: only now may its motor move. */
static void begin_motion(void) {
  const order_t order = *mailbox_order();
  const uint8_t reason = hindrance();
  if (reason != 0) {
    refuse_order(reason);
    return;
  }
  mailbox_advance(PHASE_ACCEPTED, 0);
  say(SIGNAL_ACCEPTED, order.cartridge, order.order, 0, 0);
  last_moved = order.cartridge;
  const uint8_t dark = interlock_is(INTERLOCK_IN_BEAM_DARK);
  if (order.kind == COMMAND_VEND) deliver(order.cartridge, dark ? CARTRIDGE_EVENT_VEND_IN_DARK : CARTRIDGE_EVENT_VEND);
  else deliver(order.cartridge, dark ? CARTRIDGE_EVENT_RECOVER_IN_DARK : CARTRIDGE_EVENT_RECOVER);
  /* It was judged before it was received, and nothing else moves meanwhile: a lane that does not begin cannot be. */
  if (mailbox_order()->phase == PHASE_ACCEPTED) board_halt();
}

/* An order waits until its record is right, or until no place was found that keeps it. */
static void settle_record(void) {
  if (!waits_for_record || record_store_state() == RECORD_WRITING) return;
  waits_for_record = 0;
  if (record_store_state() == RECORD_KEPT) begin_motion();
  else refuse_order(REASON_MEMORY_WORN);
}

static lane_is_t lane_is(uint8_t cartridge) {
  if (cartridge < 1 || cartridge > record_store_fitted()) return LANE_NOT_FITTED;
  const uint8_t *lane = lanes[cartridge - 1];
  if (chart_is_in(&cartridge_chart, lane, CARTRIDGE_IN_HOME)) return LANE_HOME;
  if (chart_is_in(&cartridge_chart, lane, CARTRIDGE_IN_JAMMED)) return LANE_JAMMED;
  if (chart_is_in(&cartridge_chart, lane, CARTRIDGE_IN_LOCKED_OUT)) return LANE_LOCKED_OUT;
  return LANE_MOVING;
}

static void take(const command_t *command) {
  const situation_t situation = {interlock_is(INTERLOCK_IN_DOOR_OPEN), interlock_is(INTERLOCK_IN_SUPPLY_LOW),
                                 interlock_is(INTERLOCK_IN_FLAP_STUCK), lane_is(command->cartridge)};
  const uint8_t judged = mailbox_judge(command, &situation);
  if (judged == JUDGED_REPEAT) {
    const order_t *order = mailbox_order();
    say(SIGNAL_PHASE, order->cartridge, order->order, order->phase, order->mode);
  } else if (judged != JUDGED_BEGIN) {
    refuse(command->name, command->cartridge, command->order, judged);
  } else if (command->name == COMMAND_UNLOCK) {
    deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_UNLOCK);
  } else if (command->name == COMMAND_CLEAR) {
    deliver(command->cartridge, CARTRIDGE_EVENT_CLEAR);
  } else {
    mailbox_begin(command);
    timers_set(OWNER_MAILBOX, 0, tick + RECORD_WRITE_MS);
  }
}

/* ---- The tick ---- */

/* 1 if an input is another than when it was last heeded. */
static uint8_t changed(uint8_t levels, uint8_t bit) {
  if (((sampled ^ levels) & bit) == 0) return 0;
  sampled ^= bit;
  return 1;
}

static void heed(uint8_t levels, uint8_t bit, uint8_t owner, uint8_t rising, uint8_t falling) {
  if (changed(levels, bit)) deliver(owner, levels & bit ? rising : falling);
}

/* A motion's beam is its cartridge's; outside a motion nothing should fall. */
static void heed_beam(uint8_t levels) {
  if (!changed(levels, LEVEL_BEAM_DARK)) return;
  const uint8_t dark = levels & LEVEL_BEAM_DARK;
  const uint8_t moving = mailbox_order()->phase == PHASE_MOVING;
  if (moving) deliver(mailbox_order()->cartridge, dark ? CARTRIDGE_EVENT_BEAM_BROKEN : CARTRIDGE_EVENT_BEAM_CLEARED);
  if (!dark) {
    deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_BEAM_CLEARED);
  } else if (moving) {
    deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_BEAM_BROKEN);
  } else {
    if (interlock_is(INTERLOCK_IN_BEAM_LIT)) surplus_of = last_moved;
    deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_BEAM_BROKEN_AT_REST);
  }
}

static void heed_inputs(uint8_t levels) {
  heed(levels, LEVEL_SUPPLY_LOW, OWNER_INTERLOCK, INTERLOCK_EVENT_SUPPLY_LOW, INTERLOCK_EVENT_SUPPLY_GOOD);
  heed(levels, LEVEL_DOOR_OPEN, OWNER_INTERLOCK, INTERLOCK_EVENT_DOOR_OPENED, INTERLOCK_EVENT_DOOR_CLOSED);
  heed(levels, LEVEL_TAMPERED, OWNER_INTERLOCK, INTERLOCK_EVENT_TAMPER_OPENED, INTERLOCK_EVENT_TAMPER_CLOSED);
  heed(levels, LEVEL_FLAP_OPEN, OWNER_INTERLOCK, INTERLOCK_EVENT_FLAP_OPENED, INTERLOCK_EVENT_FLAP_CLOSED);
  /* The chart knows no event for a bolt that goes out. */
  heed(levels, LEVEL_BOLT_BACK, OWNER_INTERLOCK, INTERLOCK_EVENT_BOLT_BACK, INTERLOCK_EVENT_OTHER);
  heed_beam(levels);
  if (outputs.motor != 0) heed(levels, LEVEL_CAM_CLOSED, outputs.motor, CARTRIDGE_EVENT_CAM_CLOSED, CARTRIDGE_EVENT_CAM_OPENED);
  if (outputs.motor != 0)
    heed(levels, LEVEL_CURRENT_HIGH, outputs.motor, CARTRIDGE_EVENT_CURRENT_HIGH, CARTRIDGE_EVENT_CURRENT_NORMAL);
}

static void deliver_told(void) {
  /* Whatever these cause to be told is for the next tick. */
  const uint8_t count = told_count;
  for (uint8_t i = 0; i < count; i++) deliver(told[i].owner, told[i].event);
  for (uint8_t i = count; i < told_count; i++) told[i - count] = told[i];
  told_count = (uint8_t)(told_count - count);
}

static void expire_timers(void) {
  unit_timer_t timer;
  while (timers_take_due(tick, &timer)) {
    if (timer.owner == OWNER_MAILBOX) waits_for_record = 1;
    else deliver(timer.owner, chart_timer_event(chart_of(timer.owner), timer.timer));
    settle_record();
  }
  settle_record();
}

/* W18: the flap is locked and what waits is forgotten; a motion goes on to its end. */
static void watch_host(void) {
  if (host_is_silent || tick_is_before(tick, host_heard_tick + HOST_SILENT_MS)) return;
  host_is_silent = 1;
  host_silences++;
  mailbox_drop_all();
  deliver(OWNER_INTERLOCK, INTERLOCK_EVENT_HOST_SILENT);
}

static void take_command(void) {
  const command_t *waiting = mailbox_waiting();
  if (waiting == 0 || tick_is_before(tick, waiting->tick)) return;
  const command_t command = *waiting;
  mailbox_drop_first();
  take(&command);
}

void controller_tick(const board_sample_t *sample) {
  const uint8_t motor_was_on = outputs.motor != 0;
  tick = sample->tick;
  outputs_wait = 0;
  pins = sample->levels & LEVELS_OF_PINS;
  supply_counts = sample->supply_counts;
  current_counts = motor_was_on ? sample->current_counts : 0;
  const uint8_t levels = levels_of(sample, motor_was_on, sampled);
  if (motor_was_on) waveform_sample(current_counts);
  deliver_told();
  heed_inputs(levels);
  expire_timers();
  watch_host();
  take_command();
}

/* Something that cannot wait, or that no timer announces. */
static uint8_t wants_tick_soon(void) {
  if (told_count != 0 || outputs_wait || outputs.motor != 0) return 1;
  if (waits_for_record && record_store_state() != RECORD_WRITING) return 1;
  if ((board_levels() ^ pins) & LEVELS_OF_PINS) return 1;
  return (levels_of_supply(board_supply_counts(), sampled) ^ sampled) & LEVEL_SUPPLY_LOW;
}

void controller_want_tick(void) {
  if (wants_tick_soon()) {
    board_want_soon();
    return;
  }
  const command_t *command = mailbox_waiting();
  uint32_t next;
  uint8_t is_any = timers_next(&next);
  if (command != 0) is_any = tick_or_earlier(is_any, &next, command->tick);
  if (!host_is_silent) is_any = tick_or_earlier(is_any, &next, host_heard_tick + HOST_SILENT_MS);
  if (is_any) board_want_tick(next);
  else board_want_none();
}

void controller_hears_host(uint32_t now) {
  host_heard_tick = now;
  host_is_silent = 0;
}

void controller_start(void) {
  tick = 0;
  sampled = AT_REST;
  told_count = 0;
  outputs.motor = 0;
  outputs.bolt_back = 0;
  outputs.reject = 0;
  last_moved = 0;
  surplus_of = 0;
  waits_for_record = 0;
  host_is_silent = 0;
  host_heard_tick = 0;
  motor_starts = 0;
  stalls_cut = 0;
  host_silences = 0;
  timers_clear();
  signals_clear();
  waveform_clear();
  const uint8_t lost = mailbox_open();
  const order_t *order = mailbox_order();
  if (lost) say(SIGNAL_JAMMED, order->cartridge, order->order, 0, order->mode);
  perform(OWNER_INTERLOCK, ops.of_interlock, chart_start(&interlock_chart, interlock, ops.of_interlock, sizeof ops));
  for (uint8_t n = 1; n <= WIRE_MOST_CARTRIDGES; n++)
    perform(n, ops.of_cartridge, chart_start(&cartridge_chart, lanes[n - 1], ops.of_cartridge, sizeof ops));
  outputs_wait = 1; /* the first tick looks at every input */
}

/* ---- What the registers tell of it ---- */

uint16_t controller_inputs(void) {
  uint16_t inputs = (uint16_t)(pins | (sampled & (LEVEL_CURRENT_HIGH | LEVEL_SUPPLY_LOW)));
  if (outputs.motor != 0) inputs |= 1u << 8;
  return inputs;
}

uint8_t controller_moving(void) { return outputs.motor; }
uint16_t controller_current_milliamp(void) { return (uint16_t)(current_counts * MILLIAMP_PER_COUNT); }
uint16_t controller_supply_millivolt(void) { return (uint16_t)(supply_counts * MILLIVOLT_PER_COUNT); }
uint32_t controller_motor_starts(void) { return motor_starts; }
uint32_t controller_stalls_cut(void) { return stalls_cut; }
uint16_t controller_host_silences(void) { return host_silences; }
const uint8_t *controller_lane(uint8_t lane) { return lanes[lane]; }
const uint8_t *controller_interlock(void) { return interlock; }
