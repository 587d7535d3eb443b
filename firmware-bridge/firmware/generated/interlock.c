/* The chart interlock, written by firmware-bridge/src/emit; npm run generate writes it anew. Laid out by chart_layout.h. */
#include "interlock.h"

#if CHART_TABLE_VERSION != 1
#error "this table is of version 1"
#endif

#define W(number) CHART_WORD(number)

const uint8_t interlock_table[INTERLOCK_TABLE_BYTES] BOARD_FLASH = {
  /* where what begins */
  /* version */ 1,
  /* states, counters, leaves */ 14, 0, 3,
  /* initial transition, history states */ 16, 0,
  /* which byte says done, bytes of a state */ 255, 3,
  /* microsteps */ W(1),
  /* transitions, guards, operations, counters, limits, timers begin */ W(246), W(382), W(382), W(430), W(430), W(430),

  /* states: kind, parent, last, initial, done, memory; entry, exit, initial operations, events, always */
  /* 0 interlock */ 2, 255, 13, 255, 0, 255, W(0), W(0), W(0), W(0), W(0),
  /* 1 door */ 1, 0, 3, 2, 0, 255, W(0), W(0), W(0), W(0), W(0),
  /* 2 door.closed */ 0, 1, 2, 255, 0, 255, W(0), W(0), W(0), W(445), W(0),
  /* 3 door.open */ 0, 1, 3, 255, 0, 255, W(449), W(452), W(0), W(454), W(0),
  /* 4 flap */ 1, 0, 9, 5, 0, 255, W(0), W(0), W(0), W(0), W(0),
  /* 5 flap.locked */ 0, 4, 5, 255, 0, 255, W(458), W(0), W(0), W(460), W(0),
  /* 6 flap.unlocking */ 0, 4, 6, 255, 0, 255, W(467), W(470), W(0), W(472), W(0),
  /* 7 flap.unlocked */ 0, 4, 7, 255, 0, 255, W(479), W(481), W(0), W(483), W(0),
  /* 8 flap.open */ 0, 4, 8, 255, 0, 255, W(490), W(492), W(0), W(494), W(0),
  /* 9 flap.stuck */ 0, 4, 9, 255, 0, 255, W(498), W(0), W(0), W(500), W(0),
  /* 10 beam */ 1, 0, 13, 11, 0, 255, W(0), W(0), W(0), W(0), W(0),
  /* 11 beam.lit */ 0, 10, 11, 255, 0, 255, W(0), W(0), W(0), W(507), W(0),
  /* 12 beam.unexpected */ 0, 10, 12, 255, 0, 255, W(514), W(516), W(0), W(518), W(0),
  /* 13 beam.dark */ 0, 10, 13, 255, 0, 255, W(0), W(0), W(0), W(525), W(0),

  /* transitions: source, guard, domain, re-enters; targets, operations */
  /* 0 door.closed, DOOR_OPENED -> door.open */ 2, 255, 1, 0, W(458), W(0),
  /* 1 door.open, DOOR_CLOSED -> door.closed */ 3, 255, 1, 0, W(452), W(0),
  /* 2 flap.locked, UNLOCK -> flap.unlocking */ 5, 255, 4, 0, W(470), W(0),
  /* 3 flap.locked, FLAP_OPENED -> flap.open */ 5, 255, 4, 0, W(481), W(0),
  /* 4 flap.unlocking, BOLT_BACK -> flap.unlocked */ 6, 255, 4, 0, W(479), W(0),
  /* 5 flap.unlocking, after boltTimeoutMs -> flap.stuck */ 6, 255, 4, 0, W(490), W(0),
  /* 6 flap.unlocked, FLAP_OPENED -> flap.open */ 7, 255, 4, 0, W(481), W(0),
  /* 7 flap.unlocked, after flapUnlockedMs -> flap.locked */ 7, 255, 4, 0, W(529), W(0),
  /* 8 flap.open, FLAP_CLOSED -> flap.locked */ 8, 255, 4, 0, W(529), W(0),
  /* 9 flap.stuck, UNLOCK */ 9, 255, 9, 0, W(0), W(498),
  /* 10 flap.stuck, BOLT_BACK -> flap.locked */ 9, 255, 4, 0, W(529), W(531),
  /* 11 beam.lit, BEAM_BROKEN -> beam.dark */ 11, 255, 10, 0, W(514), W(0),
  /* 12 beam.lit, BEAM_BROKEN_AT_REST -> beam.unexpected */ 11, 255, 10, 0, W(531), W(0),
  /* 13 beam.unexpected, BEAM_CLEARED -> beam.lit */ 12, 255, 10, 0, W(498), W(533),
  /* 14 beam.unexpected, after beamClearMs -> beam.dark */ 12, 255, 10, 0, W(514), W(0),
  /* 15 beam.dark, BEAM_CLEARED -> beam.lit */ 13, 255, 10, 0, W(498), W(0),
  /* 16 interlock, eventless -> interlock */ 0, 255, 255, 1, W(535), W(0),

  /* operations: what it does, two arguments */
  /* TELL_MOTION_DOOR_OPENED */ 0, 0, 0,
  /* SIGNAL_DOOR_OPENED */ 0, 0, 0,
  /* SIGNAL_DOOR_CLOSED */ 0, 0, 0,
  /* DRIVE_BOLT_OUT */ 0, 0, 0,
  /* DRIVE_BOLT_BACK */ 0, 0, 0,
  /* SET_TIMER_BOLT_TIMEOUT_MS_FLAP_UNLOCKING */ 1, 0, 0,
  /* CANCEL_TIMER_BOLT_TIMEOUT_MS_FLAP_UNLOCKING */ 2, 0, 0,
  /* SET_TIMER_FLAP_UNLOCKED_MS_FLAP_UNLOCKED */ 1, 1, 0,
  /* CANCEL_TIMER_FLAP_UNLOCKED_MS_FLAP_UNLOCKED */ 2, 1, 0,
  /* SIGNAL_FLAP_OPENED */ 0, 0, 0,
  /* SIGNAL_FLAP_CLOSED */ 0, 0, 0,
  /* SIGNAL_FLAP_STUCK */ 0, 0, 0,
  /* SIGNAL_FLAP_FREED */ 0, 0, 0,
  /* SET_TIMER_BEAM_CLEAR_MS_BEAM_UNEXPECTED */ 1, 2, 0,
  /* CANCEL_TIMER_BEAM_CLEAR_MS_BEAM_UNEXPECTED */ 2, 2, 0,
  /* SIGNAL_SURPLUS */ 0, 0, 0,

  /* timers: event, delay in ms */
  /* boltTimeoutMs flap.unlocking */ 10, CHART_LONG(500),
  /* flapUnlockedMs flap.unlocked */ 11, CHART_LONG(55000),
  /* beamClearMs beam.unexpected */ 12, CHART_LONG(500),

  /* lists */
  /* 445 door.closed: events */ 1, 1, 0, 255,
  /* 449 door.open: entry */ 2, 0, 1,
  /* 452 door.open: exit */ 1, 2,
  /* 454 door.open: events */ 2, 1, 1, 255,
  /* 458 flap.locked: entry */ 1, 3,
  /* 460 flap.locked: events */ 3, 1, 2, 4, 1, 3, 255,
  /* 467 flap.unlocking: entry */ 2, 4, 5,
  /* 470 flap.unlocking: exit */ 1, 6,
  /* 472 flap.unlocking: events */ 5, 1, 4, 10, 1, 5, 255,
  /* 479 flap.unlocked: entry */ 1, 7,
  /* 481 flap.unlocked: exit */ 1, 8,
  /* 483 flap.unlocked: events */ 4, 1, 6, 11, 1, 7, 255,
  /* 490 flap.open: entry */ 1, 9,
  /* 492 flap.open: exit */ 1, 10,
  /* 494 flap.open: events */ 6, 1, 8, 255,
  /* 498 flap.stuck: entry */ 1, 11,
  /* 500 flap.stuck: events */ 3, 1, 9, 5, 1, 10, 255,
  /* 507 beam.lit: events */ 7, 1, 11, 8, 1, 12, 255,
  /* 514 beam.unexpected: entry */ 1, 13,
  /* 516 beam.unexpected: exit */ 1, 14,
  /* 518 beam.unexpected: events */ 9, 1, 13, 12, 1, 14, 255,
  /* 525 beam.dark: events */ 9, 1, 15, 255,
  /* 529 flap.unlocked, after flapUnlockedMs: targets */ 1, 5,
  /* 531 flap.stuck, BOLT_BACK: operations */ 1, 12,
  /* 533 beam.unexpected, BEAM_CLEARED: operations */ 1, 15,
  /* 535 interlock, eventless: targets */ 1, 0
};

#undef W
