package nearside.storage.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Names of what is kept, in hexadecimal, made by HMAC-SHA256: without the key they tell nothing of
/// what they stand for, and nobody can try whether a text is kept.
public final class Names {
    static final int BYTES = 16;

    private static final HexFormat HEX = HexFormat.of();

    private final Mac mac;

    /// Names of files, made with the key of a profile.
    public Names(SecretKey key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Names of what was said in a conversation, which nobody can make without its key.
    public Names(Keys keys) {
        this(keys.ofNames());
    }

    /// Shows that the same key made a file.
    String ofKey(String salt) {
        return name("key", salt.getBytes(UTF_8));
    }

    /// Of all that keys and values depend on.
    public String ofKind(String kind) {
        return name("kind", kind.getBytes(UTF_8));
    }

    /// Of where a model lies.
    public String ofPlace(String place) {
        return name("place", place.getBytes(UTF_8));
    }

    /// Of the conversation that a file is of.
    public String ofConversation(String conversation) {
        return name("conversation", conversation.getBytes(UTF_8));
    }

    /// Of each beginning of a conversation: the first line, the first two, and so on. Each name is
    /// made from the one before it and one line more.
    public List<String> ofBeginnings(String kindName, List<byte[]> lines) {
        List<String> names = new ArrayList<>();
        String before = kindName;
        for (byte[] line : lines) {
            before = name("line", HEX.parseHex(before), line);
            names.add(before);
        }
        return names;
    }

    private String name(String purpose, byte[]... parts) {
        mac.update(purpose.getBytes(UTF_8));
        for (byte[] part : parts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            mac.update(part);
        }
        return HEX.formatHex(Arrays.copyOf(mac.doFinal(), BYTES));
    }
}
