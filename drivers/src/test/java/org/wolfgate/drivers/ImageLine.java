package org.wolfgate.drivers;

import java.util.ArrayList;
import java.util.List;
import org.wolfgate.drivers.modbus.Answer;
import org.wolfgate.drivers.modbus.ModbusLine;
import org.wolfgate.drivers.modbus.RegisterImage;
import org.wolfgate.drivers.modbus.Request;

/** A line without a wire: one device's registers, asked directly. Keeps what was written, and can be cut. */
public final class ImageLine implements ModbusLine {

    private final RegisterImage image;
    private final List<Request> writes = new ArrayList<>();
    private int reads;
    private boolean cut;

    public ImageLine(RegisterImage image) {
        this.image = image;
    }

    public void cut() {
        cut = true;
    }

    public void mend() {
        cut = false;
    }

    public List<Request> writes() {
        return writes;
    }

    public int reads() {
        return reads;
    }

    @Override
    public Answer exchange(Request request) {
        if (cut) {
            return new Answer.Failed("no answer within 1000 ms; check power and cable");
        }
        if (!image.serves(request.unit())) {
            return new Answer.Refused(11);
        }
        if (request instanceof Request.Read read) {
            reads++;
            return image.read(read.unit(), read.table(), read.address(), read.count())
                    .<Answer>map(Answer.Words::new)
                    .orElse(new Answer.Refused(2));
        }
        writes.add(request);
        List<Integer> words =
                request instanceof Request.WriteMany many ? many.words() : List.of(((Request.WriteOne) request).word());
        return image.write(request.unit(), request.address(), words) ? new Answer.Written() : new Answer.Refused(3);
    }

    @Override
    public String label() {
        return "bench";
    }

    @Override
    public void close() {}
}
