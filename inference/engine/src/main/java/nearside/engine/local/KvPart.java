package nearside.engine.local;

import nearside.engine.TokenIds;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// A stretch of a conversation that a model has read: which tokens, and how many bytes their keys
/// and values have. The bytes themselves come in the order layer, keys before values, head, token,
/// channel, as they lie in the worker's memory.
///
/// @param from tokens of the conversation before these
/// @param ids the tokens; none where nothing is new
/// @param bytesPerToken bytes of keys and values of one token
public record KvPart(int from, TokenIds ids, RotaryFactors factors, int bytesPerToken) {
    public KvPart {
        Objects.requireNonNull(ids);
        Objects.requireNonNull(factors);
        if (from < 0 || from > Integer.MAX_VALUE - ids.count() || bytesPerToken < 1) {
            throw new IllegalArgumentException(
                    ids.count() + " tokens of " + bytesPerToken + " bytes after " + from);
        }
    }

    /// Tokens of the conversation up to the last of these.
    public int end() {
        return from + ids.count();
    }

    /// Bytes of keys and values of all these tokens.
    public long dataBytes() {
        return (long) ids.count() * bytesPerToken;
    }

    /// As bytes, for a shelf.
    public byte[] bytes() {
        try {
            Outgoing out = new Outgoing();
            write(out);
            return out.bytes();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory that cannot be written", impossible);
        }
    }

    /// The part as [#bytes] wrote it; empty when these are other bytes.
    public static Optional<KvPart> of(byte[] bytes) {
        Incoming in = new Incoming(bytes);
        try {
            KvPart part = read(in);
            in.end();
            return Optional.of(part);
        } catch (FrameException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    void write(Outgoing out) throws IOException {
        out.number(from).ids(ids).choice(factors).number(bytesPerToken);
    }

    static KvPart read(Incoming in) throws FrameException {
        return new KvPart(in.number(), in.ids(), in.choice(RotaryFactors.values()), in.number());
    }
}
