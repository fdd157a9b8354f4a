package nearside.storage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TitleTest {
    @Test
    void aShortQuestionIsItsOwnTitle() {
        assertEquals("Why is the sky blue?", Title.of("Why is the sky blue?"));
    }

    @Test
    void theFirstLineThatShowsAnythingCounts() {
        assertEquals("second", Title.of("\n \t \u200B\n  second\nthird"));
    }

    @Test
    void aLongQuestionEndsBetweenWords() {
        String title =
                Title.of(
                        "Please explain to me in plain words how a refrigerator moves heat uphill");

        assertEquals("Please explain to me in plain words how a refrigerator…", title);
    }

    @Test
    void exactlySixtyCharactersAreNotCut() {
        String sixty = "abcde ".repeat(9) + "abcdef";

        assertEquals(60, sixty.length());
        assertEquals(sixty, Title.of(sixty));
        assertEquals("abcde ".repeat(8) + "abcde…", Title.of(sixty + "g"));
    }

    @Test
    void aWordThatEndsExactlyAtTheBorderStays() {
        assertEquals("a".repeat(59) + "…", Title.of("a".repeat(59) + " bcd"));
    }

    @Test
    void textWithoutSpacesIsCutByCharacters() {
        assertEquals("天".repeat(59) + "…", Title.of("天".repeat(200)));
    }

    @Test
    void aCharacterOfTwoHalvesIsNeverCutInside() {
        assertEquals("😀".repeat(59) + "…", Title.of("😀".repeat(61)));
    }

    @Test
    void aLongAddressBehindAShortWordIsCutInside() {
        String title = Title.of("see https://example.org/" + "x".repeat(100));

        assertEquals("see https://example.org/" + "x".repeat(35) + "…", title);
    }

    @Test
    void controlsAndDirectionMarksDisappear() {
        assertEquals("abcdef", Title.of("a\u0000b\u202Ec\u2066d\uFEFFe\u0007f"));
    }

    @Test
    void otherSpacesBecomeSingleOnes() {
        assertEquals("a b c d", Title.of("a\tb\u00A0\u3000c   d"));
    }

    @Test
    void joinersOfWordsAndEmojiStay() {
        assertEquals("👩‍💻 نمی‌خواهم", Title.of("👩‍💻 نمی‌خواهم"));
    }

    @Test
    void rightToLeftTextStaysInOrder() {
        assertEquals("שלום עולם", Title.of("שלום עולם"));
    }

    @Test
    void halfACharacterIsReplaced() {
        assertEquals("a\uFFFDb", Title.of("a\uD83Db"));
    }

    @Test
    void nothingShownGivesAnEmptyTitle() {
        assertEquals("", Title.of(""));
        assertEquals("", Title.of(" \n\t\r\n\u200B"));
    }
}
