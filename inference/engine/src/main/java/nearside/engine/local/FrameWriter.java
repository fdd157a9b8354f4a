package nearside.engine.local;

import nearside.engine.KvScales;
import nearside.engine.Prompt;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes frames to a stream, one at a time from any thread.
public final class FrameWriter {
    private static final byte[] NO_SCALES = {};

    private final DataOutputStream out;

    public FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /// Writes the frame and flushes it.
    ///
    /// @throws FrameException when it is longer than [Frame#MOST_BYTES]; nothing was written then
    public void write(Frame frame) throws IOException {
        if (frame instanceof Frame.Kv(ByteBuffer bytes)) {
            writeKv(bytes);
            return;
        }
        byte[] bytes = bytes(frame);
        if (bytes.length > Frame.MOST_BYTES) {
            throw new FrameException(
                    bytes.length + " bytes, at most " + Frame.MOST_BYTES + " are allowed");
        }
        synchronized (out) {
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
    }

    /// Thousands of these go in a row: nothing is copied, and the buffer is as it was afterwards.
    private void writeKv(ByteBuffer bytes) throws IOException {
        synchronized (out) {
            out.writeInt(1 + Integer.BYTES + bytes.remaining());
            out.writeByte(FrameKind.KV);
            out.writeInt(bytes.remaining());
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            out.flush();
        }
    }

    private static byte[] bytes(Frame frame) throws IOException {
        Outgoing out = new Outgoing().kind(FrameKind.of(frame));
        switch (frame) {
            case Frame.Order order -> write(order, out);
            case Frame.Report report -> write(report, out);
        }
        return out.bytes();
    }

    private static void write(Frame.Order order, Outgoing out) throws IOException {
        switch (order) {
            case Frame.Open open -> write(open, out);
            case Frame.Answer(int turn, Prompt prompt) -> write(prompt, out.number(turn));
            case Frame.Stop(int turn) -> out.number(turn);
            case Frame.Count(int id, String text) -> out.number(id).text(text);
            case Frame.Keep(var known, var factors) -> out.ids(known).choice(factors);
            case Frame.Offer(Prompt prompt, KvSnapshot snapshot) -> {
                write(prompt, out);
                snapshot.write(out);
            }
            case Frame.LetGo(Held.Part part) -> out.choice(part);
            case Frame.Enough(), Frame.Bye() -> {}
            case Frame.Kv _ -> throw new IllegalStateException("written without a copy");
        }
    }

    private static void write(Frame.Report report, Outgoing out) throws IOException {
        switch (report) {
            case Frame.Hello hello -> {
                out.number(hello.pid()).text(hello.runtime()).text(hello.providers());
                out.number(hello.threads());
                DeviceForm.write(hello.devices(), out);
            }
            case Frame.Calibrated(KvScales scales) -> out.bytes(scales.bytes());
            case Frame.NotOpened no -> FailureForm.write(no.failure(), out);
            case Frame.Reading(int turn, var prompt, int cached) ->
                    out.number(turn).ids(prompt).number(cached);
            case Frame.ReadOn(int turn, int tokens) -> out.number(turn).number(tokens);
            case Frame.Text text -> out.number(text.turn()).text(text.text()).ids(text.ids());
            case Frame.Finished over -> out.number(over.turn()).choice(over.finish());
            case Frame.Failed no -> FailureForm.write(no.failure(), out.number(no.turn()));
            case Frame.Counted counted -> out.number(counted.id()).maybe(counted.tokens());
            case Frame.Kept(KvPart part) -> part.write(out);
            case Frame.NoRuntime(String problem) -> out.text(problem);
            case Frame.Holds(Held held) -> out.number(held.bytes()).number(held.newestBytes());
            case Frame.Opened(),
                    Frame.KeepOver(),
                    Frame.Wanted(),
                    Frame.NotWanted(),
                    Frame.Restored(),
                    Frame.Alive() -> {}
            case Frame.Kv _ -> throw new IllegalStateException("written without a copy");
        }
    }

    private static void write(Frame.Open open, Outgoing out) throws IOException {
        out.text(open.folder())
                .choice(open.kv())
                .bytes(open.scales().map(KvScales::bytes).orElse(NO_SCALES));
        DeviceForm.write(open.accelerator(), out);
        out.number(open.loadBytes());
    }

    private static void write(Prompt prompt, Outgoing out) throws IOException {
        out.number(prompt.lines().size());
        for (Prompt.Line line : prompt.lines()) {
            out.choice(line.role()).text(line.text());
        }
        out.choice(prompt.ending()).choice(prompt.specials()).number(prompt.replyLimit());
        SamplingForm.write(prompt.sampling(), out);
    }
}
