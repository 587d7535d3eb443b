#include "unit.h"

#include "board.h"
#include "controller.h"
#include "record_store.h"
#include "registers_read.h"
#include "slave.h"

void unit_start(void) {
  registers_start();
  controller_start();
  slave_start();
}

uint8_t unit_work(void) {
  board_sample_t sample;
  /* A tick comes before everything else; nothing begun by the rest takes long. */
  if (board_take_tick(&sample)) {
    controller_tick(&sample);
    return 1;
  }
  uint8_t did = record_store_work();
  did |= slave_work();
  if (!board_tick_is_due()) controller_want_tick();
  return did;
}
