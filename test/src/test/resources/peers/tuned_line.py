"""Two serial ports joined by a line whose far end is a device set to BAUD and PARITY. Usage: tuned_line.py BAUD N|E|O
Prints the two ports' paths. A pseudo-terminal has no speed of its own, so what the near end is set to is looked at for
each byte: at another speed the far side hears other bytes, with another parity none. Stop bits are not looked at: one
more or less is heard all the same."""
import os
import pty
import select
import sys
import termios
import tty

speed = getattr(termios, "B" + sys.argv[1])
parity = sys.argv[2]


def port():
    master, slave = pty.openpty()
    tty.setraw(slave)  # this side stays open, so that a closed port can be opened again
    return master, slave


def heard(data):
    iflag, _, cflag, _, ispeed, ospeed, _ = termios.tcgetattr(near_slave)
    # The kernel takes PARENB from a pseudo-terminal; INPCK, the check on input, stays and is set with it.
    set_to = "N" if not iflag & termios.INPCK else "O" if cflag & termios.PARODD else "E"
    if set_to != parity:
        return b""
    return data if ispeed == ospeed == speed else bytes(~byte & 0xFF for byte in data)


(near, near_slave), (far, far_slave) = port(), port()
print(os.ttyname(near_slave), os.ttyname(far_slave), flush=True)
while True:
    for ready in select.select([near, far], [], [])[0]:
        os.write(far if ready == near else near, heard(os.read(ready, 4096)))
