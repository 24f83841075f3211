package org.wolfgate.lines;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A device that answers each request as a script says. */
final class RudeDevice {

    /** Answers the number-th request, from 1, counted over all connections. */
    interface Script {
        void answer(int number, Asked asked, OutputStream out) throws Exception;
    }

    private final Framing framing;
    private final Script script;
    private final List<Asked> requests = new CopyOnWriteArrayList<>();

    RudeDevice(Framing framing, Script script) {
        this.framing = framing;
        this.script = script;
    }

    /** Serves one connection until it ends or the script hangs up by throwing. */
    void serve(InputStream in, OutputStream out) throws Exception {
        DataInputStream data = new DataInputStream(in);
        while (true) {
            Asked asked;
            try {
                asked = framing.read(data);
            } catch (IOException e) {
                return;
            }
            requests.add(asked);
            script.answer(requests.size(), asked, out);
        }
    }

    List<Asked> requests() {
        return requests;
    }
}
