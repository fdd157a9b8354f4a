package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class DraftsTest {
    private static final Optional<ConversationId> NONE = Optional.empty();
    private static final Optional<ConversationId> ONE = Optional.of(new ConversationId("one"));

    @TempDir Path folder;

    @Test
    void eachPlaceHasItsOwnDraft() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(NONE, "not begun");
            profile.drafts().save(ONE, "begun");

            assertEquals("not begun", profile.drafts().of(NONE));
            assertEquals("begun", profile.drafts().of(ONE));
        }
    }

    @Test
    void aDraftSurvivesARestart() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(ONE, "half a thou");
        }
        try (Profile profile = Profile.open(folder)) {
            assertEquals("half a thou", profile.drafts().of(ONE));
        }
    }

    @Test
    void theLastSavedTextCounts() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(ONE, "first");
            profile.drafts().save(ONE, "second\uD83D");

            assertEquals("second\uFFFD", profile.drafts().of(ONE));
        }
    }

    @Test
    void anEmptyTextRemovesTheDraft() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(ONE, "text");
            profile.drafts().save(ONE, "");
            profile.drafts().save(NONE, "");

            assertEquals("", profile.drafts().of(ONE));
            assertEquals("", profile.drafts().of(NONE));
        }
    }
}
