"""A Schneider PM5500 as pymodbus serves it, with a set-point in kW at 1000. Usage: pymodbus_meter.py PORT
Unit 1: power -31.5 MW (injection), 59.987 Hz, counters of 42 Wh imported and 9007199254740993 Wh exported;
discrete inputs 0 and 2 are set, 1 and 3 are not; register 1015 is 0x0020."""
import struct
import sys

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server import StartTcpServer


def words(layout, value):
    raw = struct.pack(layout, value)
    return list(struct.unpack(">%dH" % (len(raw) // 2), raw))


registers = {address: 0 for address in range(1000, 1016)}
registers.update({address: 0x8000 for address in range(3000, 3300)})
for first, numbers in (
    (3059, words(">f", -31500.0)),
    (3109, words(">f", 59.987)),
    (3203, words(">q", 42)),
    (3207, words(">q", 9007199254740993)),
    (1000, words(">I", 60000)),
    (1010, words(">I", 48000)),
    (1015, [0x0020]),
):
    registers.update({first + i: word for i, word in enumerate(numbers)})

unit = ModbusSlaveContext(
    hr=ModbusSparseDataBlock(registers),
    di=ModbusSparseDataBlock({0: True, 1: False, 2: True, 3: False}),
    zero_mode=True,
)
StartTcpServer(
    context=ModbusServerContext(slaves={1: unit}, single=False),
    address=("127.0.0.1", int(sys.argv[1])),
)
