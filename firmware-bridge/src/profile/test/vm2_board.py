#!/usr/bin/env python3
"""A small vending board of another make, for tests: text lines over a pseudo-terminal, and a mechanism that runs in real time.

It was written from the words of its own manual below and shares nothing with the rest of this repository.

Host to board (each line ends with CR):
  ID      who is there: "VM2 1.4 48"
  ?       status: "ST <I|B> <supply in tenths of a volt> <door O|C>"
  Vnn     turn spiral nn once. It answers "OK", later "MOT", then "DROP" or "ERR n". A second Vnn is a second vend.
  Knn     forget the fault of spiral nn: "OK" or "ERR 6"
  G       let the gate go for 20 s: "GATE U"
Board to host, unasked: "VM2 1.4 READY" at start, "DOOR O", "DOOR C", "GATE O", "GATE C", "GATE L", "AMP n" (tenths of an ampere).
Faults: 1 busy, 2 door open, 3 nothing fell, 4 spiral blocked by an earlier fault, 5 the motor stalled and was cut, 6 no such spiral.

Side channel on standard input, one a line: hang nn, stall nn, free nn, door open, door close, take, supply n, mute, quit.
On standard output: "tty PATH" first, then what really happened: "heard LINE", "turned nn", "fell nn", "taken k", "cut nn".
"""
import os
import select
import sys
import time
import tty

SPIRALS = 48
TURN_S = float(sys.argv[1]) if len(sys.argv) > 1 else 0.8
EXTRA_S = TURN_S / 2
CUT_S = 0.3
GATE_S = 20.0


class Board:
    def __init__(self, wire):
        self.wire = wire
        self.plan = []  # (when, what, spiral)
        self.busy = 0
        self.faulty = set()
        self.hanging = set()
        self.stalling = set()
        self.door = False
        self.gate = "L"
        self.box = 0
        self.supply = 121
        self.mute = False

    def say(self, line):
        if not self.mute:
            os.write(self.wire, line.encode("ascii") + b"\r")

    def later(self, delay, what, spiral=0):
        self.plan.append((time.monotonic() + delay, what, spiral))
        self.plan.sort()

    def note(self, text):
        print(text, flush=True)

    # what the host says

    def hear(self, line):
        self.note("heard " + line)
        if line == "ID":
            self.say("VM2 1.4 %d" % SPIRALS)
        elif line == "?":
            self.say("ST %s %d %s" % ("B" if self.busy else "I", self.supply, "O" if self.door else "C"))
        elif line == "G":
            self.gate = "U"
            self.say("GATE U")
            self.plan = [one for one in self.plan if one[1] != "lock"]
            self.later(GATE_S, "lock")
        elif line[:1] in ("V", "K") and line[1:].isdigit():
            spiral = int(line[1:])
            if not 1 <= spiral <= SPIRALS:
                self.say("ERR 6")
            elif line[0] == "K":
                self.faulty.discard(spiral)
                self.say("OK")
            else:
                self.vend(spiral)
        else:
            self.say("WHAT")

    def vend(self, spiral):
        if self.busy:
            self.say("ERR 1")
        elif self.door:
            self.say("ERR 2")
        elif spiral in self.faulty:
            self.say("ERR 4")
        else:
            self.busy = spiral
            self.say("OK")
            self.later(0.03, "start", spiral)

    # what time brings

    def due(self):
        while self.plan and self.plan[0][0] <= time.monotonic():
            _, what, spiral = self.plan.pop(0)
            if what == "lock":
                if self.gate == "U":
                    self.gate = "L"
                    self.say("GATE L")
            elif spiral == self.busy:
                getattr(self, what)(spiral)

    def start(self, spiral):
        self.note("turned %02d" % spiral)
        self.say("MOT")
        if spiral in self.stalling:
            self.say("AMP 14")
            self.later(CUT_S, "cut", spiral)
            return
        self.say("AMP 3")
        if spiral in self.hanging:
            self.later(TURN_S + EXTRA_S, "give_up", spiral)
        else:
            self.later(TURN_S * 0.8, "fall", spiral)

    def fall(self, spiral):
        self.box += 1
        self.note("fell %02d" % spiral)
        self.later(TURN_S * 0.2, "arrive", spiral)

    def arrive(self, spiral):
        self.busy = 0
        self.say("DROP")

    def give_up(self, spiral):
        self.fault(spiral, 3)

    def cut(self, spiral):
        self.note("cut %02d" % spiral)
        self.fault(spiral, 5)

    def fault(self, spiral, number):
        self.busy = 0
        self.faulty.add(spiral)
        self.say("ERR %d" % number)

    # what hands do

    def hand(self, words):
        if words[0] == "hang":
            self.hanging.add(int(words[1]))
        elif words[0] == "stall":
            self.stalling.add(int(words[1]))
        elif words[0] == "free" and self.door:
            self.hanging.discard(int(words[1]))
            self.stalling.discard(int(words[1]))
        elif words[0] == "door":
            self.door = words[1] == "open"
            self.say("DOOR " + ("O" if self.door else "C"))
            if self.door and self.busy:
                self.fault(self.busy, 2)
        elif words[0] == "take" and self.gate == "U":
            self.say("GATE O")
            self.note("taken %d" % self.box)
            self.box = 0
            self.gate = "L"
            self.say("GATE C")
        elif words[0] == "supply":
            self.supply = int(words[1])
        elif words[0] == "mute":
            self.mute = True


def main():
    wire, other = os.openpty()
    tty.setraw(wire)
    tty.setraw(other)
    board = Board(wire)
    # Said before anybody can have opened the port.
    board.say("VM2 1.4 READY")
    board.note("tty " + os.ttyname(other))
    heard = b""
    while True:
        wait = max(0.0, board.plan[0][0] - time.monotonic()) if board.plan else 1.0
        ready, _, _ = select.select([wire, sys.stdin], [], [], min(wait, 1.0))
        if wire in ready:
            heard += os.read(wire, 256)
            while b"\r" in heard:
                line, heard = heard.split(b"\r", 1)
                board.hear(line.decode("ascii", "replace").strip())
        if sys.stdin in ready:
            text = os.read(0, 4096)
            for act in text.decode("ascii").splitlines():
                if act == "quit":
                    return
                board.hand(act.split())
            if text == b"":
                return
        board.due()


main()
