"""A plain SCADA host: decodes what comes over spBv1.0/# with Debian's protobuf and prints it, one JSON object a line.

  host.py listen PORT SCHEMA   until it is ended
  host.py rebirth FILE SCHEMA  writes the command that asks for everything anew
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile


def schema(path):
    folder = tempfile.mkdtemp(prefix="wolfgate-sparkplug")
    subprocess.run(
        ["protoc", f"--proto_path={os.path.dirname(path)}", f"--python_out={folder}", os.path.basename(path)],
        check=True,
        cwd=os.path.dirname(path),
    )
    sys.path.insert(0, folder)
    import payload_pb2

    return payload_pb2.Payload


def value(holder, datatype=None):
    field = holder.WhichOneof("value")
    found = getattr(holder, field) if field else None
    # Int64 travels in a uint64 as two's complement (section 6.4.16).
    if field == "long_value" and found >= 1 << 63:
        found -= 1 << 64
    return found


def decode(payload_type, topic, raw):
    if topic.startswith("spBv1.0/STATE/"):
        return {"topic": topic, "state": json.loads(raw)}
    payload = payload_type()
    payload.ParseFromString(raw)
    metrics = []
    for metric in payload.metrics:
        entry = {"value": value(metric)}
        for name in ("name", "alias", "timestamp", "datatype", "is_historical", "is_null"):
            if metric.HasField(name):
                entry[name] = getattr(metric, name)
        for key, held in zip(metric.properties.keys, metric.properties.values):
            entry[key] = value(held)
        metrics.append(entry)
    message = {"topic": topic, "metrics": metrics}
    for name in ("timestamp", "seq"):
        if payload.HasField(name):
            message[name] = getattr(payload, name)
    return message


def die_with_parent():
    ctypes.CDLL("libc.so.6").prctl(1, signal.SIGKILL)


def listen(port, payload_type):
    command = ["mosquitto_sub", "-h", "127.0.0.1", "-p", port, "-V", "5", "-q", "1", "-i", "scada", "-t", "spBv1.0/#"]
    ears = subprocess.Popen(
        ["stdbuf", "-oL", *command, "-F", "%t %x", "-d"], stdout=subprocess.PIPE, text=True, preexec_fn=die_with_parent
    )
    for line in ears.stdout:
        if line.startswith("spBv1.0/"):
            topic, _, raw = line.strip().partition(" ")
            print(json.dumps(decode(payload_type, topic, bytes.fromhex(raw))), flush=True)
        elif "SUBACK" in line:
            print("listening", flush=True)


def rebirth(path, payload_type):
    payload = payload_type()
    metric = payload.metrics.add()
    metric.name = "Node Control/Rebirth"
    metric.datatype = 11
    metric.boolean_value = True
    with open(path, "wb") as out:
        out.write(payload.SerializeToString())


if __name__ == "__main__":
    die_with_parent()
    kind = schema(os.path.abspath(sys.argv[3]))
    {"listen": listen, "rebirth": rebirth}[sys.argv[1]](sys.argv[2], kind)
