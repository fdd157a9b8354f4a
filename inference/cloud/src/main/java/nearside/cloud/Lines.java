package nearside.cloud;

import nearside.cloud.outbound.FarException;
import nearside.engine.EngineFailure.Far;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The lines of an event stream: UTF-8, each ended by CR, LF or both. A line without an end is no
/// line: what a cut connection leaves of it is given up.
///
/// Not a byte but a whole line is the sign of life that is waited for: a far side that sends one
/// byte a second is as good as silent.
final class Lines {
    static final int LONGEST = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String far;
    private final Source source;
    private final Duration silence;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean afterReturn;
    private boolean first = true;

    /// Where bytes come from: none at the end, an exception when they did not come in time.
    interface Source {
        List<ByteBuffer> next(Duration patience) throws FarException, InterruptedException;
    }

    Lines(String far, Source source, Duration silence) {
        this.far = far;
        this.source = source;
        this.silence = silence;
    }

    /// The next line without its end, or empty at the end of the stream.
    Optional<String> next() throws FarException, InterruptedException {
        long since = System.nanoTime();
        while (true) {
            while (!waiting.isEmpty()) {
                if (takeUpToEnd(waiting.element())) {
                    return Optional.of(line());
                }
                waiting.remove();
            }
            List<ByteBuffer> more = source.next(left(since));
            if (more.isEmpty()) {
                return Optional.empty();
            }
            waiting.addAll(more);
        }
    }

    private Duration left(long since) throws FarException {
        Duration left = silence.minusNanos(System.nanoTime() - since);
        if (!left.isPositive()) {
            throw new FarException(new Far.Silent(far, silence));
        }
        return left;
    }

    /// Whether the bytes had the end of a line.
    private boolean takeUpToEnd(ByteBuffer bytes) throws FarException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean endsPair = afterReturn && next == '\n';
            afterReturn = next == '\r';
            if (endsPair) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return true;
            }
            begun.write(next);
            if (begun.size() > LONGEST) {
                throw new FarException(
                        new Far.Garbled(far, "lines of at most 1 MiB", "a longer one"));
            }
        }
        return false;
    }

    private String line() throws FarException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(begun.toByteArray());
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            begun.reset();
            boolean marked = first && text.startsWith(BYTE_ORDER_MARK);
            first = false;
            return marked ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new FarException(new Far.Garbled(far, "UTF-8", "other bytes"));
        }
    }
}
