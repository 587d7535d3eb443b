#include "slave.h"

#include <string.h>

#include "board.h"
#include "controller.h"
#include "crc16.h"
#include "numbers.h"
#include "record_store.h"
#include "registers.h"
#include "registers_read.h"

enum { LEAST_FRAME = 4, MOST_FRAME = 256, CRC_BYTES = 2, BYTES_A_PIECE = 48 };
enum { MOST_READ = 125, MOST_WRITTEN = 123 };
enum { READ_HOLDING = 3, READ_INPUT = 4, WRITE_ONE = 6, WRITE_MANY = 16, IS_EXCEPTION = 0x80 };
enum { NO_SUCH_FUNCTION = 1, NO_SUCH_ADDRESS = 2, NOT_ALLOWED = 3 };

/* ---- Shared with interrupts: each is one byte, or written by one side while the other does not look ---- */

static uint8_t heard[MOST_FRAME];
static volatile uint16_t heard_bytes;   /* the interrupt's while `is_whole` is 0, then slave_work's */
static volatile uint8_t is_whole;       /* a frame waits for slave_work */
static volatile uint8_t is_spoilt;      /* a byte of this frame was lost */
static volatile uint8_t lost_count;     /* bytes and frames, rolling over; slave_work adds them up */
static volatile uint8_t dropped_count;

void slave_take_byte(uint8_t byte, uint8_t is_lost) {
  if (is_lost || is_whole) {
    lost_count++;
    is_spoilt = 1;
  } else if (heard_bytes < MOST_FRAME) {
    heard[heard_bytes++] = byte;
  } else {
    is_spoilt = 1;
  }
}

void slave_take_silence(void) {
  if (is_spoilt) {
    is_spoilt = 0;
    dropped_count++;
    if (!is_whole) heard_bytes = 0;
  } else if (!is_whole && heard_bytes > 0) {
    is_whole = 1;
  }
}

/* ---- The main loop's ---- */

typedef enum { HEARING, CHECKING, SUMMING, SENDING } doing_t;

static doing_t doing;
static uint16_t crc;
static uint16_t summed; /* bytes that are in the checksum already */
static uint8_t reply[MOST_FRAME];
static uint16_t reply_bytes;
static uint32_t frames_heard;
static uint32_t frames_dropped;
static uint32_t bytes_lost;
static uint8_t lost_seen;
static uint8_t dropped_seen;

static void count_losses(void) {
  const uint8_t lost = lost_count;
  const uint8_t dropped = dropped_count;
  if (lost == lost_seen && dropped == dropped_seen) return;
  bytes_lost += (uint8_t)(lost - lost_seen);
  frames_dropped += (uint8_t)(dropped - dropped_seen);
  lost_seen = lost;
  dropped_seen = dropped;
}

/* The receiver may have the buffer again. */
static void release(void) {
  heard_bytes = 0;
  is_whole = 0;
}

static void refuse(uint8_t exception) {
  reply[1] = (uint8_t)(heard[1] | IS_EXCEPTION);
  reply[2] = exception;
  reply_bytes = 3;
}

static void answer_read(uint16_t body, uint8_t is_input) {
  const uint16_t from = word_from(heard + 2);
  const uint16_t count = word_from(heard + 4);
  if (body != 6 || count < 1 || count > MOST_READ) {
    refuse(NOT_ALLOWED);
  } else if (!(is_input ? registers_has_input(from, count) : registers_has_holding(from, count))) {
    refuse(NO_SUCH_ADDRESS);
  } else {
    reply[2] = (uint8_t)(2u * count);
    reply_bytes = (uint16_t)(3u + 2u * count);
    if (is_input) registers_read_input(from, count, reply + 3);
    else registers_read_holding(from, count, reply + 3);
  }
}

/* A write is answered by its own first six bytes. */
static void answer_write(uint16_t from, uint16_t count, const uint8_t *bytes, uint32_t now) {
  const uint8_t exception = registers_write(from, count, bytes, now);
  if (exception != 0) {
    refuse(exception);
    return;
  }
  memcpy(reply, heard, 6);
  reply_bytes = 6;
}

static void answer_write_many(uint16_t body, uint32_t now) {
  const uint16_t count = word_from(heard + 4);
  if (body < 7 || count < 1 || count > MOST_WRITTEN || heard[6] != 2u * count || body != 7u + 2u * count) refuse(NOT_ALLOWED);
  else answer_write(word_from(heard + 2), count, heard + 7, now);
}

/* A function 6 within the mailbox would be half a command. */
static void answer_write_one(uint16_t body, uint32_t now) {
  if (body != 6) refuse(NOT_ALLOWED);
  else answer_write(word_from(heard + 2), 1, heard + 4, now);
}

static void answer(uint16_t body) {
  const uint32_t now = board_now().tick;
  controller_hears_host(now);
  reply[0] = heard[0];
  reply[1] = heard[1];
  switch (heard[1]) {
    case READ_HOLDING:
    case READ_INPUT:
      answer_read(body, heard[1] == READ_INPUT);
      break;
    case WRITE_ONE:
      answer_write_one(body, now);
      break;
    case WRITE_MANY:
      answer_write_many(body, now);
      break;
    default:
      refuse(NO_SUCH_FUNCTION);
      break;
  }
}

/* The frame is summed up to its own checksum: it is taken, or dropped. */
static void take_frame(void) {
  const uint16_t body = (uint16_t)(heard_bytes - CRC_BYTES);
  doing = HEARING;
  if (crc != (uint16_t)(heard[body] | (uint16_t)((uint16_t)heard[body + 1] << 8))) {
    frames_dropped++;
  } else if (heard[0] == WIRE_UNIT && record_store_is_booted()) {
    frames_heard++;
    answer(body);
    crc = CRC16_START;
    summed = 0;
    doing = SUMMING;
  }
  release();
}

/* Some more bytes of the checksum; 1 once all of `count` are in it. */
static uint8_t sum_up(const uint8_t *bytes, uint16_t count) {
  const uint16_t left = (uint16_t)(count - summed);
  const uint16_t piece = left < BYTES_A_PIECE ? left : BYTES_A_PIECE;
  crc = crc16_of(crc, bytes + summed, piece);
  summed = (uint16_t)(summed + piece);
  return summed == count;
}

static uint8_t begin_frame(void) {
  if (!is_whole) return 0;
  if (heard_bytes < LEAST_FRAME) {
    frames_dropped++;
    release();
    return 1;
  }
  crc = CRC16_START;
  summed = 0;
  doing = CHECKING;
  return 1;
}

uint8_t slave_work(void) {
  count_losses();
  switch (doing) {
    case HEARING:
      return begin_frame();
    case CHECKING:
      if (sum_up(heard, (uint16_t)(heard_bytes - CRC_BYTES))) take_frame();
      return 1;
    case SUMMING:
      if (!sum_up(reply, reply_bytes)) return 1;
      reply[reply_bytes] = (uint8_t)crc;
      reply[reply_bytes + 1] = (uint8_t)(crc >> 8);
      board_send(reply, (uint16_t)(reply_bytes + CRC_BYTES));
      doing = SENDING;
      return 1;
    default:
      if (board_is_sending()) return 0;
      doing = HEARING;
      return 1;
  }
}

void slave_start(void) {
  release();
  is_spoilt = 0;
  doing = HEARING;
  frames_heard = 0;
  frames_dropped = 0;
  bytes_lost = 0;
  lost_seen = lost_count;
  dropped_seen = dropped_count;
}

uint32_t slave_frames_heard(void) { return frames_heard; }
uint32_t slave_frames_dropped(void) { return frames_dropped; }
uint32_t slave_bytes_lost(void) { return bytes_lost; }
