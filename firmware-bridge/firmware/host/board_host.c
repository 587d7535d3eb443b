/*
 * The border of board.h as a process of this machine, for tests: time stands still until a line of text moves it on. Lines:
 *
 *   kept HEX            what the EEPROM holds at first, from address 0; erased where nothing is said. Before `on`.
 *   worn ADDRESS BYTE   a cell of the EEPROM that reads so whatever was written
 *   cause N             why it starts, as MCUSR has it
 *   on                  power comes on, at 0
 *   until US            runs on to this time
 *   pins N, current N, supply N   what is sensed from now on: levels of the pins, counts of the converter
 *   bytes HEX           come in on the wire, one after the other, at its pace
 *   garbled             a byte comes that cannot be read
 *   ring, lanes         prints the ring of signals; the states of all charts
 *
 * It prints what it drives (`US drive MOTOR BOLT REJECT`), each byte as its writing begins (`US write ADDRESS OLD NEW`) and
 * ends (`US written`), and replies as their last byte is out (`US sent HEX`). At the end: `kept HEX`.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "cartridge.h"
#include "controller.h"
#include "interlock.h"
#include "registers.h"
#include "signals.h"
#include "slave.h"
#include "ticks.h"
#include "unit.h"

enum { EEPROM_BYTES = 4096, WRITE_US = 3400, TICK_US = 1000, QUARTER_US = 4, SILENCE_US = 1752, MOST_BYTES = 4096 };

/* A byte of the wire lasts ten bits at 115200 baud. */
static uint64_t wire_us(uint64_t count) { return count * 10000000u / 115200u; }

static const uint64_t never = UINT64_MAX;
static uint64_t now_us;
static uint8_t is_on;

/* ---- Time and ticks ---- */

static uint64_t tick_at = UINT64_MAX;
static uint8_t tick_is_due;
static board_sample_t sample;

board_time_t board_now(void) {
  const board_time_t time = {(uint32_t)(now_us / TICK_US), (uint8_t)(now_us % TICK_US / QUARTER_US)};
  return time;
}

void board_want_tick(uint32_t tick) {
  const uint64_t soon = now_us / TICK_US + 1;
  tick_at = (tick_is_before(tick, (uint32_t)soon) ? soon : soon + (uint32_t)(tick - (uint32_t)soon)) * TICK_US;
}

void board_want_soon(void) { tick_at = (now_us / TICK_US + 1) * TICK_US; }
void board_want_none(void) { tick_at = never; }

/* ---- Pins ---- */

static uint8_t pins;
static uint16_t current_counts;
static uint16_t supply_counts = 600;
static board_outputs_t asked;
static board_outputs_t driven;

void board_ask(const board_outputs_t *outputs) { asked = *outputs; }
uint8_t board_levels(void) { return pins; }
uint16_t board_supply_counts(void) { return supply_counts; }
uint8_t board_tick_is_due(void) { return tick_is_due; }

static void begin_tick(void) {
  tick_at = never;
  if (asked.motor != driven.motor || asked.bolt_back != driven.bolt_back || asked.reject != driven.reject) {
    driven = asked;
    printf("%llu drive %u %u %u\n", (unsigned long long)now_us, driven.motor, driven.bolt_back, driven.reject);
  }
  sample.tick = (uint32_t)(now_us / TICK_US);
  sample.levels = pins;
  sample.current_counts = driven.motor != 0 ? current_counts : 0;
  sample.supply_counts = supply_counts;
  tick_is_due = 1;
}

uint8_t board_take_tick(board_sample_t *taken) {
  if (!tick_is_due) return 0;
  *taken = sample;
  tick_is_due = 0;
  return 1;
}

/* ---- EEPROM ---- */

static uint8_t cells[EEPROM_BYTES];
static int16_t worn[EEPROM_BYTES];
static uint64_t written_at = UINT64_MAX;
static uint16_t write_address;
static uint8_t write_byte;

uint8_t board_eeprom_ready(void) { return written_at == never; }

uint8_t board_eeprom_read(uint16_t address) {
  if (!board_eeprom_ready()) {
    fputs("the EEPROM was read while a byte was being written\n", stderr);
    exit(2);
  }
  return worn[address] >= 0 ? (uint8_t)worn[address] : cells[address];
}

void board_eeprom_write(uint16_t address, uint8_t byte) {
  if (!board_eeprom_ready() || address >= EEPROM_BYTES) {
    fputs("the EEPROM was written where or when it cannot be\n", stderr);
    exit(2);
  }
  printf("%llu write %u %u %u\n", (unsigned long long)now_us, address, cells[address], byte);
  write_address = address;
  write_byte = byte;
  written_at = now_us + WRITE_US;
}

static void end_write(void) {
  cells[write_address] = write_byte;
  written_at = never;
  printf("%llu written\n", (unsigned long long)now_us);
}

/* ---- The wire ---- */

static struct {
  uint64_t at;
  uint8_t byte;
  uint8_t is_lost;
} coming[MOST_BYTES];
static size_t coming_first;
static size_t coming_end;
static uint64_t wire_free;
static uint64_t silence_at = UINT64_MAX;
static const uint8_t *sending;
static uint16_t sending_bytes;
static uint64_t sent_at = UINT64_MAX;

void board_send(const uint8_t *bytes, uint16_t count) {
  sending = bytes;
  sending_bytes = count;
  sent_at = now_us + wire_us(count);
}

uint8_t board_is_sending(void) { return sent_at != never; }

static void end_sending(void) {
  printf("%llu sent ", (unsigned long long)now_us);
  for (uint16_t i = 0; i < sending_bytes; i++) printf("%02x", sending[i]);
  putchar('\n');
  sent_at = never;
}

static void put_on_wire(uint8_t byte, uint8_t is_lost) {
  if (coming_end == MOST_BYTES) {
    fputs("too many bytes on the wire\n", stderr);
    exit(2);
  }
  wire_free = (wire_free > now_us ? wire_free : now_us) + wire_us(1);
  coming[coming_end].at = wire_free;
  coming[coming_end].byte = byte;
  coming[coming_end].is_lost = is_lost;
  coming_end++;
}

static void take_coming(void) {
  slave_take_byte(coming[coming_first].byte, coming[coming_first].is_lost);
  coming_first++;
  if (coming_first == coming_end) coming_first = coming_end = 0;
  silence_at = now_us + SILENCE_US;
}

/* ---- The rest ---- */

static uint8_t reset_cause = 1;

uint8_t board_reset_cause(void) { return reset_cause; }

void board_halt(void) {
  fflush(stdout);
  fputs("the unit halted\n", stderr);
  exit(3);
}

static void work(void) {
  while (unit_work()) {
  }
}

static void run_until(uint64_t end_us) {
  while (is_on) {
    work();
    uint64_t next = tick_at;
    if (written_at < next) next = written_at;
    if (silence_at < next) next = silence_at;
    if (sent_at < next) next = sent_at;
    if (coming_first != coming_end && coming[coming_first].at < next) next = coming[coming_first].at;
    if (next > end_us) break;
    now_us = next;
    if (next == tick_at) {
      begin_tick();
    } else if (next == written_at) {
      end_write();
    } else if (next == sent_at) {
      end_sending();
    } else if (next == silence_at) {
      silence_at = never;
      slave_take_silence();
    } else {
      take_coming();
    }
  }
  now_us = end_us;
}

/* ---- Lines ---- */

static void put_hex(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) printf("%02x", bytes[i]);
}

static size_t read_hex(const char *text, uint8_t *bytes, size_t most) {
  size_t count = 0;
  unsigned byte = 0;
  for (; count < most && sscanf(text, "%2x", &byte) == 1; text += 2) bytes[count++] = (uint8_t)byte;
  return count;
}

static void print_lanes(void) {
  printf("lanes ");
  put_hex(controller_interlock(), INTERLOCK_STATE_BYTES);
  for (uint8_t i = 0; i < WIRE_MOST_CARTRIDGES; i++) {
    putchar(' ');
    put_hex(controller_lane(i), CARTRIDGE_STATE_BYTES);
  }
  putchar('\n');
}

static void switch_on(void) {
  is_on = 1;
  unit_start();
}

static void obey(const char *word, const char *rest) {
  static uint8_t bytes[EEPROM_BYTES];
  unsigned a = 0;
  unsigned b = 0;
  unsigned long long us = 0;
  if (strcmp(word, "kept") == 0) {
    read_hex(rest, cells, EEPROM_BYTES);
  } else if (strcmp(word, "worn") == 0 && sscanf(rest, "%u %u", &a, &b) == 2 && a < EEPROM_BYTES) {
    worn[a] = (int16_t)b;
  } else if (strcmp(word, "cause") == 0 && sscanf(rest, "%u", &a) == 1) {
    reset_cause = (uint8_t)a;
  } else if (strcmp(word, "on") == 0) {
    switch_on();
  } else if (strcmp(word, "until") == 0 && sscanf(rest, "%llu", &us) == 1) {
    run_until(us);
  } else if (strcmp(word, "pins") == 0 && sscanf(rest, "%u", &a) == 1) {
    pins = (uint8_t)a;
  } else if (strcmp(word, "current") == 0 && sscanf(rest, "%u", &a) == 1) {
    current_counts = (uint16_t)a;
  } else if (strcmp(word, "supply") == 0 && sscanf(rest, "%u", &a) == 1) {
    supply_counts = (uint16_t)a;
  } else if (strcmp(word, "bytes") == 0) {
    const size_t count = read_hex(rest, bytes, sizeof bytes);
    for (size_t i = 0; i < count; i++) put_on_wire(bytes[i], 0);
  } else if (strcmp(word, "garbled") == 0) {
    put_on_wire(0, 1);
  } else if (strcmp(word, "ring") == 0) {
    printf("ring ");
    put_hex(signals_ring(), (size_t)WIRE_RING_SLOTS * SIGNAL_SLOT_BYTES);
    putchar('\n');
  } else if (strcmp(word, "lanes") == 0) {
    print_lanes();
  } else {
    fprintf(stderr, "what is %s?\n", word);
    exit(2);
  }
}

int main(void) {
  static char line[3 * EEPROM_BYTES];
  memset(cells, 0xFF, sizeof cells);
  for (size_t i = 0; i < EEPROM_BYTES; i++) worn[i] = -1;
  while (fgets(line, sizeof line, stdin) != NULL) {
    char word[16] = "";
    int length = 0;
    if (sscanf(line, "%15s %n", word, &length) == 1) obey(word, line + length);
  }
  printf("kept ");
  put_hex(cells, sizeof cells);
  putchar('\n');
  return 0;
}
