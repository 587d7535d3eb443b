/*
 * The border between portable code and the machine that it runs on. Everything on this side of it is the same C99 everywhere.
 *
 * BOARD_FLASH marks a constant that stays in flash. On AVR a plain `const` is copied to RAM at start, since flash has an
 * address space of its own, which only LPM reads (ATmega2560 data sheet, 7.2 and 7.3); on the host it is plain memory.
 * BOARD_READ_BYTE reads one byte of such a constant. On AVR it reaches the first 64 KiB of flash, where the linker puts them.
 */
#ifndef BOARD_H
#define BOARD_H

#if defined(__AVR__)
#include <avr/pgmspace.h>
#define BOARD_FLASH PROGMEM
#define BOARD_READ_BYTE(address) pgm_read_byte(address)
#else
#define BOARD_FLASH
#define BOARD_READ_BYTE(address) (*(address))
#endif

#endif
