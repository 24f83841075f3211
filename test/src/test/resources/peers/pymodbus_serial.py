"""A Modbus RTU device as pymodbus serves it. Usage: pymodbus_serial.py PORT BAUD. Unit 1 only; register n holds n, 0 to 999."""
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server import StartSerialServer
from pymodbus.transaction import ModbusRtuFramer

block = lambda: ModbusSequentialDataBlock(0, list(range(1000)))
unit = ModbusSlaveContext(hr=block(), ir=block(), zero_mode=True)
print("serving", flush=True)
StartSerialServer(
    context=ModbusServerContext(slaves={1: unit}, single=False),
    framer=ModbusRtuFramer,
    port=sys.argv[1],
    baudrate=int(sys.argv[2]),
)
