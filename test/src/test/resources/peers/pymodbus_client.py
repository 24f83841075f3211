"""Reads a number of two registers with pymodbus. Usage: pymodbus_client.py rtu+tcp|tls PORT UNIT holding|input ADDRESS [CA]
Prints it as a float, and what a read from a unit that is not there gives."""
import ssl
import struct
import sys

from pymodbus.client import ModbusTcpClient, ModbusTlsClient
from pymodbus.framer.rtu_framer import ModbusRtuFramer
from pymodbus.framer.socket_framer import ModbusSocketFramer



class SecuredClient(ModbusTlsClient):
    """pymodbus waits with select() for bytes that OpenSSL has already taken from the socket, so it is read here."""

    def recv(self, size):
        data = b""
        while len(data) < size:
            more = self.socket.recv(size - len(data))
            if not more:
                break
            data += more
        return data


kind, port, unit, table, address = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
if kind == "tls":
    context = ssl.create_default_context(cafile=sys.argv[6])
    client = SecuredClient(
        "127.0.0.1", port=port, framer=ModbusSocketFramer, sslctx=context, server_hostname="127.0.0.1"
    )
else:
    client = ModbusTcpClient("127.0.0.1", port=port, framer=ModbusRtuFramer, timeout=1, retries=0)
client.connect()
read = client.read_holding_registers if table == "holding" else client.read_input_registers
words = read(address, count=2, slave=unit).registers
print(struct.unpack(">f", struct.pack(">HH", *words))[0])
print(type(read(address, count=2, slave=99)).__name__)
client.close()
