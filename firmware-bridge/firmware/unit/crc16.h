/* CRC-16 as Modbus has it: polynomial 0xA001 (reflected), from 0xFFFF. */
#ifndef CRC16_H
#define CRC16_H

#include <stdint.h>

#define CRC16_START 0xFFFFu

/* One byte more. Eight steps at once: a byte moves the register by itself shifted twice, and by its parity. */
static inline uint16_t crc16_step(uint16_t crc, uint8_t byte) {
  const uint8_t mixed = (uint8_t)(crc ^ byte);
  uint8_t parity = (uint8_t)(mixed ^ (mixed >> 4));
  parity = (uint8_t)(parity ^ (parity >> 2));
  parity = (uint8_t)((parity ^ (parity >> 1)) & 1u);
  crc = (uint16_t)((crc >> 8) ^ (uint16_t)((uint16_t)mixed << 6) ^ (uint16_t)((uint16_t)mixed << 7));
  return parity ? (uint16_t)(crc ^ 0xC001u) : crc;
}

static inline uint16_t crc16_of(uint16_t crc, const uint8_t *bytes, uint16_t count) {
  for (uint16_t i = 0; i < count; i++) crc = crc16_step(crc, bytes[i]);
  return crc;
}

#endif
