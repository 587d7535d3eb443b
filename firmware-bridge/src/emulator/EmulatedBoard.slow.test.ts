import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileC } from './node/compileC.js';
import { BoardBench } from './test/BoardBench.js';

const CONSOLE = `
static void open(void) { UBRR0 = 16; UCSR0A = _BV(U2X0); UCSR0B = _BV(RXEN0) | _BV(TXEN0); }
static void say(uint8_t c) { while (!(UCSR0A & _BV(UDRE0))); UDR0 = c; }
static void number(uint32_t n) { for (int8_t i = 28; i >= 0; i -= 4) say("0123456789abcdef"[(n >> i) & 15]); }
`;
const TICKING = `
volatile uint32_t ticks;
ISR(TIMER3_COMPA_vect) { OCR3A += 250; ticks++; PORTC ^= 1; }
static void tick(void) { DDRC = 0x3f; DDRA = 0xff; OCR3A = 249; TIMSK3 = _BV(OCIE3A); TCCR3B = _BV(CS31) | _BV(CS30); }
`;

function bench(source: string, seed = 1): BoardBench {
  return new BoardBench({ image: compileC(source), seed });
}

describe('time', () => {
  const ticking = compileC(`${TICKING} int main(void) { tick(); sleep_enable(); sei(); for (;;) sleep_cpu(); }`);

  it("the board's milliseconds are the caller's, from whatever microsecond it was powered up", () => {
    const board = new BoardBench({ image: ticking });
    board.now_us = 5_000_123;
    board.powerUp().run(20_500);
    const times = board.driven.map(([t_us]) => (t_us - 5_000_123) % 1_000);
    expect(times).toHaveLength(20);
    // 10 cycles to the vector out of sleep, 3 for its jump, then the program's first instructions.
    expect(new Set(times)).toEqual(new Set([times[0]]));
    expect(times[0]).toBeLessThanOrEqual(6);
  });

  it('an interrupt reaches its vector 5 cycles after its flag, 10 out of sleep, and the jump takes 3', () => {
    const source = (loop: string) => `
      ISR(TIMER3_COMPA_vect, ISR_NAKED) { asm volatile("sbi 0x02, 0\\n reti"); }
      int main(void) { DDRA = 1; OCR3A = 99; TIMSK3 = _BV(OCIE3A); TCCR3B = _BV(CS30); sleep_enable(); sei(); for (;;) ${loop}; }`;
    const cycleOfPin = (loop: string) => {
      const board = bench(source(loop)).powerUp();
      let before = board.board.cycles;
      while (board.driven.length === 0) {
        before = board.board.cycles;
        board.run(1);
      }
      return [before, board.driven[0]?.[0]] as const;
    };
    // 100 cycles to the flag, which is 6.25 µs: the pin follows 8 (and the rest of a NOP), or 13 cycles later.
    expect(cycleOfPin('asm volatile("nop")')[1]).toBe(7);
    expect(cycleOfPin('sleep_cpu()')[1]).toBe(8);
  });

  it('a program that falls asleep as its interrupt comes up is woken by it: `sei; sleep` leaves no gap', () => {
    // The flag rises anywhere around the two instructions; a lost one would cost a whole round of 65,536 counts.
    const board = bench(`${CONSOLE}
      volatile uint8_t rung;
      ISR(TIMER3_COMPA_vect) { rung = 1; }
      int main(void) {
        open(); sleep_enable(); TIMSK3 = _BV(OCIE3A); TCCR3B = _BV(CS30);
        uint32_t longest = 0;
        for (uint16_t ahead = 20; ahead < 80; ahead++) {
          cli(); rung = 0; uint16_t from = TCNT3; OCR3A = from + ahead; TIFR3 = _BV(OCF3A);
          if (!rung) { sei(); sleep_cpu(); }
          cli(); uint16_t took = TCNT3 - from; if (took > longest) longest = took;
          if (!rung) say('!');
        }
        number(longest); for (;;);
      }`)
      .powerUp()
      .run(100_000);
    expect(board.text).toMatch(/^[0-9a-f]{8}$/);
    expect(Number.parseInt(board.text, 16)).toBeLessThan(200);
  });
});

describe('the program', () => {
  it('calls and jumps beyond 128 KiB, and reads flash there', () => {
    const source = `${CONSOLE}
      __attribute__((section(".far"), noinline)) uint16_t far(uint16_t n) { return n < 2 ? 1 : n * far(n - 1); }
      __attribute__((section(".farther"))) const char text[] = "beyond";
      int main(void) {
        open(); number(far(7)); uint_farptr_t at = pgm_get_far_address(text);
        for (uint8_t i = 0; i < 6; i++) say(pgm_read_byte_far(at + i)); for (;;);
      }`;
    const sections = ['-Wl,--section-start=.far=0x20100', '-Wl,--section-start=.farther=0x30000'];
    const board = new BoardBench({ image: compileC(source, sections) }).powerUp().run(5_000);
    expect(board.text).toBe('000013b0beyond');
  });

  it('sees the cause of its start, and is started anew by the watchdog with its memory and wire as they were', () => {
    const board = bench(`${CONSOLE}
      uint8_t starts __attribute__((section(".noinit")));
      int main(void) {
        uint8_t cause = MCUSR; MCUSR = 0; wdt_disable(); open(); DDRL = 1; PORTL = 1;
        if (cause & _BV(PORF)) starts = 0; starts++;
        say('0' + cause); say('0' + starts); wdt_enable(WDTO_500MS); for (;;);
      }`).powerUp();
    board.run(700_000);
    expect(board.text).toBe('1182');
    expect(board.driven.map(([, { bolt }]) => bolt)).toEqual([true, false, true]);
    expect(board.driven[1]?.[0]).toBeGreaterThan(500_000);
    expect(board.run(500_000).text).toBe('118283');
  });

  it('reads pins, converter and wire', () => {
    const board = bench(`${CONSOLE}
      int main(void) {
        open(); PORTK = 0xff; ADCSRA = _BV(ADEN) | 7;
        for (;;) {
          while (!(UCSR0A & _BV(RXC0))); uint8_t c = UDR0;
          if (c == 'k') number(PINK);
          else { ADMUX = _BV(REFS0) | (c - '0'); ADCSRA |= _BV(ADSC); while (ADCSRA & _BV(ADSC)); number(ADC); }
        }
      }`).powerUp();
    Object.assign(board, { inputs: 0x15, milliamp: 805, millivolt: 11_010 });
    board.run(1_000).send('k'.charCodeAt(0)).run(5_000);
    board.send('0'.charCodeAt(0)).run(5_000).send('1'.charCodeAt(0)).run(5_000);
    expect(board.text).toBe('0000001500000193' + '00000227');
  });

  it('is woken by a pin that changes, at that instant', () => {
    const board = bench(`
      ISR(PCINT2_vect) { PORTA = PINK; }
      int main(void) {
        DDRA = 0xff; PORTK = 0xff; PCMSK2 = 1; PCICR = 4; sleep_enable(); sei(); for (;;) sleep_cpu();
      }`).powerUp();
    board.run(100_000);
    expect(board.board.nextWake_us).toBeNull();
    board.setInputs(0x21).run(100);
    expect(board.driven).toHaveLength(1);
    expect(board.driven[0]?.[1].rows).toBe(0x21);
    expect(board.driven[0]?.[0]).toBeLessThanOrEqual(100_004);
  });

  it('that leaves its flash is told so', () => {
    const board = bench('int main(void) { ((void (*)(void))0xf000)(); return 0; }').powerUp();
    expect(() => board.run(1_000)).toThrow('left its program');
  });
});

describe('EEPROM and power', () => {
  const counting = compileC(`
    int main(void) {
      for (uint8_t n = 1;; n++) for (uint16_t at = 0; at < 8; at++) eeprom_write_byte((uint8_t *)at, n);
    }`);

  it('a byte that avr-libc writes takes 3.4 ms and is there afterwards', () => {
    const board = new BoardBench({ image: counting }).powerUp().run(8 * 3_500);
    expect([...board.board.eeprom.subarray(0, 9)]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0xff]);
  });

  it('a write goes on while the watchdog restarts the program, which finds it in flight and waits for it', () => {
    const board = bench(`${CONSOLE}
      int main(void) {
        uint8_t cause = MCUSR; MCUSR = 0; wdt_disable(); open();
        if (cause & _BV(WDRF)) { say(EECR & _BV(EEPE) ? 'b' : 'r'); say(eeprom_read_byte(0)); for (;;); }
        wdt_enable(WDTO_15MS); _delay_ms(15); eeprom_write_byte(0, 'x'); for (;;);
      }`)
      .powerUp()
      .run(40_000);
    expect(board.text).toBe('bx');
  });

  it('a cut at any instant leaves every byte but the one in flight as written', () => {
    let torn = 0;
    fc.assert(
      fc.property(fc.nat(70_000), fc.nat(), (cut_us, seed) => {
        const board = new BoardBench({ image: counting, seed }).powerUp().run(cut_us).cutPower();
        torn += board.board.tornBytes;
        const bytes = [...board.board.eeprom.subarray(0, 8)];
        const written = Math.floor(Math.max(0, cut_us) / 3_400);
        // Cells hold the round of their last write: n + 1 up to some place, n behind it, but for the one that was in flight.
        const odd = bytes.filter((byte, at) => {
          const round = (k: number) => Math.floor((k - 1 - at + 8) / 8);
          return byte !== (round(written) || 0xff) && byte !== (round(written - 1) || 0xff);
        });
        expect(odd.length).toBeLessThanOrEqual(1);
        expect(board.board.eeprom.subarray(8).every((byte) => byte === 0xff)).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(torn).toBeGreaterThan(30);
  });

  it('power that goes and comes at random instants ends nothing: the next life starts at the reset', () => {
    const image = compileC(`${CONSOLE} ${TICKING}
      int main(void) { open(); tick(); sei(); say('a' + eeprom_read_byte(0)); for (;;) eeprom_update_byte(0, ticks & 7); }`);
    fc.assert(
      fc.property(fc.array(fc.nat(40_000), { minLength: 1, maxLength: 5 }), (lives) => {
        const board = new BoardBench({ image });
        for (const us of lives)
          board
            .powerUp()
            .run(us)
            .cutPower()
            .run(us / 2 + 1);
        expect(board.board.nextWake_us).toBeNull();
        const before = board.said.length;
        board.now_us = Math.ceil(board.now_us);
        board.powerUp().run(10_000);
        expect(board.said.length).toBe(before + 1);
        expect(board.board.lives).toBe(lives.length + 1);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a checkpoint', () => {
  const image = compileC(`${CONSOLE} ${TICKING}
    ISR(USART0_RX_vect) { UDR0 = UDR0 + 1; }
    ISR(ADC_vect) { PORTA = ADC; }
    int main(void) {
      open(); UCSR0B |= _BV(RXCIE0); tick(); ADCSRA = _BV(ADEN) | _BV(ADIE) | 7; sleep_enable(); sei();
      for (;;) { sleep_cpu(); if (ticks % 3 == 0) ADCSRA |= _BV(ADSC); if (ticks % 5 == 0) eeprom_update_byte((uint8_t *)7, ticks); }
    }`);

  function life(board: BoardBench, from: number, saveAt: number | null): BoardBench {
    let current = board;
    for (let step = from; step < 60; step++) {
      if (step === saveAt) {
        const saved = JSON.parse(JSON.stringify(current.board.save()));
        const next = new BoardBench({ image });
        next.board.restore(saved);
        next.now_us = current.now_us;
        next.driven.push(...current.driven);
        next.said.push(...current.said);
        current = next;
      }
      current.milliamp = step * 7;
      if (step % 4 === 0) current.send(step, step + 1);
      current.run(397);
    }
    return current;
  }

  it('goes on as the run without it, wherever it was taken; and a run twice is the same', () => {
    const whole = life(new BoardBench({ image }).powerUp(), 0, null);
    expect(whole.said.length).toBeGreaterThan(25);
    expect(whole.driven.length).toBeGreaterThan(25);
    for (const saveAt of [null, ...Array.from({ length: 20 }, (_, i) => 3 * i)]) {
      const other = life(new BoardBench({ image }).powerUp(), 0, saveAt);
      expect(other.driven).toEqual(whole.driven);
      expect(other.said).toEqual(whole.said);
      expect(other.board.save()).toEqual(whole.board.save());
    }
  });
});
