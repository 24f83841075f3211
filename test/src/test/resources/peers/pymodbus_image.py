"""Holding registers as a test laid them out, served by pymodbus as unit 1. Usage: pymodbus_image.py PORT FILE
Each line of FILE is ADDRESS WORD; other addresses are refused."""
import sys

from pymodbus.datastore import ModbusServerContext, ModbusSlaveContext, ModbusSparseDataBlock
from pymodbus.server import StartTcpServer

with open(sys.argv[2], encoding="ascii") as file:
    registers = dict(tuple(map(int, line.split())) for line in file)

unit = ModbusSlaveContext(hr=ModbusSparseDataBlock(registers), zero_mode=True)
StartTcpServer(
    context=ModbusServerContext(slaves={1: unit}, single=False),
    address=("127.0.0.1", int(sys.argv[1])),
)
