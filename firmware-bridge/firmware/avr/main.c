/* The firmware of the reference board. */
#include <avr/wdt.h>

#include "board_avr.h"
#include "unit.h"

int main(void) {
  board_start();
  unit_start();
  for (;;) {
    wdt_reset();
    board_awake();
    if (!unit_work()) board_sleep();
  }
}
