"""Watches the relay lines of the guest from outside it, through QEMU's monitor, beside the phases on its console.
Usage: witness.py STORY MONITOR CONSOLE. The chip is a PL061: levels at 0x090303fc, directions at 0x09030400."""
import re
import socket
import sys
import time

LIMIT = 1800
# When a phase begins: levels of lines 2, 1, 0 (k4 k3 k2), and why.
RELAYS = {
    "commanded 2 MW": (0b110, "free: k2 and k3 (active low) at rest, k4 energised to release"),
    "commanded 1.2 MW": (0b111, "60 %: k2 energised"),
    "commanded 0.6 MW": (0b100, "30 %: k2 at rest, k3 energised by a low level"),
    "killed": (0b100, "kill -9 changes nothing: every relay stays where it was"),
    "safe": (0b010, "relays-to-safe: all at rest, so k4 curtails to 0 %"),
}
SERVICE = {
    "ordered": (0b100, "the signed order of 0.7 MW: 30 %, k3 energised by a low level, k4 energised to release"),
    "stopped": (0b100, "a frozen agent changes nothing"),
    "again": (0b100, "the restarted agent holds the cap without another word of the ISO"),
}
# Every state of the three lines, from when all of them are driven: between two steps no contact speaks, for the gap.
# After a start there is nothing to wait for between breaking and making, so that state may be too short to be seen; so
# may 000, when k4 curtails and k3 is not yet at rest.
STORIES = {
    "relays": (RELAYS, r"110 111 110 100 (000 )?010", "break before make, nothing after the kill"),
    "service": (SERVICE, r"100 (000 )?010 (110 )?100", "the order, the safe state after the watchdog, the order again"),
}


def connect(path):
    for _ in range(100):
        try:
            monitor = socket.socket(socket.AF_UNIX)
            monitor.connect(path)
            return monitor
        except OSError:
            time.sleep(0.1)
    sys.exit("witness: QEMU's monitor does not answer")


def prompt(monitor):
    text = b""
    while not text.endswith(b"(qemu) "):
        part = monitor.recv(4096)
        if not part:
            raise OSError("the guest is gone")
        text += part
    return text.decode(errors="replace")


def word(monitor, address):
    monitor.sendall(f"xp /1wx {address:#x}\n".encode())
    return int(re.findall(r": 0x([0-9a-f]{8})", prompt(monitor))[-1], 16)


def main():
    expected, told, why_told = STORIES[sys.argv[1]]
    monitor, console = connect(sys.argv[2]), sys.argv[3]
    prompt(monitor)
    started, phase, seen, story, last = time.time(), "power-on", {}, [], None
    while phase not in ("end", "failed") and time.time() - started < LIMIT:
        try:
            now = (word(monitor, 0x090303FC) & 7, word(monitor, 0x09030400) & 7)
        except (OSError, IndexError):
            break
        with open(console, errors="replace") as file:
            phases = re.findall(r"PHASE ([^\r\n]+)", file.read())
        if phases and phases[-1] != phase:
            phase = phases[-1]
            print(f"{time.time() - started:7.2f} s  guest: {phase}", flush=True)
        if now != last:
            print(f"{time.time() - started:7.2f} s  lines k4 k3 k2 = {now[0]:03b}, driven {now[1]:03b}", flush=True)
            last = now
            if now[1] == 0b111:
                story.append(now[0])
        seen.setdefault(phase, now)
        time.sleep(0.01)
    failures = 0
    for name, (levels, why) in expected.items():
        got = seen.get(name)
        good = got == (levels, 0b111)
        failures += not good
        shown = "never reached" if got is None else f"{got[0]:03b}, driven {got[1]:03b}"
        print(f"{'ok  ' if good else 'FAIL'} {name}: {shown}; expected {levels:03b} ({why})")
    shown = " ".join(f"{levels:03b}" for levels in story)
    good = re.fullmatch(told, shown) is not None
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} all states in turn: {shown}; expected {told} ({why_told})")
    sys.exit(failures)


main()
