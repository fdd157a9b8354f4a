package nearside.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.storage.ConversationId;
import nearside.storage.Journal;
import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.MessageId;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Of a long conversation a part leaves, then more of it: each time the person sees what and why.
class MoreLeavesFxTest extends BorrowingFx {
    private static final String QUESTION = "How is the boat of Ada named?";

    private void talk() throws Exception {
        Journal journal = opened.desk().profile().journal();
        said(journal, Optional.empty(), "The boat of Ada is named Pearl.");
        ConversationId talk = stored().getFirst().id();
        said(journal, Optional.of(talk), "The lock of the shed opens with 4711.");
        for (int i = 0; i < 40; i++) {
            said(
                    journal,
                    Optional.of(talk),
                    "Then number " + i + " went down the road, and it was dull and brown again.");
        }
        reopenWith(LITTLE);
        robot.clickOn(first());
        until(() -> text("#title").startsWith("The boat"));
    }

    private static void said(Journal journal, Optional<ConversationId> in, String question) {
        MessageId reply = journal.begin(in, question).reply();
        journal.append(reply, new Segment(Source.HERE, "So it goes, and so it went before."));
        journal.finish(reply, Message.State.DONE, Optional.empty());
    }

    @Test
    void aFarModelThatAsksForMoreIsHeardOnceAndThePersonIsAsked() throws Exception {
        replies.add("need: the number of the lock");
        replies.add("Pearl, and 4711.");
        talk();
        ask(QUESTION);
        until(() -> shows("#consent-send"));
        assertFalse(text("#consent-why").contains("asked for more"));
        robot.clickOn("#consent-send");
        until(() -> shows("#consent-why") && text("#consent-why").contains("asked for more"));
        assertTrue(
                text("#consent-why")
                        .endsWith(
                                "“the number of the lock”. Nothing more leaves unless you say so."),
                text("#consent-why"));
        assertEquals(1, far.asked().size());
        robot.clickOn("#consent-send");
        until(() -> !shows("#stop") && answered().equals("Pearl, and 4711."));
        assertFalse(far.asked().getFirst().body().contains("4711"));
        assertTrue(far.asked().get(1).body().contains("4711"));
    }

    private String answered() throws Exception {
        return opened.desk()
                .profile()
                .conversations()
                .messages(stored().getFirst().id())
                .getLast()
                .text();
    }

    @Test
    void allOfItCanLeaveIfThePersonSaysSo() throws Exception {
        talk();
        ask(QUESTION);
        until(() -> shows("#consent-all"));
        String part = text("#consent-send");
        robot.clickOn("#consent-all");
        until(() -> shows("#consent-send") && !text("#consent-send").equals(part));
        assertFalse(shows("#consent-all"), "nothing more is there");
        assertEquals(0, far.asked().size());
        robot.clickOn("#consent-send");
        until(() -> !shows("#stop") && answered().equals("It turns once a month."));
        assertTrue(far.asked().getFirst().body().contains("4711"));
        assertFalse(far.asked().getFirst().body().contains("need:"));
    }
}
