"""Two serial ports joined by a line. Usage: serial_line.py [BAUD [BITS]]
Prints the two ports' paths. With a baud rate, each character takes its time: BITS (10) bits, each way on its own."""
import os
import pty
import select
import sys
import threading
import time
import tty

baud = int(sys.argv[1]) if len(sys.argv) > 1 else 0
character = (int(sys.argv[2]) if len(sys.argv) > 2 else 10) / baud if baud else 0.0


def port():
    master, slave = pty.openpty()
    tty.setraw(slave)  # this side stays open, so that a closed port can be opened again
    return master, os.ttyname(slave)


def carry(source, target):
    due = 0.0
    while True:
        select.select([source], [], [])
        data = os.read(source, 4096)
        if not character:
            os.write(target, data)
            continue
        due = max(due, time.monotonic())
        for i in range(len(data)):
            due += character
            time.sleep(max(0.0, due - time.monotonic()))
            os.write(target, data[i : i + 1])


(left, left_path), (right, right_path) = port(), port()
print(left_path, right_path, flush=True)
threading.Thread(target=carry, args=(left, right), daemon=True).start()
carry(right, left)
