#!/usr/bin/env python3
"""A board of bare digital lines, for tests: it shows switches and drives transistors, knows no cartridge and no order, and cuts a motor
that stalls. Behind it is a mechanism that runs in real time.

It was written from the words of its own manual below and shares nothing with the rest of this repository.

Lines end with LF. Host to board:
  R              answers "L hh", eight inputs in hexadecimal: 1 door open, 2 flap open, 4 bolt back, 8 beam dark at any time since the
                 last R, 16 cam switch open (of the driven spiral, or of none: closed), 32 motor current high, 64 supply low
  W r c b d      outputs: row mask and column mask of the motor matrix (6 columns), bolt, diverter, in decimal; answers "OK"
With a Modbus module in front of it (second argument `modbus`) the same lines are registers, Modbus RTU at unit 1: input register 0
holds 1D10, input register 1 the eight inputs, holding registers 0 to 3 the four outputs (function 16); anything else: exception 1.
Anything else: "NO". A motor that stalls for 400 ms is cut until its outputs were off once. Nothing heard for 500 ms: outputs off.

Side channel on standard input, one a line: hang nn, stall nn, free nn, door open, door close, take, mute, speak, quit.
On standard output: "tty PATH" first, then what really happened: "on nn", "off nn", "fell nn box|bin", "taken k", "cut nn", "silence".
"""
import os
import select
import sys
import time
import tty

RPM = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
MODBUS = sys.argv[2:] == ["modbus"]
TURN_PER_S = RPM / 60
NOTCH = 0.06  # turns to either side of each half turn in which the cam switch is closed
RELEASE = 0.78
FALL_S, PASS_S, BOLT_S, HOLD_S = 0.25, 0.03, 0.08, 0.4
CUT_S, SILENCE_S = 0.4, 0.5
TICK_S = 0.002
# A machine that withholds the processor from this program takes no more than this from the board's time at once: a real board would
# have gone on answering meanwhile.
HELD_S = 0.02


class Clock:
    """The board's own time, in seconds: the wall's, without what was withheld."""

    def __init__(self):
        self.now = 0.0
        self.then = time.monotonic()

    def advance(self, waited):
        wall = time.monotonic()
        self.now += min(wall - self.then, waited + HELD_S)
        self.then = wall


class Spiral:
    def __init__(self):
        self.turns = 0.0
        self.hangs = False
        self.stalls = False

    def cam_closed(self):
        half = (self.turns * 2) % 1 / 2
        return min(half, 0.5 - half) <= NOTCH


class Board:
    def __init__(self, wire):
        self.wire = wire
        self.clock = Clock()
        self.spirals = {n: Spiral() for n in range(1, 49)}
        self.driven = 0
        self.diverter = 0
        self.bolt = 0
        self.bolt_moves = 0.0
        self.door = False
        self.flap_until = 0.0
        self.beam_until = 0.0
        self.beam_seen = False
        self.falls = []  # (when, spiral)
        self.stalled_since = None
        self.is_cut = False
        self.box = 0
        self.heard_at = self.clock.now
        self.was_silent = True
        self.mute = False
        self.then = self.clock.now

    def note(self, text):
        print(text, flush=True)

    def say(self, text):
        if not self.mute:
            os.write(self.wire, (text + "\n").encode("ascii"))

    def hear(self, line):
        if self.mute:
            return
        self.heard_at = self.clock.now
        self.was_silent = False
        words = line.split()
        if words == ["R"]:
            self.say("L %02X" % self.inputs())
            self.beam_seen = False
        elif len(words) == 5 and words[0] == "W" and all(word.isdigit() for word in words[1:]):
            rows, columns, bolt, diverter = (int(word) for word in words[1:])
            self.output(rows, columns, bolt, diverter)
            self.say("OK")
        else:
            self.say("NO")

    def answer(self, request):
        """One request of Modbus RTU, without its checksum; what is answered, without its own."""
        unit, function = request[0], request[1]
        words = [int.from_bytes(request[i : i + 2], "big") for i in (2, 4)]
        if function == 4 and words in ([0, 1], [1, 1]):
            value = 0x1D10 if words == [0, 1] else self.inputs()
            if words == [1, 1]:
                self.beam_seen = False
            return bytes([unit, 4, 2]) + value.to_bytes(2, "big")
        if function == 16 and words == [0, 4] and request[6] == 8:
            self.output(*(int.from_bytes(request[i : i + 2], "big") for i in (7, 9, 11, 13)))
            return request[:6]
        return bytes([unit, function | 0x80, 1])

    def hear_frames(self, heard):
        """Answers each whole frame in what was heard; returns what is left of it."""
        while len(heard) >= 8:
            length = 9 + heard[6] if heard[1] == 16 else 8
            if len(heard) < length:
                return heard
            frame, heard = heard[:length], heard[length:]
            if crc(frame[:-2]) != frame[-2:]:
                return b""
            if self.mute:
                continue
            self.heard_at = self.clock.now
            self.was_silent = False
            reply = self.answer(frame[:-2])
            os.write(self.wire, reply + crc(reply))
        return heard

    def inputs(self):
        now = self.clock.now
        bolt_back = self.bolt == 1 and now >= self.bolt_moves
        cam_open = self.driven != 0 and not self.spirals[self.driven].cam_closed()
        high = self.driven != 0 and not self.is_cut and self.spirals[self.driven].stalls
        return (
            (1 if self.door else 0)
            | (2 if now < self.flap_until else 0)
            | (4 if bolt_back else 0)
            | (8 if self.beam_seen or now < self.beam_until else 0)
            | (16 if cam_open else 0)
            | (32 if high else 0)
        )

    def output(self, rows, columns, bolt, diverter):
        spiral = 0
        if rows and columns and rows & (rows - 1) == 0 and columns & (columns - 1) == 0:
            spiral = (rows.bit_length() - 1) * 6 + columns.bit_length()
        if spiral != self.driven:
            if self.driven:
                self.note("off %02d" % self.driven)
            if spiral:
                self.note("on %02d" % spiral)
            self.driven = spiral
            self.stalled_since = None
            self.is_cut = False
        if bolt != self.bolt:
            self.bolt = bolt
            self.bolt_moves = self.clock.now + BOLT_S
        self.diverter = diverter

    def pass_time(self, waited):
        self.clock.advance(waited)
        now = self.clock.now
        gone, self.then = now - self.then, now
        if not self.was_silent and now - self.heard_at > SILENCE_S:
            self.was_silent = True
            if self.driven or self.bolt:
                self.note("silence")
            self.output(0, 0, 0, 0)
        if self.driven and not self.is_cut and not self.door:
            self.turn(self.spirals[self.driven], gone, now)
        for fall in [one for one in self.falls if one[0] <= now]:
            self.falls.remove(fall)
            self.beam_until = now + PASS_S
            self.beam_seen = True
            self.note("fell %02d %s" % (fall[1], "bin" if self.diverter else "box"))
            if not self.diverter:
                self.box += 1

    def turn(self, spiral, gone, now):
        if spiral.stalls:
            self.stalled_since = self.stalled_since or now
            if now - self.stalled_since > CUT_S:
                self.is_cut = True
                self.note("cut %02d" % self.driven)
            return
        before = spiral.turns
        spiral.turns += TURN_PER_S * gone
        if (before - RELEASE) // 1 != (spiral.turns - RELEASE) // 1 and not spiral.hangs:
            self.falls.append((now + FALL_S, self.driven))

    def hand(self, words):
        if words[0] in ("hang", "stall", "free") and (words[0] != "free" or self.door):
            spiral = self.spirals[int(words[1])]
            spiral.hangs = words[0] == "hang"
            spiral.stalls = words[0] == "stall"
            if words[0] == "free":
                spiral.turns = 0.0
        elif words[0] == "door":
            self.door = words[1] == "open"
        elif words[0] == "take" and self.bolt == 1:
            self.flap_until = self.clock.now + HOLD_S
            self.note("taken %d" % self.box)
            self.box = 0
        elif words[0] in ("mute", "speak"):
            self.mute = words[0] == "mute"


def crc(frame):
    """Checksum of Modbus RTU, low byte first."""
    value = 0xFFFF
    for byte in frame:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0xA001 if value & 1 else 0)
    return value.to_bytes(2, "little")


def main():
    wire, other = os.openpty()
    tty.setraw(wire)
    tty.setraw(other)
    board = Board(wire)
    board.note("tty " + os.ttyname(other))
    heard = b""
    while True:
        wait = TICK_S if board.driven or board.falls else 0.05
        ready, _, _ = select.select([wire, sys.stdin], [], [], wait)
        board.pass_time(wait)
        if wire in ready:
            heard += os.read(wire, 256)
            if MODBUS:
                heard = board.hear_frames(heard)
            while not MODBUS and b"\n" in heard:
                line, heard = heard.split(b"\n", 1)
                board.hear(line.decode("ascii", "replace").strip())
        if sys.stdin in ready:
            text = os.read(0, 4096)
            if text == b"":
                return
            for act in text.decode("ascii").splitlines():
                if act == "quit":
                    return
                board.hand(act.split())


main()
