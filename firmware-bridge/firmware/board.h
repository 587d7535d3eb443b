/*
 * The border between portable code and the machine that it runs on. Everything on this side of it is the same C99 everywhere;
 * avr/board_avr.c is an ATmega2560, host/board_host.c a process that is driven by lines of text.
 *
 * BOARD_FLASH marks a constant that stays in flash. On AVR a plain `const` is copied to RAM at start, since flash has an
 * address space of its own, which only LPM reads (ATmega2560 data sheet, 7.2 and 7.3); on the host it is plain memory.
 * BOARD_READ_BYTE reads one byte of such a constant. On AVR it reaches the first 64 KiB of flash, where the linker puts them.
 */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

#if defined(__AVR__)
#include <avr/pgmspace.h>
#define BOARD_FLASH PROGMEM
#define BOARD_READ_BYTE(address) pgm_read_byte(address)
#else
#define BOARD_FLASH
#define BOARD_READ_BYTE(address) (*(address))
#endif

/* ---- Time: ticks are milliseconds since the start, go round after 32 bits (ticks.h), and keep their grid while nothing happens ---- */

typedef struct {
  uint32_t tick;
  uint8_t quarters; /* 4 us each, 0 to 249, of that tick */
} board_time_t;

board_time_t board_now(void);

/* When the next tick is wanted: then, or with the next whole millisecond if that has passed; with the next; not at all. */
void board_want_tick(uint32_t tick);
void board_want_soon(void);
void board_want_none(void);

/* ---- Pins ---- */

/* Levels, by bit: what the pins of the board say, then what is made of the two analogue ones. */
enum {
  LEVEL_DOOR_OPEN = 1,
  LEVEL_TAMPERED = 2,
  LEVEL_FLAP_OPEN = 4,
  LEVEL_BOLT_BACK = 8,
  LEVEL_BEAM_DARK = 16,
  LEVEL_CAM_CLOSED = 32,
  LEVEL_CURRENT_HIGH = 64,
  LEVEL_SUPPLY_LOW = 128,
  LEVELS_OF_PINS = 63
};

/* What was found at the start of a tick, after the outputs asked for before had taken hold. */
typedef struct {
  uint32_t tick;
  uint8_t levels;            /* of the pins */
  uint16_t current_counts;   /* 2 mA each; only while a motor is on */
  uint16_t supply_counts;    /* 20 mV each; the latest that was measured */
} board_sample_t;

/* 1 if a tick began that was not taken yet, and all of its samples are there. */
uint8_t board_take_tick(board_sample_t *sample);

/* 1 between the start of a tick and its taking. */
uint8_t board_tick_is_due(void);

/* What pins and supply say at this moment: whoever waits learns from it that a tick is worth while. */
uint8_t board_levels(void);
uint16_t board_supply_counts(void);

typedef struct {
  uint8_t motor; /* 1 to 48; 0: none */
  uint8_t bolt_back;
  uint8_t reject;
} board_outputs_t;

/* They take hold at the start of the next tick. */
void board_ask(const board_outputs_t *outputs);

/* ---- EEPROM, byte by byte ---- */

/* 1 if no byte is being written; only then may one be read or written. */
uint8_t board_eeprom_ready(void);
uint8_t board_eeprom_read(uint16_t address);
void board_eeprom_write(uint16_t address, uint8_t byte);

/* ---- The wire: bytes come in by slave_take_byte and slave_take_silence of slave.h ---- */

/* The bytes must stay as they are until board_is_sending says 0. */
void board_send(const uint8_t *bytes, uint16_t count);
uint8_t board_is_sending(void);

/* ---- The rest ---- */

/* As MCUSR has it: 1 power-on, 2 external, 4 brown-out, 8 watchdog. */
uint8_t board_reset_cause(void);

/* Drives nothing any more and waits for the watchdog: something happened that cannot. */
void board_halt(void);

#endif
