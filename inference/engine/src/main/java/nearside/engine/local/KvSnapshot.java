package nearside.engine.local;

import nearside.engine.TokenIds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is kept of a conversation, part by part: each goes on where the one before it ended, or
/// takes the place of its last tokens, and ends later.
public record KvSnapshot(List<KvPart> parts) {
    public KvSnapshot {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.getFirst().from() != 0) {
            throw new IllegalArgumentException("a snapshot begins with the first token");
        }
        int end = 0;
        for (KvPart part : parts) {
            boolean alike =
                    part.factors() == parts.getFirst().factors()
                            && part.bytesPerToken() == parts.getFirst().bytesPerToken();
            if (!alike || part.from() > end || part.end() <= end) {
                throw new IllegalArgumentException(
                        "tokens " + part.from() + " to " + part.end() + " after " + end);
            }
            end = part.end();
        }
    }

    /// Empty when these parts are none of one conversation.
    public static Optional<KvSnapshot> of(List<KvPart> parts) {
        try {
            return Optional.of(new KvSnapshot(parts));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /// All tokens of the conversation.
    public TokenIds ids() {
        int[] ids = new int[end()];
        for (KvPart part : parts) {
            System.arraycopy(part.ids().toArray(), 0, ids, part.from(), part.ids().count());
        }
        return TokenIds.of(ids);
    }

    /// How many tokens that are.
    public int end() {
        return parts.getLast().end();
    }

    public RotaryFactors factors() {
        return parts.getFirst().factors();
    }

    public int bytesPerToken() {
        return parts.getFirst().bytesPerToken();
    }

    /// Tokens that are kept, those included that others took the place of.
    int tokens() {
        return parts.stream().mapToInt(part -> part.ids().count()).sum();
    }

    void write(Outgoing out) throws IOException {
        out.number(parts.size());
        for (KvPart part : parts) {
            part.write(out);
        }
    }

    static KvSnapshot read(Incoming in) throws FrameException {
        int count = in.count(4 * Integer.BYTES);
        KvPart[] parts = new KvPart[count];
        for (int i = 0; i < count; i++) {
            parts[i] = KvPart.read(in);
        }
        return new KvSnapshot(new ArrayList<>(Arrays.asList(parts)));
    }
}
