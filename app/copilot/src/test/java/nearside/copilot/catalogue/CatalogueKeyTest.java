package nearside.copilot.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class CatalogueKeyTest {
    private static final String PREFIX = "302a300506032b6570032100";

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /// Points of small order by their bytes, and texts that would be such points in a lenient
    /// reading.
    static Stream<String> weak() {
        String ff = "ff".repeat(30);
        return Stream.concat(
                SmallOrder.points().stream().map(SmallOrder::hex),
                Stream.of(
                        "01" + "00".repeat(30) + "80",
                        "ec" + ff + "ff",
                        "ed" + ff + "7f",
                        "ed" + ff + "ff",
                        "ee" + ff + "7f",
                        "ee" + ff + "ff",
                        "ff" + ff + "7f",
                        "ff" + ff + "ff"));
    }

    @Test
    void thereAreEightPointsOfSmallOrder() {
        List<SmallOrder> points = SmallOrder.points();
        assertEquals(8, points.size());
        points.forEach(point -> assertTrue(point.times8().isNeutral(), point.hex()));
        Set<BigInteger> heights = new HashSet<>();
        points.forEach(point -> heights.add(point.y()));
        assertEquals(5, heights.size());
    }

    @ParameterizedTest
    @MethodSource("weak")
    void aKeyOfSmallOrderIsNone(String hex) {
        assertEquals(Optional.empty(), CatalogueKey.of(base64(hex)));
    }

    /// Why they are none: the JDK takes one, and a signature that nobody made fits every text.
    @Test
    void withoutThatAnybodyCouldSign() throws Exception {
        String neutral = "01" + "00".repeat(31);
        PublicKey weak =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(HexFormat.of().parseHex(PREFIX + neutral)));
        String forged = base64(neutral + "00".repeat(32)) + "\n";

        assertInstanceOf(
                CatalogueReading.Accepted.class,
                new CatalogueReader(weak, 1)
                        .read(
                                Samples.WHOLE.getBytes(StandardCharsets.UTF_8),
                                forged.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Half of all y have no x: the numbers from 2 on were tried by hand.
    @ParameterizedTest
    @ValueSource(ints = {2, 7, 8})
    void whatIsNoPointIsNoKey(int y) {
        assertFalse(SmallOrder.isOnCurve(BigInteger.valueOf(y)));
        String hex = "%02x".formatted(y) + "00".repeat(31);
        assertEquals(Optional.empty(), CatalogueKey.of(base64(hex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "!",
                "cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mY",
                "cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mYAA",
                " cR9yJDbpYZ7DRSRSk2yiYv2mrdBYyUc9x0QtIOB1mYA="
            })
    void whatIsNotThirtyTwoBytesIsNoKey(String text) {
        assertEquals(Optional.empty(), CatalogueKey.of(text));
    }

    @Test
    void aKeyIsTheSameInWords() {
        TestKey key = new TestKey();
        assertEquals(Optional.of(key.publicKey()), CatalogueKey.of(key.text()));
        assertEquals(CatalogueKey.OWN, CatalogueKey.text(CatalogueKey.own()));
        byte[] raw = Base64.getDecoder().decode(key.text());
        byte[] encoded = key.publicKey().getEncoded();
        assertEquals(PREFIX + HexFormat.of().formatHex(raw), HexFormat.of().formatHex(encoded));
        assertEquals(44, encoded.length);
        assertTrue(Arrays.equals(raw, Arrays.copyOfRange(encoded, 12, 44)));
    }
}
