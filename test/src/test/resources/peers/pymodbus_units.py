"""Many meters behind one gateway, as pymodbus serves them. Usage: pymodbus_units.py PORT UNIT...
Holding register n, 0 to 99, of unit u holds 100 * u + n. Other units are not answered."""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartTcpServer


def meter(unit):
    return ModbusSlaveContext(hr=ModbusSequentialDataBlock(0, [100 * unit + n for n in range(100)]), zero_mode=True)


StartTcpServer(
    context=ModbusServerContext(slaves={int(unit): meter(int(unit)) for unit in sys.argv[2:]}, single=False),
    address=("127.0.0.1", int(sys.argv[1])),
    ignore_missing_slaves=True,
)
