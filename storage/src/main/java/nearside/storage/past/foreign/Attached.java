package nearside.storage.past.foreign;

import com.google.gson.JsonObject;

import nearside.storage.past.PastBytes;
import nearside.storage.past.PastRefusal.Kind;
import nearside.storage.past.PastRefusal.Limit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The bytes of the attachments of one conversation of this program. They stand beside its tree:
/// they come piece by piece and have a limit of their own.
final class Attached {
    /// Where they stand.
    static final List<String> PATH = List.of("messages", "attachments", "bytes");

    /// An object that holds them: in a list of a message in a list of the conversation.
    static final int LEVEL = 5;

    private final Limits limits;
    private final IdentityHashMap<JsonObject, Content> all = new IdentityHashMap<>();
    private long bytes;

    Attached(Limits limits) {
        this.limits = limits;
    }

    /// What was read.
    sealed interface Content {}

    record Whole(PastBytes bytes) implements Content {}

    /// A piece that says no bytes.
    record Odd(Kind found) implements Content {}

    record TooMuch(Limit limit, long most) implements Content {}

    /// Empty for an object that has no list of pieces.
    Optional<Content> of(JsonObject attachment) {
        return Optional.ofNullable(all.get(attachment));
    }

    Pieces begin(JsonObject attachment) {
        return new Pieces(attachment);
    }

    /// One attachment while it is read.
    final class Pieces {
        private final JsonObject attachment;
        private final List<byte[]> pieces = new ArrayList<>();
        private long size;
        private Optional<Content> refused = Optional.empty();

        private Pieces(JsonObject attachment) {
            this.attachment = attachment;
        }

        void add(String base64) {
            if (refused.isEmpty()) {
                try {
                    add(Base64.getDecoder().decode(base64));
                } catch (IllegalArgumentException odd) {
                    refuse(new Odd(Kind.TEXT));
                }
            }
        }

        private void add(byte[] piece) {
            size += piece.length;
            bytes += piece.length;
            pieces.add(piece);
            if (size > limits.attachmentBytes()) {
                refuse(new TooMuch(Limit.ATTACHMENT, limits.attachmentBytes()));
            } else if (bytes > limits.attachmentsBytes()) {
                refuse(new TooMuch(Limit.ATTACHMENTS, limits.attachmentsBytes()));
            }
        }

        void addOdd(Kind found) {
            refuse(new Odd(found));
        }

        private void refuse(Content why) {
            refused = refused.or(() -> Optional.of(why));
            bytes -= size;
            size = 0;
            pieces.clear();
        }

        void end() {
            all.put(attachment, refused.orElseGet(() -> new Whole(PastBytes.of(pieces))));
        }
    }
}
