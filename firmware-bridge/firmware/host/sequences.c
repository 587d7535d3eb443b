/*
 * Runs charts over sequences of events, for tests that compare engines. Each line of input is a chart's number, then `start`
 * or the bytes of a state in hexadecimal, then numbers of events. Each line of output has, for every step (the start is one),
 * the bytes of the state, a colon, and the operations that left the chart, all in hexadecimal; `fault` where one did not fit.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "all_charts.h"

static char *word_of(char **rest) {
  char *word = *rest;
  while (isspace((unsigned char)*word)) word++;
  char *end = word;
  while (*end != '\0' && !isspace((unsigned char)*end)) end++;
  *rest = *end == '\0' ? end : end + 1;
  *end = '\0';
  return word;
}

static void put_bytes(const uint8_t *bytes, uint16_t count) {
  static const char digits[] = "0123456789abcdef";
  for (uint16_t i = 0; i < count; i++) {
    putchar(digits[bytes[i] >> 4]);
    putchar(digits[bytes[i] & 15u]);
  }
}

static void put_step(const chart_t *chart, const uint8_t *state, const uint8_t *ops, uint16_t count) {
  if (count == CHART_FAULT) {
    fputs("fault ", stdout);
    return;
  }
  put_bytes(state, chart->table[CHART_HEADER_STATE_BYTES]);
  putchar(':');
  put_bytes(ops, count);
  putchar(' ');
}

static void read_state(const char *word, uint8_t *state, size_t bytes) {
  char digits[3] = {0, 0, 0};
  if (strlen(word) != 2 * bytes) {
    fputs("a state of the wrong length\n", stderr);
    exit(2);
  }
  for (size_t i = 0; i < bytes; i++) {
    memcpy(digits, word + 2 * i, 2);
    state[i] = (uint8_t)strtoul(digits, NULL, 16);
  }
}

/* The table's own limits, in memory: the other way for a chart to be given them, which the board's program does not use. */
static const uint16_t *limits_of(const chart_t *chart) {
  static uint16_t limits[256];
  const uint8_t *table = chart->table;
  const unsigned at = table[CHART_HEADER_LIMITS] + 256u * table[CHART_HEADER_LIMITS + 1];
  const unsigned end = table[CHART_HEADER_TIMERS] + 256u * table[CHART_HEADER_TIMERS + 1];
  for (unsigned i = 0; at + 2 * i < end; i++) limits[i] = (uint16_t)(table[at + 2 * i] + 256u * table[at + 2 * i + 1]);
  return limits;
}

int main(void) {
  static uint8_t state[ALL_CHARTS_STATE_BYTES];
  static uint8_t ops[ALL_CHARTS_OPS];
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0) {
    char *rest = line;
    const unsigned long number = strtoul(word_of(&rest), NULL, 10);
    if (number >= ALL_CHARTS) {
      fputs("no such chart\n", stderr);
      return 2;
    }
    const chart_t with_limits = {all_charts[number].table, limits_of(&all_charts[number])};
    const chart_t *chart = &with_limits;
    const char *from = word_of(&rest);
    if (strcmp(from, "start") == 0) {
      const uint16_t count = chart_start(chart, state, ops, ALL_CHARTS_OPS);
      put_step(chart, state, ops, count);
    } else {
      read_state(from, state, chart->table[CHART_HEADER_STATE_BYTES]);
    }
    for (char *word = word_of(&rest); *word != '\0'; word = word_of(&rest)) {
      const uint16_t count = chart_step(chart, state, (uint8_t)strtoul(word, NULL, 10), ops, ALL_CHARTS_OPS);
      put_step(chart, state, ops, count);
    }
    putchar('\n');
  }
  free(line);
  return 0;
}
