/* The most that the charts cartridge, interlock need, written by firmware-bridge/src/emit. */
#ifndef CHART_LIMITS_H
#define CHART_LIMITS_H

#define CHART_MAX_STATES 42u
#define CHART_MAX_LEAVES 5u
#define CHART_MAX_RAISED 1u

#endif
