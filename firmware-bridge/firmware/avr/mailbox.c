/*
 * Runs charts on a board, one step at a time, for whoever can write and read the board's memory: the tests' emulator. `ready`
 * says that the board waits; whoever asks clears it and then sets the request. No pins, no timer, no interrupt.
 */
#include "all_charts.h"

enum { MAILBOX_START = 1, MAILBOX_STEP = 2 };

/* Bytes and words in this order, without gaps: AVR aligns nothing. */
typedef struct {
  volatile uint8_t ready;
  volatile uint8_t request;
  volatile uint8_t chart;
  volatile uint8_t event;
  volatile uint16_t count; /* operations, or CHART_FAULT */
  uint8_t state[ALL_CHARTS_STATE_BYTES];
  uint8_t ops[ALL_CHARTS_OPS];
} mailbox_t;

mailbox_t mailbox;

int main(void) {
  mailbox.ready = 1;
  for (;;) {
    const uint8_t request = mailbox.request;
    if (request == 0) continue;
    const chart_t *chart = &all_charts[mailbox.chart];
    mailbox.count = request == MAILBOX_START
                        ? chart_start(chart, mailbox.state, mailbox.ops, ALL_CHARTS_OPS)
                        : chart_step(chart, mailbox.state, mailbox.event, mailbox.ops, ALL_CHARTS_OPS);
    mailbox.request = 0;
    mailbox.ready = 1;
  }
}
