/*
 * The border of board.h on an ATmega2560 at 16 MHz. Chapters are those of its data sheet (Atmel-2549Q).
 *
 *   Timer3       one count is 4 us (16 MHz / 64), free-running: time, also while nothing happens. Tick k begins at count 250 k.
 *   compare A    the next tick, when one is wanted
 *   compare B    the silence that ends a frame
 *   PCINT16..21  wake the main loop, which then wants a tick
 *   ADC          125 kHz, one conversion at a time: 104 us
 */
#include "board_avr.h"

#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/sleep.h>
#include <avr/wdt.h>
#include <util/atomic.h>

#include "board.h"
#include "registers.h"
#include "slave.h"
#include "ticks.h"

enum {
  COUNTS_PER_TICK = 250,
  SILENCE_COUNTS = 438, /* 1.75 ms, rounded up */
  TICKS_PER_LAP = 262,  /* whole ticks in the 65536 counts of a lap, and what is left of them */
  QUARTERS_PER_LAP = 36,
  MOST_TICKS_ARMED = 250, /* less than a lap, so that the match is the right one */
  UBRR_115200 = 16,     /* with U2X: 117647 baud, 2.1 % fast */
  COLUMNS = 6,
  BOLT_PIN = 1,
  DIVERTER_PIN = 2,
  SUPPLY_EVERY_TICKS = 16
};

/* Channels of the converter, as bits of what waits for a conversion. */
enum { CURRENT = 1, SUPPLY = 2 };

static volatile uint8_t woken;
static uint8_t reset_cause;

uint8_t board_reset_cause(void) { return reset_cause; }

void board_halt(void) {
  cli();
  PORTA = 0;
  PORTC = 0;
  PORTL = 0;
  for (;;) {
  }
}

/* ---- Time ---- */

/* The tick and the part of it in which the present lap of the timer began. */
static volatile uint32_t lap_tick;
static volatile uint8_t lap_quarters;

static volatile uint8_t armed;
static volatile uint32_t armed_tick;
static volatile uint8_t wanted_soon; /* as soon as one can be, and that is what is armed */

static void next_lap(void) {
  uint8_t quarters = (uint8_t)(lap_quarters + QUARTERS_PER_LAP - COUNTS_PER_TICK);
  uint32_t ticks = TICKS_PER_LAP + 1;
  if (lap_quarters + QUARTERS_PER_LAP < COUNTS_PER_TICK) {
    quarters = (uint8_t)(lap_quarters + QUARTERS_PER_LAP);
    ticks = TICKS_PER_LAP;
  }
  lap_quarters = quarters;
  lap_tick += ticks;
}

/* With interrupts off. */
static board_time_t now(void) {
  uint16_t count = TCNT3;
  if (TIFR3 & _BV(TOV3)) {
    /* The timer has begun another lap, and its interrupt waits. */
    TIFR3 = _BV(TOV3);
    next_lap();
    count = TCNT3;
  }
  board_time_t time = {lap_tick + count / COUNTS_PER_TICK, 0};
  uint16_t quarters = (uint16_t)(count % COUNTS_PER_TICK + lap_quarters);
  if (quarters >= COUNTS_PER_TICK) {
    quarters = (uint16_t)(quarters - COUNTS_PER_TICK);
    time.tick++;
  }
  time.quarters = (uint8_t)quarters;
  return time;
}

board_time_t board_now(void) {
  board_time_t time;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { time = now(); }
  return time;
}

/* With interrupts off. The grid of ticks is that of the counts: tick k begins where 250 k is, laps left out. */
static void arm(uint32_t tick, uint8_t is_soon) {
  const board_time_t time = now();
  if (is_soon || !tick_is_before(time.tick, tick)) tick = time.tick + 1;
  if (tick - time.tick > MOST_TICKS_ARMED) tick = time.tick + MOST_TICKS_ARMED;
  for (;;) {
    OCR3A = (uint16_t)((uint16_t)tick * COUNTS_PER_TICK);
    TIFR3 = _BV(OCF3A);
    /* It must not have passed while this was worked out. */
    if ((uint16_t)(OCR3A - TCNT3 - 1u) < MOST_TICKS_ARMED * (uint16_t)COUNTS_PER_TICK) break;
    tick++;
  }
  armed_tick = tick;
  armed = 1;
  wanted_soon = is_soon;
  TIMSK3 |= _BV(OCIE3A);
}

void board_want_tick(uint32_t tick) {
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    if (!armed || armed_tick != tick) arm(tick, 0);
  }
}

void board_want_soon(void) {
  if (armed && wanted_soon) return;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { arm(0, 1); }
}

void board_want_none(void) {
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    TIMSK3 &= (uint8_t)~_BV(OCIE3A);
    armed = 0;
  }
}

/* ---- The converter ---- */

static volatile uint8_t converting; /* what is being measured, and what waits for its turn */
static volatile uint8_t to_convert;
static volatile uint16_t current_counts;
static volatile uint16_t supply_counts;

/* With interrupts off: begins what waits, if nothing is under way. */
static void convert(void) {
  if (converting != 0 || to_convert == 0) return;
  converting = to_convert & CURRENT ? CURRENT : SUPPLY;
  to_convert = (uint8_t)(to_convert & (uint8_t)~converting);
  ADMUX = (uint8_t)(_BV(REFS0) | (converting == CURRENT ? 0 : 1));
  ADCSRA |= _BV(ADSC);
}

ISR(ADC_vect) {
  if (converting == CURRENT) current_counts = ADC;
  else supply_counts = ADC;
  converting = 0;
  convert();
  woken = 1;
}

uint16_t board_supply_counts(void) {
  uint16_t counts;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { counts = supply_counts; }
  return counts;
}

/* ---- Pins ---- */

static volatile uint8_t rows;
static volatile uint8_t columns;
static volatile uint8_t chute; /* bolt and diverter */

void board_ask(const board_outputs_t *outputs) {
  const uint8_t motor = outputs->motor;
  const uint8_t row_pin = (uint8_t)(motor == 0 ? 0u : 1u << ((motor - 1u) / COLUMNS));
  const uint8_t column_pin = (uint8_t)(motor == 0 ? 0u : 1u << ((motor - 1u) % COLUMNS));
  const uint8_t chute_pins = (uint8_t)((outputs->bolt_back ? BOLT_PIN : 0) | (outputs->reject ? DIVERTER_PIN : 0));
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    rows = row_pin;
    columns = column_pin;
    chute = chute_pins;
  }
}

uint8_t board_levels(void) { return PINK & LEVELS_OF_PINS; }

static void drive(void) {
  if (PORTA != rows || PORTC != columns) {
    /* Rows go off first and on last, so that no other motor is driven in between. */
    PORTA = 0;
    PORTC = columns;
    PORTA = rows;
  }
  PORTL = chute;
}

ISR(PCINT2_vect) { woken = 1; }

/* ---- Ticks ---- */

static volatile uint8_t tick_is_due;
static volatile uint32_t sample_tick;
static volatile uint8_t sample_levels;

/* The start of a tick: outputs take hold, inputs are sampled. The converter goes on for a while. */
ISR(TIMER3_COMPA_vect) {
  drive();
  sample_tick = armed_tick;
  sample_levels = PINK & LEVELS_OF_PINS;
  tick_is_due = 1;
  if (rows == 0) {
    TIMSK3 &= (uint8_t)~_BV(OCIE3A);
    armed = 0;
    woken = 1;
    return;
  }
  /* A motor is on: every tick is wanted, and the main loop is woken once the current is known. */
  armed_tick++;
  OCR3A = (uint16_t)(OCR3A + COUNTS_PER_TICK);
  wanted_soon = 1;
  to_convert |= CURRENT;
  if ((uint8_t)sample_tick % SUPPLY_EVERY_TICKS == 0) to_convert |= SUPPLY;
  convert();
}

ISR(TIMER3_OVF_vect) {
  next_lap();
  to_convert |= SUPPLY;
  convert();
  woken = 1;
}

uint8_t board_tick_is_due(void) { return tick_is_due; }

uint8_t board_take_tick(board_sample_t *sample) {
  uint8_t is_ready = 0;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) { is_ready = tick_is_due && ((converting | to_convert) & CURRENT) == 0; }
  if (!is_ready) return 0;
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    sample->tick = sample_tick;
    sample->levels = sample_levels;
    sample->current_counts = current_counts;
    sample->supply_counts = supply_counts;
    tick_is_due = 0;
  }
  return 1;
}

/* ---- EEPROM ---- */

uint8_t board_eeprom_ready(void) { return (EECR & _BV(EEPE)) == 0; }

uint8_t board_eeprom_read(uint16_t address) {
  EEAR = address;
  EECR |= _BV(EERE);
  return EEDR;
}

/* Erase and write in one; the interrupt comes when it is done. */
void board_eeprom_write(uint16_t address, uint8_t byte) {
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    EEAR = address;
    EEDR = byte;
    EECR = _BV(EEMPE);
    EECR |= _BV(EEPE);
    EECR |= _BV(EERIE);
  }
}

ISR(EE_READY_vect) {
  EECR &= (uint8_t)~_BV(EERIE);
  woken = 1;
}

/* ---- The wire ---- */

static const uint8_t *volatile to_send;
static volatile uint16_t left_to_send;

ISR(USART0_RX_vect) {
  const uint8_t faults = UCSR0A & (_BV(FE0) | _BV(DOR0));
  slave_take_byte(UDR0, faults != 0);
  OCR3B = (uint16_t)(TCNT3 + SILENCE_COUNTS);
  TIFR3 = _BV(OCF3B);
  TIMSK3 |= _BV(OCIE3B);
}

ISR(TIMER3_COMPB_vect) {
  TIMSK3 &= (uint8_t)~_BV(OCIE3B);
  slave_take_silence();
  woken = 1;
}

ISR(USART0_UDRE_vect) {
  UDR0 = *to_send;
  to_send++;
  left_to_send--;
  if (left_to_send == 0) {
    UCSR0B &= (uint8_t)~_BV(UDRIE0);
    woken = 1;
  }
}

void board_send(const uint8_t *bytes, uint16_t count) {
  ATOMIC_BLOCK(ATOMIC_RESTORESTATE) {
    to_send = bytes;
    left_to_send = count;
    UCSR0B |= _BV(UDRIE0);
  }
}

uint8_t board_is_sending(void) { return (UCSR0B & _BV(UDRIE0)) != 0; }

/* ---- Start and sleep ---- */

static void start_pins(void) {
  PORTA = 0;
  PORTC = 0;
  PORTL = 0;
  DDRA = 0xFF;
  DDRC = 0x3F;
  DDRL = BOLT_PIN | DIVERTER_PIN;
  DDRK = 0;
  PORTK = LEVELS_OF_PINS;
  PCMSK2 = LEVELS_OF_PINS;
  PCICR = _BV(PCIE2);
}

/* The supply must be known before anything asks for it: one conversion is waited for. */
static void start_converter(void) {
  DIDR0 = _BV(ADC0D) | _BV(ADC1D);
  ADMUX = _BV(REFS0) | 1;
  ADCSRA = _BV(ADEN) | _BV(ADSC) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);
  while (ADCSRA & _BV(ADSC)) {
  }
  supply_counts = ADC;
  ADCSRA = _BV(ADEN) | _BV(ADIF) | _BV(ADIE) | _BV(ADPS2) | _BV(ADPS1) | _BV(ADPS0);
}

static void start_wire(void) {
  UBRR0 = UBRR_115200;
  UCSR0A = _BV(U2X0);
  UCSR0C = _BV(UCSZ01) | _BV(UCSZ00);
  UCSR0B = _BV(RXCIE0) | _BV(RXEN0) | _BV(TXEN0);
}

void board_start(void) {
  start_pins();
  /* Why it starts; a watchdog that restarted us goes on until it is told otherwise. */
  reset_cause = MCUSR & 0x0F;
  MCUSR = 0;
  wdt_enable(WDTO_500MS);
  TCCR3A = 0;
  TCNT3 = 0;
  TIMSK3 = _BV(TOIE3);
  TCCR3B = _BV(CS31) | _BV(CS30);
  start_converter();
  start_wire();
  /* A byte may still be being written, if it was the watchdog that started us. */
  while (!board_eeprom_ready()) {
  }
  SMCR = 0; /* idle: the timer goes on */
  sei();
}

void board_awake(void) { woken = 0; }

void board_sleep(void) {
  cli();
  while (!woken) {
    sleep_enable();
    sei();
    sleep_cpu();
    sleep_disable();
    cli();
  }
  sei();
}
