/* What main of the AVR needs beside board.h. */
#ifndef BOARD_AVR_H
#define BOARD_AVR_H

/* Pins, clock, converter, wire, watchdog; time begins here. */
void board_start(void);
/* A round of the main loop begins: from here on an interrupt keeps board_sleep from sleeping. */
void board_awake(void);
/* Sleeps until an interrupt. */
void board_sleep(void);

#endif
