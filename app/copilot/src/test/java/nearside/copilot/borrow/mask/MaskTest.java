package nearside.copilot.borrow.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class MaskTest {
    private static String masked(String text) {
        return new Mask("US", List.of(text)).apply(text);
    }

    static List<Arguments> masks() {
        return List.of(
                Arguments.of("Pay with 4111 1111 1111 1111 now.", "Pay with [CARD_1] now."),
                Arguments.of("Card 4111-1111-1111-1112?", "Card 4111-1111-1111-1112?"),
                Arguments.of("IBAN GB82 WEST 1234 5698 7654 32 please", "IBAN [IBAN_1] please"),
                Arguments.of("IBAN DE89370400440532013000.", "IBAN [IBAN_1]."),
                Arguments.of("IBAN DE88370400440532013000.", "IBAN DE88370400440532013000."),
                Arguments.of(
                        "Write to ann.o'neil+x@mail.example.org, ok?", "Write to [EMAIL_1], ok?"),
                Arguments.of(
                        "Call (650) 253-0000 or +49 30 901820.", "Call [PHONE_1] or [PHONE_2]."),
                Arguments.of("Host 192.168.1.20, not 127.0.0.1", "Host [IP_1], not 127.0.0.1"),
                Arguments.of("At 2001:db8::1 since 12:30:45", "At [IP_1] since 12:30:45"),
                Arguments.of("SSN 123-45-6789", "SSN [ID_1]"),
                Arguments.of("My password is hunter2xyz.", "My password is [SECRET_1]."),
                Arguments.of("My pin::hunter2x.", "My pin::[SECRET_1]."),
                Arguments.of(
                        "postgres://ann:s3cr3t-pw@db.example/x",
                        "postgres://ann:[SECRET_1]@db.example/x"),
                Arguments.of(
                        "a@b.example, c@d.example, a@b.example",
                        "[EMAIL_1], [EMAIL_2], [EMAIL_1]"));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void numbersAndAddressesAreReplaced(String text, String expected) {
        assertEquals(expected, masked(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 2026-11-29 at 08:00 it cost 1,234.56 or 12345678.",
                "Version 26.0.2, build 20261129.1, commit 7b7e7874c1",
                "ISBN 978-3-16-148410-0 and 3.14159265358979",
                "uuid 123e4567-e89b-12d3-a456-426614174000",
                "The token is a word; a secret is kept.",
                "The password is wrong.",
                "Order 10023 of 17, pages 100-200",
                "@everyone and user@host",
                "sk-this-is-only-an-example-of-a-name",
                "std::vector and a::b",
                "files.stream().mapToLong(Pin::size).sum()",
            })
    void otherNumbersAndWordsStay(String text) {
        assertEquals(text, masked(text));
    }

    @Test
    void codeStaysUnlessItHoldsSecrets() {
        String code =
                "```sh\nping 192.168.1.20 # ann@mail.example.org\nexport API_KEY=a8Kd93jfLs02mQ\n```\n"
                        + "and `10.0.0.7` but 10.0.0.8";
        assertEquals(
                "```sh\nping 192.168.1.20 # ann@mail.example.org\nexport API_KEY=[SECRET_1]\n```\n"
                        + "and `10.0.0.7` but [IP_1]",
                masked(code));
    }

    @Test
    void aFenceWithoutItsEndIsCode() {
        assertEquals("```\n10.0.0.7", masked("```\n10.0.0.7"));
    }

    @Test
    void aPrivateKeyIsReplacedAsAWhole() {
        String key =
                "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIDkw\nabcdefgh12345678\n-----END EC PRIVATE KEY-----";
        assertEquals("```\n[SECRET_1]\n```", masked("```\n" + key + "\n```"));
    }

    @Test
    void whatLooksLikeAPlaceholderAlreadyIsNotTakenForOne() {
        String text = "[EMAIL_1] is not a@b.example";
        Mask mask = new Mask("US", List.of(text));
        assertEquals("[EMAIL_1] is not [EMAIL_2]", mask.apply(text));
        Unmasking unmasking = mask.unmasking();
        assertEquals(text, unmasking.add("[EMAIL_1] is not [EMAIL_2]") + unmasking.end());
    }

    @Test
    void itIsToldHowMuchOfWhat() {
        String text = "a@b.example, c@d.example, 10.0.0.8";
        Mask mask = new Mask("US", List.of(text));
        mask.apply(text);
        assertEquals(Map.of(Kind.EMAIL, 2L, Kind.IP, 1L), mask.counts());
    }

    @Test
    void answersGetTheValuesBackHoweverTheyAreSpelled() {
        String text = "a@b.example";
        Mask mask = new Mask("US", List.of(text));
        mask.apply(text);
        Unmasking unmasking = mask.unmasking();
        String answer = "To [EMAIL_1], \\[EMAIL_1\\], [email_1], [EMAIL\\_1] and [EMAIL_12] or [";
        StringBuilder all = new StringBuilder();
        answer.chars().forEach(c -> all.append(unmasking.add(String.valueOf((char) c))));
        assertEquals(
                "To a@b.example, a@b.example, a@b.example, a@b.example and [EMAIL_12] or [",
                all + unmasking.end());
    }
}
