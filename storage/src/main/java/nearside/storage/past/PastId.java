package nearside.storage.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/// The ids that conversations and messages of other programs get here: always the same for the same
/// thing, so that what is brought in twice is known. UUIDs of version 8 (RFC 9562), the first 122
/// bits of a SHA-256 over where the thing comes from.
public final class PastId {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private PastId() {}

    /// Whether an id has the form of those that are made here.
    public static boolean isOurs(String id) {
        return FORM.matcher(id).matches();
    }

    /// Of a conversation, by its id over there.
    public static String of(PastSource source, String conversation) {
        return hashed(source.name(), conversation);
    }

    /// Of a message, by the ids that it and its conversation have over there.
    public static String of(PastSource source, String conversation, String message) {
        return hashed(source.name(), conversation, message);
    }

    /// Of an attachment, by the ids that it, its message and its conversation have over there.
    public static String of(
            PastSource source, String conversation, String message, String attachment) {
        return hashed(source.name(), conversation, message, attachment);
    }

    private static String hashed(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() >>> 2) | (1L << 63);
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
