package nearside.desktop.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.desktop.prompts.Places.Span;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

class PlacesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);

    private static String filled(String text) {
        return Places.filled(text, TODAY, Locale.ENGLISH, () -> "a $1 {{date}}");
    }

    @Test
    void theNextPlaceIsFoundAndAfterTheLastTheFirst() {
        String text = "Say {{what}} in {{language}}.";
        assertEquals(Optional.of(new Span(4, 12)), Places.next(text, 0));
        assertEquals(Optional.of(new Span(16, 28)), Places.next(text, 12));
        assertEquals(Optional.of(new Span(4, 12)), Places.next(text, 28));
        assertEquals(Optional.empty(), Places.next("{{}} {{two\nlines}} {one}", 0));
    }

    @Test
    void onlyTheDateAndWhatWasCopiedAreFilledIn() {
        assertEquals(
                "On February 3, 2026: a $1 {{date}} {{what}}",
                filled("On {{Date}}: {{ clipboard }} {{what}}"));
    }
}
