package nearside.copilot.context.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReaderTest {
    private final Reader reader = new Reader();

    private List<String> terms(String text) {
        return reader.read(text).terms();
    }

    private List<String> names(String text) {
        return reader.read(text).names();
    }

    @Test
    void wordsThatSayNothingAreNoTermsAndFormsOfAWordAreOne() {
        assertEquals(List.of("dog", "run"), terms("The dogs were running"));
        assertEquals(terms("A dog runs"), terms("the dogs, running"));
        assertEquals(terms("CAFÉ"), terms("cafe"));
    }

    @Test
    void inWritingWithoutSpacesEveryTwoNeighboursAreATerm() {
        assertEquals(List.of("北京", "京大", "大学", "学"), terms("北京大学"));
    }

    @Test
    void namesAreRunsOfCapitalsOverSmallWords() {
        assertEquals(
                List.of("university of oklahoma", "lee roy selmon"),
                names("At the University of Oklahoma played Lee Roy Selmon."));
    }

    @Test
    void aNameEndsWhereTheSentenceIsCut() {
        assertEquals(
                List.of("im seulong", "sulli choi", "nichkhun"),
                names("It starred Im Seulong, Sulli Choi and (perhaps) Nichkhun"));
    }

    @Test
    void numbersAreNamesWhereTheyAreLongOrStandInOne() {
        assertEquals(
                List.of("october 27", "1999", "studio 33"),
                names("on October 27, 1999, 5 by Studio 33"));
    }

    @Test
    void aSmallWordAtTheEndBelongsToNoName() {
        assertEquals(List.of("metallica"), names("Metallica in the end of"));
    }

    @Test
    void whatHasNoCapitalsHasNoNames() {
        assertEquals(List.of(), names("nothing here, 北京大学 neither"));
    }

    @Test
    void whatBeginsWithAPronounLeansOnWhatWasSaid() {
        for (String leans : List.of("They left.", "“It is”", "他来了", "Es regnet")) {
            assertTrue(reader.read(leans).leans(), leans);
        }
        for (String stands : List.of("Theya left", "We left", "", "来了")) {
            assertFalse(reader.read(stands).leans(), stands);
        }
    }
}
