package nearside.desktop.borrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.cloud.FarModel.Dialect;
import nearside.cloud.outbound.Key.Header;
import nearside.copilot.borrow.Lender.Whose;
import nearside.desktop.borrow.Flaw.Field;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;

final class FieldsCheckTest {
    private static final Typed.Costs NONE = new Typed.Costs("", "", "", "");

    private static FieldsCheck of(String address) {
        return of(address, "128000", "sk-1", NONE);
    }

    private static FieldsCheck of(String address, String window, String key, Typed.Costs costs) {
        return new FieldsCheck(
                new Typed(
                        "Far",
                        "far-1",
                        key,
                        window,
                        new Typed.Asked(address, Whose.CLOUD, Dialect.OPENAI, Header.BEARER),
                        costs));
    }

    @ParameterizedTest
    @CsvSource({
        "https://far.example/v1,https://far.example/v1",
        "' https://far.example/v1 ',https://far.example/v1",
        "https://far.example/v1/chat/completions,https://far.example/v1",
        "https://far.example/d/chat/completions?api-version=2,https://far.example/d?api-version=2",
        "http://127.0.0.1:11434/v1,http://127.0.0.1:11434/v1"
    })
    void anAddressIsTakenAsItIsMeant(String typed, String meant) {
        assertEquals(Optional.of(URI.create(meant)), of(typed).address());
        assertEquals(List.of(), of(typed).flaws());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "far.example/v1",
                "ftp://far.example",
                "https://",
                "https://me:pw@far.example",
                "https://far.example/v1#top",
                "https://far.example:0/v1",
                "https://far.example:65536/v1",
                "https://fa r.example"
            })
    void anythingElseIsNone(String typed) {
        assertEquals(List.of(new Flaw(Field.ADDRESS, typed)), of(typed).flaws());
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"AZURE", "FOUNDRY_LOCAL"})
    void theExampleOfAPresetIsNoAddress(Preset preset) {
        assertEquals(
                List.of(new Flaw(Field.ADDRESS_EXAMPLE, preset.address())),
                of(preset.address()).flaws());
    }

    @Test
    void aTypedKeyShowsItselfNowhere() {
        assertFalse(of("https://a.example").toString().contains("sk-1"));
    }

    @ParameterizedTest
    @CsvSource({"128000,128000", "'128,000',128000", "' 8 192 ',8192", "128’000,128000"})
    void aWindowIsAWholeNumber(String typed, int meant) {
        assertEquals(Optional.of(meant), of("https://a.example", typed, "", NONE).window());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "128k", "12345678901", "lots"})
    void anotherWindowIsNone(String typed) {
        assertEquals(
                List.of(new Flaw(Field.WINDOW, typed)),
                of("https://a.example", typed, "", NONE).flaws());
    }

    /// A flaw never repeats what may be most of a key.
    @ParameterizedTest
    @ValueSource(strings = {"sk 1", "sk-1\u00e9", "sk\t1"})
    void aKeyIsVisibleAscii(String typed) {
        assertEquals(
                List.of(new Flaw(Field.KEY, "")),
                of("https://a.example", "1", typed, NONE).flaws());
    }

    @Test
    void aPriceHasBothAmountsAndADay() {
        String at = "https://a.example";
        assertEquals(
                List.of(),
                of(at, "1", "", new Typed.Costs("0,25", "0.025", " 2 ", "2026-11-29")).flaws());
        assertEquals(
                List.of(new Flaw(Field.PRICE, "0.25 /")),
                of(at, "1", "", new Typed.Costs("0.25", "", "", "2026-11-29")).flaws());
        assertEquals(
                List.of(new Flaw(Field.PRICE, "half")),
                of(at, "1", "", new Typed.Costs("0.25", "half", "2", "2026-11-29")).flaws());
        assertEquals(
                List.of(new Flaw(Field.PRICE, "-1 / 1e99"), new Flaw(Field.DATE, "today")),
                of(at, "1", "", new Typed.Costs("-1", "", "1e99", "today")).flaws());
    }

    @Test
    void allFlawsAreToldAtOnce() {
        FieldsCheck empty =
                new FieldsCheck(
                        new Typed(
                                " ",
                                "",
                                "",
                                "",
                                new Typed.Asked("", Whose.CLOUD, Dialect.OPENAI, Header.BEARER),
                                NONE));
        assertEquals(
                List.of(Field.NAME, Field.ADDRESS, Field.MODEL, Field.WINDOW),
                empty.flaws().stream().map(Flaw::field).toList());
    }
}
