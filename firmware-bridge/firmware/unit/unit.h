/* The whole unit, behind the border of board.h: what an AVR's main and a test on the host drive alike. */
#ifndef UNIT_H
#define UNIT_H

#include <stdint.h>

/* Reads what is kept and enters the charts. The board keeps time already. */
void unit_start(void);

/* Does a piece of what is to be done; 0 if nothing is, until the board has something new. */
uint8_t unit_work(void);

#endif
