package nearside.worker.text;

import java.util.Arrays;

/// The printable characters that stand for bytes in byte-level vocabularies (GPT-2's
/// `bytes_to_unicode`): printable Latin-1 characters stand for themselves, all other bytes, in
/// order, for those from U+0100 on.
final class ByteAlphabet {
    private static final int FIRST_OTHER = 0x100;
    private static final int[] BYTES = bytes();

    private ByteAlphabet() {}

    /// -1 for a character that stands for none.
    static int byteOf(char spelled) {
        return spelled < BYTES.length ? BYTES[spelled] : -1;
    }

    private static int[] bytes() {
        int[] bytes = new int[2 * FIRST_OTHER];
        Arrays.fill(bytes, -1);
        int other = FIRST_OTHER;
        for (int value = 0; value < 256; value++) {
            bytes[isPrintable(value) ? value : other++] = value;
        }
        return bytes;
    }

    private static boolean isPrintable(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xa1 && value != 0xad);
    }
}
