package nearside.copilot.orchestrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.copilot.orchestrator.Unseen.Read;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

class UnseenTest {
    private static Read read(int number, Speaker speaker, String text) {
        return new Read(
                new Message(
                        new MessageId("m" + number),
                        speaker,
                        State.DONE,
                        Message.Text.of(List.of(new Segment(Source.HERE, text))),
                        Optional.empty(),
                        Optional.empty()),
                text,
                100);
    }

    /// Ten turns that all say the same.
    private static List<Read> talk() {
        List<Read> all = new ArrayList<>();
        for (int i = 0; i < 20; i += 2) {
            all.add(read(i, Speaker.USER, "again"));
            all.add(read(i + 1, Speaker.ASSISTANT, "again"));
        }
        return all;
    }

    private static Set<String> unseen(List<Read> talk, int window) {
        return new TreeSet<>(
                Unseen.of(
                                talk,
                                new Unseen.Draft("other words", 10),
                                window,
                                1_024,
                                Optional.empty())
                        .unseen()
                        .keySet()
                        .stream()
                        .map(MessageId::value)
                        .toList());
    }

    @Test
    void whatIsNewestIsSeen() {
        Set<String> unseen = unseen(talk(), 2_048);
        assertEquals(
                11,
                unseen.size(),
                "a reply has 1,024 of the window, turns to come all but 1,000: " + unseen);
        assertEquals(Set.of("m0", "m1"), Set.copyOf(unseen.stream().limit(2).toList()));
    }

    @Test
    void inASmallWindowAReplyTakesNoMoreThanHalf() {
        assertEquals(18, unseen(talk(), 512).size());
    }

    @Test
    void whatTheQuestionAsksForIsSeen() {
        List<Read> talk = talk();
        talk.set(0, read(0, Speaker.USER, "other words of long ago"));
        assertFalse(unseen(talk, 2_048).contains("m0"));
    }

    @Test
    void whatHasNoTextIsNeither() {
        List<Read> talk = talk();
        talk.set(0, read(0, Speaker.USER, ""));
        assertFalse(unseen(talk, 512).contains("m0"));
    }

    @Test
    void whatIsPinnedIsSeen() {
        List<Read> talk = talk();
        Read first = talk.getFirst();
        talk.set(0, new Read(first.message(), first.text(), first.tokens(), Unseen.Hold.PINNED));
        assertFalse(unseen(talk, 512).contains("m0"));
        assertEquals(18, unseen(talk, 512).size(), "one of the last makes room for it");
    }

    /// Of a message that is longer than the window only what answers is seen.
    @Test
    void aLongMessageIsSeenInPart() {
        String filler = "The weather at the coast was fine on most days of that year. ".repeat(60);
        Read one = read(0, Speaker.USER, filler + "The keeper is called Ada. " + filler);
        Read both = new Read(one.message(), one.text(), 2_000);
        Map<MessageId, Seen> unseen =
                Unseen.of(
                                List.of(both),
                                new Unseen.Draft("Who is the keeper?", 10),
                                1_024,
                                256,
                                Optional.empty())
                        .unseen();
        assertEquals(Map.of(one.message().id(), Seen.PART), unseen);
    }
}
