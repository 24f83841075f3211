"""Ends TLS with OpenSSL and passes the bytes on to a plain port. Usage: tls_terminator.py PORT PEM TARGET"""
import socket
import ssl
import sys
import threading

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2])
listening = socket.create_server(("127.0.0.1", int(sys.argv[1])))


def carry(source, target):
    try:
        while data := source.recv(4096):
            target.sendall(data)
    except OSError:
        pass
    target.close()


def serve(client):
    try:
        inner = context.wrap_socket(client, server_side=True)
    except OSError:
        return
    outer = socket.create_connection(("127.0.0.1", int(sys.argv[3])))
    threading.Thread(target=carry, args=(outer, inner), daemon=True).start()
    carry(inner, outer)


while True:
    threading.Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()
