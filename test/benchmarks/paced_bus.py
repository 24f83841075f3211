"""A serial bus with devices that need no time to think. Usage: paced_bus.py BAUD UNITS
Prints its port and whether it runs in real time. Each character of ten bits takes its time, and each answer begins 3.5
characters after its request. Units 1 to UNITS answer reads; register n holds n. At the end of its input it prints how many
requests it answered, how late its own last bytes were on average, in ms, and how many requests came sooner than 3.5
characters after the last byte."""
import os
import pty
import select
import struct
import sys
import time
import tty

baud, units = int(sys.argv[1]), int(sys.argv[2])
character = 10 / baud
silence = 3.5 * character if baud <= 19200 else 0.00175
answered, late, hasty = 0, 0.0, 0


def check_sum(frame):
    crc = 0xFFFF
    for byte in frame:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return struct.pack("<H", crc)


def answer(request):
    unit, function, address, count = struct.unpack(">BBHH", request[:6])
    if request[6:] != check_sum(request[:6]) or not 1 <= unit <= units:
        return b""
    words = struct.pack(">%dH" % count, *((address + i) & 0xFFFF for i in range(count)))
    frame = struct.pack(">BBB", unit, function, len(words)) + words
    return frame + check_sum(frame)


master, slave = pty.openpty()
tty.setraw(slave)  # this side stays open, so that a closed port can be opened again
try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
    pace = "real-time"
except PermissionError:
    pace = "time-shared"
print(os.ttyname(slave), pace, flush=True)
free, request = 0.0, b""
while True:
    ready, _, _ = select.select([master, sys.stdin], [], [], 0.1 if request else None)
    if sys.stdin in ready:
        break
    if not ready:
        request = b""  # the rest of a broken frame does not come
        continue
    if not request:
        begin = time.monotonic()
        hasty += begin - free < silence - 0.0001
    request += os.read(master, 256)
    if len(request) < 8:
        continue
    frame, request = answer(request[:8]), b""
    start = max(begin, free) + 8 * character + silence
    free = max(begin, free) + 8 * character
    for i in range(len(frame)):
        free = start + (i + 1) * character
        time.sleep(max(0.0, free - time.monotonic()))
        os.write(master, frame[i : i + 1])
    if frame:
        answered += 1
        late += time.monotonic() - free
        free = max(free, time.monotonic())
print(answered, 1000 * late / max(1, answered), hasty, flush=True)
