package nearside.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.catalogue.CatalogueFault;
import nearside.desktop.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class CatalogueWordsTest {
    private final Explain english = new Explain(Words.of(Locale.ENGLISH));
    private final Explain chinese = new Explain(Words.of(Locale.SIMPLIFIED_CHINESE));

    static Stream<CatalogueFault> faults() {
        return Stream.of(
                new CatalogueFault.Missing(),
                new CatalogueFault.Unreadable(),
                new CatalogueFault.TooLarge(1 << 20),
                new CatalogueFault.WeakKey(),
                new CatalogueFault.BadSignature(),
                new CatalogueFault.NotJson("line 3"),
                new CatalogueFault.DuplicateKey("models[2].id"),
                new CatalogueFault.UnknownKey("models[2].price"),
                new CatalogueFault.WrongValue("serial", "a whole number", "x"),
                new CatalogueFault.Outdated(6, 7_000));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasSentencesInBothLanguages(CatalogueFault fault) {
        for (Explain explain : new Explain[] {english, chinese}) {
            Trouble trouble = explain.of(fault);
            String all = trouble.title() + trouble.meaning() + trouble.next();
            assertFalse(all.contains("{") || trouble.next().contains(""), all);
        }
        assertFalse(english.of(fault).title().equals(chinese.of(fault).title()));
    }

    @Test
    void noTwoFaultsAreCalledTheSame() {
        assertEquals(
                faults().count(),
                faults().map(it -> english.of(it).title()).collect(Collectors.toSet()).size());
    }

    @Test
    void whatTheyNameIsSaid() {
        assertTrue(english.of(new CatalogueFault.Outdated(6, 7_000)).meaning().contains("7,000"));
        assertTrue(english.of(new CatalogueFault.TooLarge(1 << 20)).meaning().contains("1 MB"));
        assertTrue(
                english.of(new CatalogueFault.UnknownKey("models[2].price"))
                        .title()
                        .contains("models[2].price"));
    }
}
