#include "waveform.h"

#include "registers.h"

static uint8_t samples[WIRE_WAVEFORM_SAMPLES];
static uint16_t count;
static uint16_t step_ms = 1;
static uint16_t skipped;
static uint32_t order;
static uint8_t cartridge;

void waveform_clear(void) {
  count = 0;
  skipped = 0;
  step_ms = 1;
  order = 0;
  cartridge = 0;
}

void waveform_begin(uint32_t of_order, uint8_t of_cartridge) {
  if (order == of_order) return;
  waveform_clear();
  order = of_order;
  cartridge = of_cartridge;
}

static void halve(void) {
  const uint8_t *from = samples;
  for (uint8_t *to = samples; to < samples + WIRE_WAVEFORM_SAMPLES / 2; from += 2) *to++ = *from;
  count = WIRE_WAVEFORM_SAMPLES / 2;
  step_ms = (uint16_t)(step_ms * 2u);
}

void waveform_sample(uint16_t current_counts) {
  if (skipped != 0) {
    skipped--;
    return;
  }
  if (count == WIRE_WAVEFORM_SAMPLES) halve();
  const uint16_t sample = current_counts / (WAVEFORM_MILLIAMP_PER_COUNT / 2);
  samples[count++] = (uint8_t)(sample > 0xFFu ? 0xFFu : sample);
  skipped = (uint16_t)(step_ms - 1u);
}

uint32_t waveform_order(void) { return order; }
uint8_t waveform_cartridge(void) { return cartridge; }
uint16_t waveform_samples(void) { return count; }
uint16_t waveform_step_ms(void) { return step_ms; }
const uint8_t *waveform_bytes(void) { return samples; }
