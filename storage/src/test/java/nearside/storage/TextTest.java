package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.State;
import nearside.storage.search.Query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Whatever people and models write comes back as it was.
class TextTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before\u0000after\u0000",
                "\uFEFFwith a byte order mark",
                "\u202Eright to left\u202C שלום",
                "tag \uDB40\uDC41\uDB40\uDC42 characters",
                "👩‍👩‍👧‍👦 combined é é",
                "'; DROP TABLE message; --",
                "<|end|><|assistant|>",
                "\r\n\t\u2028\u2029",
                "\uFFFF\uFFFE\uDBFF\uDFFF"
            })
    void textSurvives(String text) {
        assertEquals(List.of(text, text, text), roundTrip(text));
    }

    @Test
    void halvesOfCharactersAreReplacedOnceEverywhere() {
        assertEquals(List.of("a\uFFFDb", "a\uFFFDb", "a\uFFFDb"), roundTrip("a\uD83Db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\uFEFF", "\u202E", "\uDB40\uDC41", "\uD83D", "\u2028", "'"})
    void wordsAroundOddTextAreFound(String odd) throws InterruptedException {
        try (Profile profile = Profile.open(folder)) {
            Journal.Begun begun =
                    profile.journal().begin(Optional.empty(), "zebra " + odd + " gnu");
            profile.search().begin();
            profile.search().finish();
            for (String typed : List.of("zebra", "gnu", "zebra gnu")) {
                assertEquals(
                        Optional.of(begun.question()),
                        profile.search().find(Query.typed(typed, ZoneOffset.UTC), 9).stream()
                                .flatMap(hit -> hit.message().stream())
                                .findFirst(),
                        typed);
            }
        }
    }

    @Test
    void tenMegabytesSurvive() {
        String text = "天é a\u0000".repeat(1_250_000);

        assertEquals(List.of(text, text, text), roundTrip(text));
    }

    /// The question, the reply and the draft, after a restart.
    private List<String> roundTrip(String text) {
        Journal.Begun begun;
        try (Profile profile = Profile.open(folder)) {
            begun = profile.journal().begin(Optional.empty(), text);
            profile.journal().append(begun.reply(), new Segment(Source.HERE, text));
            profile.journal().finish(begun.reply(), State.DONE, Optional.empty());
            profile.drafts().save(Optional.empty(), text);
        }
        try (Profile profile = Profile.open(folder)) {
            List<Message> messages = profile.conversations().messages(begun.conversation());
            return List.of(
                    messages.get(0).text(),
                    messages.get(1).text(),
                    profile.drafts().of(Optional.empty()));
        }
    }
}
