package nearside.storage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.search.Term;
import nearside.storage.search.Term.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class PhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Sky       | WHOLE     | \"sky\"",
                "Sky       | BEGINNING | \"sky\" *",
                "the Sky   | BEGINNING | \"the sky\" *",
                "e-mail    | WHOLE     | \"e mail\"",
                "a         | BEGINNING | \"a\"",
                "模         | WHOLE     | \"模\" *",
                "模型        | BEGINNING | \"模型\"",
                "大模型       | WHOLE     | \"大模 模型\"",
                "大模型 x     | WHOLE     | \"大模 模型 型 x\"",
                "x 模       | WHOLE     | \"x 模\" *",
                "AND       | WHOLE     | \"and\"",
                "\"); DROP | WHOLE     | \"drop\"",
            })
    void aTermBecomesAnExpression(String text, Kind kind, String expected) {
        assertEquals(expected, Phrase.of(new Term(text, kind)).orElseThrow().expression());
    }

    @Test
    void aTermWithoutWordsIsNone() {
        assertEquals(Optional.empty(), Phrase.of(new Term("*-\"😀", Kind.BEGINNING)));
    }

    @Test
    void aPhraseWithoutTokensIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new Phrase(List.of(), Kind.WHOLE));
    }
}
