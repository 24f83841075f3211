"""Reads the agent's registers as a control system would. Usage: pymodbus_scada.py PORT UNIT
Prints one line: limited, cap, reason, state, validity, power, order id, text, and what became of a write."""
import json
import struct
import sys

from pymodbus.client import ModbusTcpClient

client = ModbusTcpClient("127.0.0.1", port=int(sys.argv[1]))
client.connect()
unit = int(sys.argv[2])


def words(address, count):
    return client.read_holding_registers(address, count=count, slave=unit).registers


def signed(pair):
    return struct.unpack(">i", struct.pack(">HH", *pair))[0]


def text(registers):
    return struct.pack(">%dH" % len(registers), *registers).rstrip(b"\0").decode("ascii")


head = words(0, 26)
print(
    json.dumps(
        {
            "version": head[0],
            "heartbeat": head[1],
            "limited": head[6],
            "cap": signed(head[7:9]),
            "reason": head[9],
            "state": head[10],
            "validity": head[13],
            "power": signed(head[14:16]),
            "order": text(words(121, 50)),
            "why": text(words(200, 100)),
            "sentence": text(words(400, 120)),
            "unit": text(words(1000, 21)),
            "unit_cap": signed(words(1022, 2)),
            "write_refused": client.write_register(7, 1, slave=unit).isError(),
        }
    )
)
client.close()
