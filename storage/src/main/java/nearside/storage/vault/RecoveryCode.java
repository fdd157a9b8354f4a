package nearside.storage.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;

/// A code on paper that opens a profile whose key is lost otherwise: 160 random bits in eight
/// groups of four letters and digits (Crockford's base 32), which are hard to take for each other.
public final class RecoveryCode {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 32;
    private static final int GROUP = 4;

    private final String letters;

    private RecoveryCode(String letters) {
        this.letters = letters;
    }

    static RecoveryCode random() {
        SecureRandom random = new SecureRandom();
        return new RecoveryCode(
                IntStream.range(0, LENGTH)
                        .mapToObj(_ -> LETTERS.charAt(random.nextInt(LETTERS.length())))
                        .map(String::valueOf)
                        .collect(Collectors.joining()));
    }

    /// What a person typed, with or without its dashes; empty when it cannot be a code.
    public static Optional<RecoveryCode> read(String typed) {
        String letters =
                typed.toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1')
                        .replaceAll("[\\s\\p{Pd}]", "");
        boolean whole =
                letters.length() == LENGTH
                        && letters.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
        return whole ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /// It is random enough to be a key without slow rounds.
    SecretKey key() {
        byte[] material = new byte[RootKey.BYTES];
        System.arraycopy(letters.getBytes(US_ASCII), 0, material, 0, LENGTH);
        return RootKey.of(material).derived("nearside recovery code", "AES");
    }

    /// As it is written on paper.
    public String shown() {
        return IntStream.range(0, LENGTH / GROUP)
                .mapToObj(group -> letters.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining("-"));
    }

    /// Tells nothing of the code.
    @Override
    public String toString() {
        return "a recovery code";
    }
}
