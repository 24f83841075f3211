"""A Modbus TCP meter that overhears a request which comes too soon after its last answer. Usage: slow_meter.py PORT MS
Unit 1; register n holds n. Prints "serving" when it listens."""
import socketserver
import struct
import sys
import time

rest = int(sys.argv[2]) / 1000
answered = [0.0]


class Meter(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            head = self.rfile.read(7)
            if len(head) < 7:
                return
            transaction, _, length, unit = struct.unpack(">HHHB", head)
            function, address, count = struct.unpack(">BHH", self.rfile.read(length - 1))
            if time.monotonic() - answered[0] < rest:
                continue
            words = struct.pack(">%dH" % count, *(n & 0xFFFF for n in range(address, address + count)))
            self.wfile.write(struct.pack(">HHHBBB", transaction, 0, 3 + len(words), unit, function, len(words)) + words)
            answered[0] = time.monotonic()


socketserver.ThreadingTCPServer.allow_reuse_address = True
with socketserver.ThreadingTCPServer(("127.0.0.1", int(sys.argv[1])), Meter) as server:
    print("serving", flush=True)
    server.serve_forever()
