package nearside.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.copilot.models.ImportOutcome;
import nearside.copilot.models.Manner;
import nearside.copilot.outside.FormatKind;
import nearside.copilot.outside.Outside;
import nearside.copilot.outside.ZipFlaw;
import nearside.desktop.words.Words;
import nearside.storage.shelf.Unlinked;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every reason why a model does not come in has sentences of its own.
class ImportTroubleTest {
    static Stream<ImportOutcome.Refusal> refusals() {
        Stream<ImportOutcome.Refusal> forms =
                Arrays.stream(FormatKind.values())
                        .map(kind -> new ImportOutcome.NoModel(new Outside.OtherFormat(kind)));
        Stream<ImportOutcome.Refusal> archives =
                Stream.of(
                                new ZipFlaw.Damaged("cut"),
                                new ZipFlaw.TooManyEntries(10_000),
                                new ZipFlaw.TooLarge(64L << 30),
                                new ZipFlaw.Encrypted("a.onnx"),
                                new ZipFlaw.OtherMethod("a.onnx", 9),
                                new ZipFlaw.BadName("../a.onnx"),
                                new ZipFlaw.Twice("a.onnx"),
                                new ZipFlaw.TooDeep("a/b/c"),
                                new ZipFlaw.NotAPlainFile("a.onnx"),
                                new ZipFlaw.SeveralFolders(List.of("a", "b")),
                                new ZipFlaw.Nothing())
                        .map(ImportOutcome.BadArchive::new);
        Stream<ImportOutcome.Refusal> others =
                Stream.of(
                        new ImportOutcome.NoSpace(2L << 30, 1L << 30),
                        new ImportOutcome.NoModel(new Outside.SeveralInside(List.of("a", "b"))),
                        new ImportOutcome.NotLinked(new Unlinked("a.onnx", "EXDEV")),
                        new ImportOutcome.OnlyCopied(Manner.LINK));
        return Stream.of(forms, archives, others).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isSaidInBothLanguages(ImportOutcome.Refusal refusal) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Trouble said = new Explain(Words.of(language)).of(refusal);
            String all = said.title() + said.meaning() + said.next();
            assertFalse(all.contains("{") || all.contains("trouble."), all);
            assertTrue(said.next().stream().noneMatch(String::isBlank), all);
        }
    }

    @Test
    void noTwoSayTheSame() {
        Explain english = new Explain(Words.of(Locale.ENGLISH));
        List<ImportOutcome.Refusal> all = refusals().toList();
        Set<String> titles =
                all.stream()
                        .map(refusal -> english.of(refusal).title())
                        .collect(Collectors.toSet());
        assertEquals(all.size(), titles.size());
    }

    @Test
    void whatTheSystemSaidStandsInTheDetailsOnly() {
        Trouble said =
                new Explain(Words.of(Locale.ENGLISH))
                        .of(new ImportOutcome.NotLinked(new Unlinked("a.onnx", "EXDEV")));
        assertEquals("EXDEV", said.details());
        assertFalse(said.meaning().contains("EXDEV"));
    }
}
