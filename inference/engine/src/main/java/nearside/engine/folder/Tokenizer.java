package nearside.engine.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Looks through `tokenizer.json` once: is it whole, and what is its hash.
final class Tokenizer {
    private static final long MOST_BYTES = 128L << 20;
    private static final String FILE = FileNames.TOKENIZER;

    private Tokenizer() {}

    /// The SHA-256 of the file in hexadecimal.
    static String hash(Listing folder) throws Flawed {
        folder.size(FILE, MOST_BYTES);
        MessageDigest sha256 = sha256();
        try (InputStream in =
                new DigestInputStream(Channels.newInputStream(folder.open(FILE)), sha256)) {
            if (!new JsonFile(folder, FILE).holds("model", in)) {
                throw new Flawed(new FolderFlaw.WrongValue(FILE, "model", "an object", "nothing"));
            }
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new Flawed(new FolderFlaw.NotJson(FILE, "it cannot be read"));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
