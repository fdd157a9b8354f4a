package nearside.engine.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/// Text as UTF-8 bytes. Lone surrogates, which UTF-8 cannot carry, become U+FFFD on the way out;
/// bytes that are not UTF-8 are refused on the way in.
final class WireText {
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(UTF_8);

    private WireText() {}

    static byte[] bytes(String text) {
        try {
            ByteBuffer encoded =
                    UTF_8.newEncoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .replaceWith(REPLACEMENT)
                            .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("an encoder that replaces cannot fail", e);
        }
    }

    static String text(ByteBuffer bytes) throws FrameException {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new FrameException("a text that is not UTF-8");
        }
    }
}
