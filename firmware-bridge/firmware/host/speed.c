/*
 * How fast the interpreter runs here: as many steps of the first chart as the argument says, events drawn by the same small
 * generator as in the benchmark's TypeScript. Prints the seconds taken, and the leaves visited added up, so that both sides
 * can be seen to have done the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "all_charts.h"

int main(int count, char **words) {
  static uint8_t state[ALL_CHARTS_STATE_BYTES];
  static uint8_t ops[ALL_CHARTS_OPS];
  if (count != 3) return 2;
  const unsigned long steps = strtoul(words[1], NULL, 10);
  const uint32_t events = (uint32_t)strtoul(words[2], NULL, 10);
  const chart_t *chart = &all_charts[0];
  struct timespec from;
  struct timespec to;
  uint32_t luck = 1;
  unsigned long sum = 0;
  clock_gettime(CLOCK_MONOTONIC, &from);
  if (chart_start(chart, state, ops, ALL_CHARTS_OPS) == CHART_FAULT) return 1;
  for (unsigned long i = 0; i < steps; i++) {
    luck = luck * 1664525u + 1013904223u;
    if (chart_step(chart, state, (uint8_t)((luck >> 16) % events), ops, ALL_CHARTS_OPS) == CHART_FAULT) return 1;
    sum += state[0];
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.9f %lu\n", (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, sum);
  return 0;
}
