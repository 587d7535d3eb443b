/* What leaves the charts, in the board's words, written by firmware-bridge/src/firmware; npm run generate writes it anew. */
#ifndef EFFECTS_H
#define EFFECTS_H

#include "board.h"

/* Four bytes for each operation: its kind, then two arguments, then for a signal the slots that it takes along. */
enum { EFFECT_BYTES = 4 };
enum { EFFECT_NONE = 0, EFFECT_SIGNAL = 1, EFFECT_DRIVE = 2, EFFECT_TELL_MOTION = 3 };
enum { EFFECT_TAKES_ORDER = 1, EFFECT_TAKES_CARTRIDGE = 2 };
enum { ACTUATOR_MOTOR = 0, ACTUATOR_BOLT = 1, ACTUATOR_DIVERTER = 2 };

extern const uint8_t cartridge_effects[] BOARD_FLASH;
extern const uint8_t interlock_effects[] BOARD_FLASH;

#endif
