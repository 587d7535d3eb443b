/**
 * Addresses in data memory and numbers of interrupt vectors, as far as the reference board's program touches them
 * (ATmega2560 data sheet, Atmel-2549Q, chapters 33 and 14.1). A vector is two words long.
 */
export const ATMEGA2560 = {
  cyclesPerMicrosecond: 16,
  flashBytes: 256 * 1024,
  sramAt: 0x200,
  sramBytes: 8192,
  eepromBytes: 4096,

  PINA: 0x20,
  PINC: 0x26,
  PINK: 0x106,
  PINL: 0x109,
  PCIFR: 0x3b,
  PCICR: 0x68,
  PCMSK2: 0x6d,

  EECR: 0x3f,
  EEDR: 0x40,
  EEARL: 0x41,
  EEARH: 0x42,

  SMCR: 0x53,
  MCUSR: 0x54,
  SREG: 0x5f,
  WDTCSR: 0x60,

  GTCCR: 0x43,
  TIFR3: 0x38,
  TIMSK3: 0x71,
  TCCR3A: 0x90,
  TCCR3B: 0x91,
  TCNT3L: 0x94,
  TCNT3H: 0x95,
  OCR3AL: 0x98,

  ADCL: 0x78,
  ADCH: 0x79,
  ADCSRA: 0x7a,
  ADCSRB: 0x7b,
  ADMUX: 0x7c,

  UCSR0A: 0xc0,
  UCSR0B: 0xc1,
  UCSR0C: 0xc2,
  UBRR0L: 0xc4,
  UBRR0H: 0xc5,
  UDR0: 0xc6,

  vectors: {
    PCINT2: 11,
    WDT: 12,
    USART0_RX: 25,
    USART0_UDRE: 26,
    USART0_TX: 27,
    ADC: 29,
    EE_READY: 30,
    TIMER3_COMPA: 32,
    TIMER3_OVF: 35,
  },

  /** What the reference board's program has no use for, and nobody here plays: by the register that would start it. */
  absent: {
    'timer 0': 0x45,
    'timer 1': 0x81,
    'timer 2': 0xb1,
    'timer 4': 0xa1,
    'timer 5': 0x121,
    SPI: 0x4c,
    TWI: 0xbc,
    'USART 1': 0xc9,
    'USART 2': 0xd1,
    'USART 3': 0x131,
  },
} as const;
