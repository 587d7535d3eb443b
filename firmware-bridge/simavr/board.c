/*
 * The committed firmware on a second emulator: simavr's ATmega2560 at 16 MHz, in step with the clock on the wall, its USART0 as a
 * pseudo-terminal of this machine (simavr's part uart_pty). At its pins is a stand-in of the mechanism, just enough for the rules
 * of the wire: coils that turn while they are driven, a cam switch, a package that falls through the beam, the flap's bolt.
 *
 *   board FIRMWARE.hex      prints `pty PATH`, then runs until its standard input ends; an `r` there pulls the reset pin
 *   board FIRMWARE.hex MS   runs so many milliseconds of the board as fast as it can, and prints what that took, in microseconds
 *   board FIRMWARE.hex MS PLAN   likewise, with frames on its wire; prints also how many packages fell. A line of the plan is
 *                           `US HEX`, a frame that begins then, or `US +` and `US -`: what is between them is counted, no more
 *
 * Written against simavr's public headers (1.6). Where pins lie is PROTOCOL.md's.
 */
#include <poll.h>
#include <simavr/avr_adc.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_uart.h>
#include <simavr/parts/uart_pty.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_hex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { HZ = 16000000, CYCLES_PER_US = 16 };
enum { ROWS = 8, COLUMNS = 6, CARTRIDGES = 48, PACKAGES = 14 };

/* PK3 to PK5, high: bolt back, beam dark, cam switch closed. Door, tamper and flap stay shut. */
enum { BOLT_BACK = 8, BEAM_DARK = 16, CAM_CLOSED = 32, LEVELS = 63 };

/* The mechanism's figures are those of the twin's (mechanism.parameters.ts), angles in thousandths of a degree. */
enum {
  STEP_US = 500,
  STEP_MDEG = 90, /* 30 rpm */
  HALF_TURN_MDEG = 180000,
  TURN_MDEG = 360000,
  NOTCH_MDEG = 3960,
  RELEASE_MDEG = 280800,
  FALL_STEPS = 400,
  PASS_STEPS = 40,
  BOLT_STEPS = 160,
  INRUSH_STEPS = 100,
  INRUSH_MILLIAMP = 480,
  RUNNING_MILLIAMP = 210,
  SUPPLY_MILLIVOLT = 12000
};
enum { MILLIAMP_PER_COUNT = 2, MILLIVOLT_PER_COUNT = 20, REFERENCE_MILLIVOLT = 5000, MOST_COUNTS = 1023 };

static struct {
  uint32_t angle[CARTRIDGES + 1];
  uint8_t packages[CARTRIDGES + 1];
  int driven;
  int driven_steps;
  int falls; /* steps until the falling package has left the beam; 0: none falls */
  int bolt;  /* steps of its travel */
  uint8_t levels;
} mechanism;

static uint8_t port_of(avr_t *avr, char name) {
  avr_ioport_state_t state;
  return avr_ioctl(avr, AVR_IOCTL_IOPORT_GETSTATE(name), &state) == 0 ? (uint8_t)(state.port & state.ddr) : 0;
}

/* Which one bit is set; -1 for none or several. */
static int only_bit(uint8_t bits, int most) {
  for (int bit = 0; bit < most; bit++)
    if (bits == 1u << bit) return bit;
  return -1;
}

static int driven_cartridge(avr_t *avr) {
  const int row = only_bit(port_of(avr, 'A'), ROWS);
  const int column = only_bit(port_of(avr, 'C'), COLUMNS);
  return row < 0 || column < 0 ? 0 : row * COLUMNS + column + 1;
}

static void turn(int cartridge) {
  uint32_t *angle = &mechanism.angle[cartridge];
  const uint32_t before = *angle % TURN_MDEG;
  *angle += STEP_MDEG;
  if (before >= RELEASE_MDEG || before + STEP_MDEG < RELEASE_MDEG || mechanism.packages[cartridge] == 0) return;
  mechanism.packages[cartridge]--;
  mechanism.falls = FALL_STEPS + PASS_STEPS;
}

static uint8_t levels_now(void) {
  const uint32_t past = mechanism.angle[mechanism.driven] % HALF_TURN_MDEG;
  const int cam = mechanism.driven == 0 || past < NOTCH_MDEG || past >= HALF_TURN_MDEG - NOTCH_MDEG;
  const int dark = mechanism.falls > 0 && mechanism.falls <= PASS_STEPS;
  return (uint8_t)((mechanism.bolt == BOLT_STEPS ? BOLT_BACK : 0) | (dark ? BEAM_DARK : 0) | (cam ? CAM_CLOSED : 0));
}

/* simavr gives a pin that nothing drives the level of its pull-up, unless it is told what pulls it from outside. */
static void set_levels(avr_t *avr, uint8_t levels) {
  avr_ioport_external_t outside = {.name = 'K', .mask = LEVELS, .value = levels};
  avr_ioctl(avr, AVR_IOCTL_IOPORT_SET_EXTERNAL('K'), &outside);
  for (int bit = 0; bit < 6; bit++) {
    if (((levels ^ mechanism.levels) >> bit & 1) == 0) continue;
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('K'), bit), levels >> bit & 1);
  }
  mechanism.levels = levels;
}

static avr_cycle_count_t step(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)param;
  const int driven = driven_cartridge(avr);
  mechanism.driven_steps = driven == mechanism.driven ? mechanism.driven_steps + 1 : 0;
  mechanism.driven = driven;
  if (mechanism.falls > 0) mechanism.falls--;
  if (driven != 0) turn(driven);
  const int back = port_of(avr, 'L') & 1;
  if (back && mechanism.bolt < BOLT_STEPS) mechanism.bolt++;
  if (!back && mechanism.bolt > 0) mechanism.bolt--;
  set_levels(avr, levels_now());
  return when + STEP_US * CYCLES_PER_US;
}

/* A conversion begins: the converter wants to know its input, in millivolts at the pin. */
static void convert(struct avr_irq_t *irq, uint32_t value, void *param) {
  (void)irq;
  avr_t *avr = param;
  union {
    avr_adc_mux_t mux;
    uint32_t value;
  } request = {.value = value};
  const int milliamp = mechanism.driven_steps < INRUSH_STEPS ? INRUSH_MILLIAMP : RUNNING_MILLIAMP;
  const uint32_t current = mechanism.driven == 0 ? 0 : (uint32_t)(milliamp / MILLIAMP_PER_COUNT);
  const uint32_t counts = request.mux.src == 0 ? current : SUPPLY_MILLIVOLT / MILLIVOLT_PER_COUNT;
  const uint32_t millivolt = (counts * REFERENCE_MILLIVOLT + MOST_COUNTS - 1) / MOST_COUNTS;
  avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_ADC0 + request.mux.src), millivolt);
}

/* Who keeps the time is the loop below: a sleeping CPU takes none. */
static void sleeps(avr_t *avr, avr_cycle_count_t cycles) {
  (void)avr;
  (void)cycles;
}

static avr_t *board(const char *path) {
  uint32_t bytes = 0;
  uint32_t base = 0;
  uint8_t *program = read_ihex_file(path, &bytes, &base);
  avr_t *avr = avr_make_mcu_by_name("atmega2560");
  if (!program || !avr) return 0;
  avr_init(avr);
  avr->frequency = HZ;
  avr->vcc = avr->avcc = avr->aref = REFERENCE_MILLIVOLT;
  avr->log = LOG_ERROR;
  avr->sleep = sleeps;
  avr_loadcode(avr, program, bytes, base);
  avr->pc = base;
  avr->codeend = avr->flashend;
  free(program);
  memset(mechanism.packages + 1, PACKAGES, CARTRIDGES);
  mechanism.levels = (uint8_t)~levels_now() & LEVELS;
  set_levels(avr, levels_now());
  avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER), convert, avr);
  avr_cycle_timer_register_usec(avr, STEP_US, step, 0);
  /* No guessing of polling loops, and nothing printed of what goes over the wire. */
  uint32_t flags = 0;
  avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
  return avr;
}

static int is_over(avr_t *avr) { return avr->state == cpu_Done || avr->state == cpu_Crashed; }

static uint64_t clock_us(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void run_to(avr_t *avr, uint64_t us) {
  while (avr->cycle < us * CYCLES_PER_US && !is_over(avr)) avr_run(avr);
}

enum { MOST_BYTES = 256, BYTE_CYCLES = 10 * HZ / 115200 };

/* A frame on its way to the board, byte by byte. */
static struct {
  uint8_t bytes[MOST_BYTES];
  int count;
  int at;
} wire;

static avr_cycle_count_t next_byte(avr_t *avr, avr_cycle_count_t when, void *param) {
  (void)param;
  avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT), wire.bytes[wire.at++]);
  return wire.at < wire.count ? when + BYTE_CYCLES : 0;
}

static void put_frame(avr_t *avr, const char *hex) {
  unsigned byte = 0;
  wire.at = wire.count = 0;
  for (; wire.count < MOST_BYTES && sscanf(hex, "%2x", &byte) == 1; hex += 2) wire.bytes[wire.count++] = (uint8_t)byte;
  avr_cycle_timer_register(avr, BYTE_CYCLES, next_byte, 0);
}

static int fallen(void) {
  int left = 0;
  for (int cartridge = 1; cartridge <= CARTRIDGES; cartridge++) left += mechanism.packages[cartridge];
  return CARTRIDGES * PACKAGES - left;
}

/* The microseconds of this process that were to be counted. */
static uint64_t follow(avr_t *avr, FILE *plan) {
  unsigned long long us = 0;
  uint64_t from = 0;
  uint64_t spent = 0;
  char what[2 * MOST_BYTES + 1];
  while (fscanf(plan, "%llu %512s", &us, what) == 2) {
    run_to(avr, us);
    if (what[0] == '+') from = clock_us(CLOCK_PROCESS_CPUTIME_ID);
    else if (what[0] == '-') spent += clock_us(CLOCK_PROCESS_CPUTIME_ID) - from;
    else put_frame(avr, what);
  }
  return spent;
}

static int run_fast(avr_t *avr, uint64_t ms, const char *path) {
  const uint64_t from = clock_us(CLOCK_PROCESS_CPUTIME_ID);
  FILE *plan = path ? fopen(path, "r") : 0;
  if (path && !plan) return 2;
  const uint64_t counted = plan ? follow(avr, plan) : 0;
  run_to(avr, 1000 * ms);
  if (plan) printf("%llu %d\n", (unsigned long long)counted, fallen());
  else printf("%llu\n", (unsigned long long)(clock_us(CLOCK_PROCESS_CPUTIME_ID) - from));
  return is_over(avr);
}

/* What whoever started us says: 1 while we shall run on. */
static int heed_input(avr_t *avr) {
  struct pollfd input = {.fd = 0, .events = POLLIN};
  char said[64];
  if (poll(&input, 1, 0) <= 0) return 1;
  const ssize_t bytes = read(0, said, sizeof said);
  if (bytes > 0 && memchr(said, 'r', (size_t)bytes)) {
    avr_reset(avr);
    /* A reset forgets what was to be called. */
    avr_cycle_timer_register_usec(avr, STEP_US, step, 0);
  }
  return bytes > 0;
}

/* Ahead of the clock on the wall by a millisecond at most. */
static _Noreturn void run_paced(avr_t *avr) {
  static uart_pty_t pty;
  uart_pty_init(avr, &pty);
  uart_pty_connect(&pty, '0');
  fprintf(stderr, "pty %s\n", pty.pty.slavename);
  const uint64_t from = clock_us(CLOCK_MONOTONIC);
  while (!is_over(avr)) {
    avr_run(avr);
    const uint64_t now = clock_us(CLOCK_MONOTONIC) - from;
    const uint64_t board = avr->cycle / CYCLES_PER_US;
    if (board < now + 200) continue;
    usleep((useconds_t)(board - now));
    if (!heed_input(avr)) break;
  }
  /* The part's thread waits in a read that nobody ends. */
  _exit(is_over(avr));
}

int main(int argc, char **argv) {
  avr_t *avr = argc < 2 ? 0 : board(argv[1]);
  if (!avr) {
    fprintf(stderr, "usage: board FIRMWARE.hex [MS [PLAN]]\n");
    return 2;
  }
  if (argc > 2) return run_fast(avr, strtoull(argv[2], 0, 10), argc > 3 ? argv[3] : 0);
  run_paced(avr);
}
