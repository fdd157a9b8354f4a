package nearside.storage.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The first bytes of a snapshot file. Its names tell nothing without the profile's key, and every
/// block of the file is bound to it.
///
/// @param salt random, in hexadecimal as all names here
/// @param key shows which key made the file
/// @param kind name of all that keys and values depend on
/// @param place name of where the model lies
/// @param conversation name of the conversation
record FileHead(String salt, String key, String kind, String place, String conversation) {
    static final int BYTES = Long.BYTES + 5 * Names.BYTES;

    /// "NearKV" and the version of the format.
    private static final long MAGIC = 0x4E656172_4B560002L;

    private static final HexFormat HEX = HexFormat.of();

    static FileHead of(Names names, String kind, String place, String conversation) {
        byte[] salt = new byte[Names.BYTES];
        new SecureRandom().nextBytes(salt);
        String hex = HEX.formatHex(salt);
        return new FileHead(hex, names.ofKey(hex), kind, place, conversation);
    }

    /// Empty when the file is another format's or another key's.
    static Optional<FileHead> read(FileChannel channel, Names names) throws IOException {
        ByteBuffer bytes = Bytes.read(channel, 0, BYTES);
        if (bytes.remaining() < BYTES || bytes.getLong() != MAGIC) {
            return Optional.empty();
        }
        FileHead head = new FileHead(hex(bytes), hex(bytes), hex(bytes), hex(bytes), hex(bytes));
        return Optional.of(head).filter(found -> found.key.equals(names.ofKey(found.salt)));
    }

    private static String hex(ByteBuffer bytes) {
        byte[] name = new byte[Names.BYTES];
        bytes.get(name);
        return HEX.formatHex(name);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(MAGIC);
        for (String name : new String[] {salt, key, kind, place, conversation}) {
            bytes.put(HEX.parseHex(name));
        }
        return bytes.flip();
    }
}
