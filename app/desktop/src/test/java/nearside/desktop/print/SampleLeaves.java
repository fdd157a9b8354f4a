package nearside.desktop.print;

import nearside.desktop.past.PageText;
import nearside.desktop.past.Pages;
import nearside.desktop.words.Words;
import nearside.storage.past.PastConversation;
import nearside.storage.past.PastMessage;
import nearside.storage.past.PastMessage.Making;
import nearside.storage.past.PastMessage.Run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A conversation of one question, as pages.
final class SampleLeaves {
    private SampleLeaves() {}

    static Leaves of(String question) {
        PastMessage asked =
                new PastMessage(
                        "m",
                        Optional.empty(),
                        new PastMessage.Head(
                                PastMessage.Speaker.USER, PastMessage.State.DONE, Instant.EPOCH),
                        PastMessage.Content.of(List.of(Run.here(question))),
                        Making.NONE,
                        Optional.empty());
        PastConversation conversation =
                new PastConversation(
                        "c",
                        new PastConversation.Head("Title", Instant.EPOCH, Instant.EPOCH),
                        PastConversation.Filing.NONE,
                        List.of(asked),
                        Optional.of("m"),
                        Optional.empty());
        PageText words = new PageText(Words.of(Locale.ENGLISH), ZoneOffset.UTC);
        return new Leaves(new Pages(words), conversation);
    }
}
