package nearside.engine.local;

import nearside.engine.Finish;
import nearside.engine.KvPrecision;
import nearside.engine.KvScales;
import nearside.engine.Prompt;
import nearside.engine.Role;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads frames from a stream. Whatever the bytes, the outcome is a frame, the end, or a
/// [FrameException].
public final class FrameReader {
    private final DataInputStream in;
    private byte[] kv = {}; // made for the first frame that needs it

    public FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /// The next frame, or empty when the stream ended between two frames.
    public Optional<Frame> read() throws IOException {
        byte[] header = in.readNBytes(Integer.BYTES);
        if (header.length == 0) {
            return Optional.empty();
        }
        if (header.length < Integer.BYTES) {
            throw new FrameException("the stream ended inside a length");
        }
        int length = new Incoming(header).number();
        if (length < 1 || length > Frame.MOST_BYTES) {
            throw new FrameException("a frame of " + length + " bytes");
        }
        int kind = in.read();
        return Optional.of(kind == FrameKind.KV ? kv(length - 1) : frame(kind, body(length - 1)));
    }

    private Incoming body(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new FrameException("the stream ended inside a frame");
        }
        return new Incoming(body);
    }

    /// Thousands of these come in a row: they share one buffer.
    private Frame kv(int length) throws IOException {
        byte[] count = in.readNBytes(Math.min(length, Integer.BYTES));
        int bytes = new Incoming(count).number();
        if (bytes != length - Integer.BYTES || bytes > Frame.MOST_KV_BYTES) {
            throw new FrameException(bytes + " bytes of keys and values in a frame of " + length);
        }
        kv = kv.length == 0 ? new byte[Frame.MOST_KV_BYTES] : kv;
        if (in.readNBytes(kv, 0, bytes) < bytes) {
            throw new FrameException("the stream ended inside a frame");
        }
        return new Frame.Kv(ByteBuffer.wrap(kv, 0, bytes));
    }

    private static Frame frame(int kind, Incoming in) throws FrameException {
        try {
            Frame frame = fields(kind, in);
            in.end();
            return frame;
        } catch (IllegalArgumentException e) {
            throw new FrameException("a value out of its range: " + e.getMessage());
        }
    }

    private static Frame fields(int kind, Incoming in) throws FrameException {
        return switch (kind) {
            case FrameKind.OPEN ->
                    new Frame.Open(
                            in.text(),
                            in.choice(KvPrecision.values()),
                            maybeScales(in),
                            DeviceForm.read(in),
                            in.longNumber());
            case FrameKind.ANSWER -> new Frame.Answer(in.number(), prompt(in));
            case FrameKind.STOP -> new Frame.Stop(in.number());
            case FrameKind.COUNT -> new Frame.Count(in.number(), in.text());
            case FrameKind.BYE -> new Frame.Bye();
            case FrameKind.KEEP -> new Frame.Keep(in.ids(), in.choice(RotaryFactors.values()));
            case FrameKind.OFFER -> new Frame.Offer(prompt(in), KvSnapshot.read(in));
            case FrameKind.ENOUGH -> new Frame.Enough();
            case FrameKind.LET_GO -> new Frame.LetGo(in.choice(Held.Part.values()));
            case FrameKind.HELLO ->
                    new Frame.Hello(
                            in.longNumber(),
                            in.text(),
                            in.text(),
                            in.number(),
                            DeviceForm.readAll(in));
            case FrameKind.OPENED -> new Frame.Opened();
            case FrameKind.NOT_OPENED -> new Frame.NotOpened(FailureForm.read(in));
            case FrameKind.READING -> new Frame.Reading(in.number(), in.ids(), in.number());
            case FrameKind.READ_ON -> new Frame.ReadOn(in.number(), in.number());
            case FrameKind.TEXT -> new Frame.Text(in.number(), in.text(), in.ids());
            case FrameKind.FINISHED -> new Frame.Finished(in.number(), in.choice(Finish.values()));
            case FrameKind.FAILED -> new Frame.Failed(in.number(), FailureForm.read(in));
            case FrameKind.COUNTED -> new Frame.Counted(in.number(), in.maybeNumber());
            case FrameKind.ALIVE -> new Frame.Alive();
            case FrameKind.CALIBRATED -> new Frame.Calibrated(scales(in.bytes()));
            case FrameKind.KEPT -> new Frame.Kept(KvPart.read(in));
            case FrameKind.KEEP_OVER -> new Frame.KeepOver();
            case FrameKind.WANTED -> new Frame.Wanted();
            case FrameKind.NOT_WANTED -> new Frame.NotWanted();
            case FrameKind.RESTORED -> new Frame.Restored();
            case FrameKind.HOLDS -> new Frame.Holds(new Held(in.longNumber(), in.longNumber()));
            case FrameKind.NO_RUNTIME -> new Frame.NoRuntime(in.text());
            default -> throw new FrameException("frame kind " + kind);
        };
    }

    private static Optional<KvScales> maybeScales(Incoming in) throws FrameException {
        byte[] bytes = in.bytes();
        return bytes.length == 0 ? Optional.empty() : Optional.of(scales(bytes));
    }

    private static KvScales scales(byte[] bytes) throws FrameException {
        return KvScales.of(bytes).orElseThrow(() -> new FrameException("scales that are none"));
    }

    private static Prompt prompt(Incoming in) throws FrameException {
        int count = in.count(1 + Integer.BYTES);
        List<Prompt.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new Prompt.Line(in.choice(Role.values()), in.text()));
        }
        Prompt.Ending ending = in.choice(Prompt.Ending.values());
        Prompt.SpecialTokens specials = in.choice(Prompt.SpecialTokens.values());
        int limit = in.number();
        return new Prompt(lines, ending, specials, SamplingForm.read(in), limit);
    }
}
