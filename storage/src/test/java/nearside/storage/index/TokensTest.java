package nearside.storage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class TokensTest {
    private static List<String> tokens(String text) {
        List<String> all = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        while (tokens.next()) {
            all.add(tokens.text());
        }
        return all;
    }

    /// Each token with the part of the text that it stands for.
    private static List<String> places(String text) {
        List<String> all = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        while (tokens.next()) {
            all.add(tokens.text() + "=" + text.substring(tokens.from(), tokens.to()));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "Crème brûlée, creme brulee",
        "CRE\u0300ME, creme",
        "don't, don t",
        "e-mail@example.org, e mail example org",
        "ΣΊΣΥΦΟΣ, σισυφοσ",
        "Σίσυφος, σισυφοσ",
        "İstanbul, istanbul",
        "ＡＢＣ１, abc1",
        "ﬁnd, find",
        "Ёлка, елка",
        "co\u00ADoperate, cooperate",
        "हिन्दी, हिन्दी",
        "C++ & F#, c f",
        "x²+½, x2 12",
    })
    void wordsAreFolded(String text, String expected) {
        assertEquals(List.of(expected.split(" ")), tokens(text));
    }

    @ParameterizedTest
    @CsvSource({
        "模型, 模型 型",
        "大, 大",
        "大语言模型。, 大语 语言 言模 模型 型",
        "Phi3模型x, phi3 模型 型 x",
        "データ, デー ータ タ",
        "ﾃﾞｰﾀ, テー ータ タ",
        "한국어를, 한국 국어 어를 를",
        "𠮷野家, 𠮷野 野家 家",
        "ภาษา, ภา าษ ษา า",
    })
    void runsWithoutSpacesAreNeighbours(String text, String expected) {
        assertEquals(List.of(expected.split(" ")), tokens(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?…", "😀👍🏽", "\0\1\n", "\u200D\uFE0F", "\uD800"})
    void otherSignsAreNoWords(String text) {
        assertEquals(List.of(), tokens(text));
    }

    @Test
    void emojiAndControlsEndWords() {
        assertEquals(List.of("a", "b", "c"), tokens("a😀b\0c"));
    }

    @Test
    void placesAreThoseOfTheText() {
        assertEquals(
                List.of("creme=Cre\u0300me\u0301", "模型=模型", "型=型", "find=ﬁnd"),
                places("(Cre\u0300me\u0301) 模型! ﬁnd"));
    }

    @Test
    void aLongWordCountsByItsBeginning() {
        String word = "x".repeat(1_000_000);
        assertEquals(List.of("x".repeat(Tokens.LONGEST), "y"), tokens(word + " y"));
    }

    @Test
    void namesBeginWithWhatWasTyped() {
        assertTrue(Tokens.begins("Träume & Pläne", "traume p"));
        assertTrue(Tokens.begins("旅行计划", "旅"));
        assertTrue(Tokens.begins("旅行计划", "旅行"));
        assertFalse(Tokens.begins("Work", "or"));
    }
}
