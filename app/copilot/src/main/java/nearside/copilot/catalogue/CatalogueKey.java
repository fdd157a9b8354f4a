package nearside.copilot.catalogue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Public keys of Ed25519, by which catalogues are believed.
public final class CatalogueKey {
    /// The program's own. Whoever publishes the program holds the other half.
    public static final String OWN = "cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mYA=";

    static final String ALGORITHM = "Ed25519";

    private static final int BYTES = 32;

    /// What stands before the 32 bytes in the form that certificates use (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger PRIME =
            BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    /// The y of the eight points of small order, of which two share each y but 1 and -1. With such
    /// a key a signature fits more than one text.
    private static final Set<BigInteger> WEAK =
            Set.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    PRIME.subtract(BigInteger.ONE),
                    new BigInteger(
                            "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
                    new BigInteger(
                            "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7",
                            16));

    private CatalogueKey() {}

    /// The program's own.
    public static PublicKey own() {
        return of(OWN).orElseThrow();
    }

    /// The key that 32 bytes in Base64 are; empty where they are none, or a weak one.
    public static Optional<PublicKey> of(String base64) {
        try {
            byte[] raw = Base64.getDecoder().decode(base64);
            return raw.length == BYTES && !isWeak(raw) ? decoded(raw) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// The same 32 bytes in Base64.
    public static String text(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
        return Base64.getEncoder().encodeToString(raw);
    }

    /// Of small order, or written with a y that is too large, which would be another's, too.
    private static boolean isWeak(byte[] raw) {
        BigInteger y = y(raw);
        return y.compareTo(PRIME) >= 0 || WEAK.contains(y);
    }

    /// Little-endian, without the bit that says which x it is.
    private static BigInteger y(byte[] raw) {
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            bytes[i] = raw[BYTES - 1 - i];
        }
        return new BigInteger(1, bytes).clearBit(Byte.SIZE * BYTES - 1);
    }

    /// Empty where no point of the curve has that y: the JDK tells when the key is used.
    private static Optional<PublicKey> decoded(byte[] raw) {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + BYTES);
        System.arraycopy(raw, 0, encoded, PREFIX.length, BYTES);
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            Signature.getInstance(ALGORITHM).initVerify(key);
            return Optional.of(key);
        } catch (GeneralSecurityException noPoint) {
            return Optional.empty();
        }
    }
}
