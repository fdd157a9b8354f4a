package nearside.storage.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.search.Excerpt;
import nearside.storage.search.Query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class SnippetTest {
    private static Excerpt excerpt(String text, String typed) {
        List<Phrase> phrases =
                Query.typed(typed, ZoneOffset.UTC).terms().stream()
                        .map(Phrase::of)
                        .flatMap(Optional::stream)
                        .toList();
        return Snippet.of(text, phrases);
    }

    /// The excerpt with its marks in brackets.
    private static String marked(Excerpt excerpt) {
        StringBuilder text = new StringBuilder(excerpt.text());
        for (Excerpt.Mark mark : excerpt.marks().reversed()) {
            text.insert(mark.to(), ']').insert(mark.from(), '[');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Why is the sky blue? | sky | Why is the [sky] blue?",
                "Skyline and sky | sky | [Skyline] and [sky]",
                "A crème, une CRE\u0300ME | creme | A [crème], une [CRE\u0300ME]",
                "the sky is the limit | 'the sky' | [the sky] is the limit",
                "大语言模型的模 | 模 | 大语言[模]型的[模]",
                "大语言模型的模 | 语言模 | 大[语言模]型的模",
                "模模模 | 模 | [模模模]",
                "x 😀 ﬁnd y | find | x 😀 [ﬁnd] y",
                "nothing here | absent | nothing here",
            })
    void whatWasFoundIsMarked(String text, String typed, String expected) {
        assertEquals(expected, marked(excerpt(text, typed.replace('\'', '"'))));
    }

    @Test
    void theExcerptIsCutAroundThePlaceWhereMostStandsTogether() {
        String text = "apple " + "x ".repeat(200) + "the apple and the pear " + "y ".repeat(200);
        String marked = marked(excerpt(text, "apple pear "));
        assertTrue(marked.startsWith("…x x"), marked);
        assertTrue(marked.contains("the [apple] and the [pear] y"), marked);
        assertTrue(marked.endsWith("…"), marked);
    }

    @Test
    void lineEndsAndMarksThatTurnTextBecomeSpaces() {
        assertEquals("one  two  [three]", marked(excerpt("one\r\ntwo\u202E\0three", "three")));
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "😀".repeat(30) + "sky" + "😀".repeat(200);
        Excerpt excerpt = excerpt(text, "sky");
        assertFalse(
                excerpt.text()
                        .codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.SURROGATE));
        assertTrue(marked(excerpt).contains("[sky]"));
    }

    @Test
    void aMarkEndsWithTheExcerpt() {
        Excerpt excerpt = excerpt("x".repeat(500), "xxx");
        assertEquals(List.of(new Excerpt.Mark(0, Snippet.LENGTH)), excerpt.marks());
        assertEquals(Snippet.LENGTH + 1, excerpt.text().length());
    }
}
