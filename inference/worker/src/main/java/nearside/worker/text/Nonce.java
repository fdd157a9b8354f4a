package nearside.worker.text;

import java.security.SecureRandom;

/// Strings of private-use characters that nobody can guess, made anew in each process.
final class Nonce {
    private static final int FIRST = 0xe000;
    private static final int LAST = 0xf8ff;
    private static final int LENGTH = 12; // 6,400 characters each: 151 bits

    private Nonce() {}

    static String next(SecureRandom random) {
        StringBuilder nonce = new StringBuilder(LENGTH);
        random.ints(LENGTH, FIRST, LAST + 1).forEach(nonce::appendCodePoint);
        return nonce.toString();
    }
}
