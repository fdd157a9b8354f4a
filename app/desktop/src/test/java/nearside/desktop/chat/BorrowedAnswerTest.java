package nearside.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.desktop.chat.Part.Standing;
import nearside.desktop.chat.Part.Writer;
import nearside.desktop.trouble.Explain;
import nearside.desktop.words.Words;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Stored answers that were written by more than one.
class BorrowedAnswerTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    private static final String LENT =
            """
            {"target": "cloud", "reason": "ENGINE_FAILED", "far": "Far side",
             "leaves_to": "api.example.com", "leaves_tokens": 1200}
            """;

    private static Answer answer(String record, Segment... segments) {
        Message message =
                new Message(
                        new MessageId("m"),
                        Speaker.ASSISTANT,
                        State.DONE,
                        Message.Text.of(List.of(segments)),
                        Optional.empty(),
                        Optional.of(record));
        Remembered remembered = new Remembered(new WhyText(WORDS), new Explain(WORDS));
        return (Answer) remembered.rows(List.of(message), Map.of()).getFirst();
    }

    private record Shown(Writer writer, String text, Standing standing) {}

    private static List<Shown> parts(Answer answer) {
        return answer.parts().stream()
                .map(part -> new Shown(part.writer(), part.text().get(), part.standing().get()))
                .toList();
    }

    @Test
    void eachPartSaysWhoWroteIt() {
        Answer answer =
                answer(
                        LENT,
                        new Segment(Source.HERE, "Begun here, "),
                        new Segment(Source.BORROWED, "ended there."));
        assertEquals(
                List.of(
                        new Shown(new Writer.Here(), "Begun here, ", Standing.COUNTS),
                        new Shown(new Writer.Far("Far side"), "ended there.", Standing.COUNTS)),
                parts(answer));
        assertEquals("Begun here, ended there.", answer.text().get());
        assertEquals(
                "Borrowed from Far side, because the model here could not go on. 1,200 tokens left"
                        + " this device for api.example.com.",
                answer.borrowed().get());
        assertEquals(
                "Borrowed from Far side at api.example.com, because the model here could not go"
                        + " on. 1,200 tokens left this device, after you agreed.",
                answer.why().get());
    }

    @Test
    void whatWasGivenUpStaysVisibleAndIsNotCopied() {
        Answer answer =
                answer(
                        LENT.replace("}", ", \"given_up_characters\": 7}"),
                        new Segment(Source.HERE, "The moo"),
                        new Segment(Source.BORROWED, "Our moon."));
        assertEquals(
                List.of(
                        new Shown(new Writer.Here(), "The moo", Standing.GIVEN_UP),
                        new Shown(new Writer.Far("Far side"), "Our moon.", Standing.COUNTS)),
                parts(answer));
        assertEquals("Our moon.", answer.text().get());
    }

    /// What left for it is told, though it was ended here.
    @Test
    void anAnswerThatWasEndedHereStillTellsWhatLeft() {
        Answer answer =
                answer(
                        """
                        {"target": "local", "reason": "FITS", "before": [%s]}
                        """
                                .formatted(LENT),
                        new Segment(Source.BORROWED, "Begun there, "),
                        new Segment(Source.HERE, "ended here."));
        assertTrue(answer.borrowed().get().contains("1,200 tokens left"), answer.borrowed().get());
        assertEquals(new Writer.Far("Far side"), answer.parts().getFirst().writer());
    }

    /// What left did leave, though nothing came of it.
    @Test
    void whoWasAskedInVainDidNotLend() {
        Answer answer =
                answer(
                        """
                        {"target": "local", "reason": "FITS", "before": [%s]}
                        """
                                .formatted(LENT.replace("}", ", \"lent_in_vain\": true}")),
                        new Segment(Source.HERE, "All here."));
        assertEquals(
                "Far side was asked, because the model here could not go on, and did not answer."
                        + " 1,200 tokens left this device for api.example.com.",
                answer.borrowed().get());
        assertEquals(
                List.of(new Shown(new Writer.Here(), "All here.", Standing.COUNTS)), parts(answer));
    }

    @Test
    void whoStandsInIsSaidAfterAStartToo() {
        Answer answer =
                answer(
                        """
                        {"target": "local", "reason": "FITS", "model": "tiny", "instead_of": "large"}
                        """,
                        new Segment(Source.HERE, "Small."));
        assertEquals(
                "tiny answers instead of large, which does not fit into memory now.",
                answer.notice().get());
    }

    @Test
    void whatMadeRoomIsSaidAfterAStartToo() {
        Answer answer =
                answer(
                        """
                        {"target": "local", "reason": "FITS", "made_room_bytes": 524288000}
                        """,
                        new Segment(Source.HERE, "Here."));
        assertEquals(
                "To make room, 500 MB of what was read of other conversations was let go. Their next"
                        + " answers take a little longer to begin.",
                answer.notice().get());
    }

    @Test
    void anAnswerFromHereHasOnePart() {
        Answer answer = answer("{\"target\": \"local\", \"reason\": \"FITS\"}");
        assertEquals(List.of(new Shown(new Writer.Here(), "", Standing.COUNTS)), parts(answer));
        assertEquals("", answer.borrowed().get());
    }
}
