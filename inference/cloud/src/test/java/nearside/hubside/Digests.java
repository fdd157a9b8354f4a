package nearside.hubside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The ids that a hub gives to content, in lower hex.
final class Digests {
    private Digests() {}

    static String sha256(Content content) throws IOException {
        return hex(of("SHA-256"), content);
    }

    /// Git's id of a blob: SHA-1 over `blob {size}\0` and the content.
    static String gitBlob(Content content) throws IOException {
        MessageDigest digest = of("SHA-1");
        digest.update(("blob " + content.size() + "\0").getBytes(StandardCharsets.US_ASCII));
        return hex(digest, content);
    }

    static String sha1(String text) throws IOException {
        return hex(of("SHA-1"), Content.of(text));
    }

    /// Another id of the same length.
    static String other(String hex) {
        StringBuilder other = new StringBuilder();
        hex.chars()
                .map(digit -> 15 - Character.digit(digit, 16))
                .mapToObj(Integer::toHexString)
                .forEach(other::append);
        return other.toString();
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static String hex(MessageDigest digest, Content content) throws IOException {
        long at = 0;
        while (at < content.size()) {
            int count = (int) Math.min(1 << 20, content.size() - at);
            digest.update(content.read(at, count));
            at += count;
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
