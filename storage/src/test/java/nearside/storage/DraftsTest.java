package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class DraftsTest {
    private static final Optional<ConversationId> None = Optional.empty();

    @TempDir Path folder;
    private Optional<ConversationId> one = Optional.empty();

    @BeforeEach
    void begin() {
        try (Profile profile = Profile.open(folder)) {
            one = Optional.of(profile.journal().begin(Optional.empty(), "Hello").conversation());
        }
    }

    @Test
    void eachPlaceHasItsOwnDraft() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(None, "not begun");
            profile.drafts().save(one, "begun");

            assertEquals("not begun", profile.drafts().of(None));
            assertEquals("begun", profile.drafts().of(one));
        }
    }

    @Test
    void aDraftSurvivesARestart() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(one, "half a thou");
        }
        try (Profile profile = Profile.open(folder)) {
            assertEquals("half a thou", profile.drafts().of(one));
        }
    }

    @Test
    void theLastSavedTextCounts() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(one, "first");
            profile.drafts().save(one, "second\uD83D");

            assertEquals("second\uFFFD", profile.drafts().of(one));
        }
    }

    @Test
    void anEmptyTextRemovesTheDraft() {
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(one, "text");
            profile.drafts().save(one, "");
            profile.drafts().save(None, "");

            assertEquals("", profile.drafts().of(one));
            assertEquals("", profile.drafts().of(None));
        }
    }

    @Test
    void nothingIsKeptForAConversationThatIsGone() throws Exception {
        Optional<ConversationId> gone = Optional.of(new ConversationId("gone"));
        try (Profile profile = Profile.open(folder)) {
            profile.drafts().save(gone, "too late");
            assertEquals("", profile.drafts().of(gone));
        }
        assertEquals(0, Rows.count(folder, "draft"));
    }
}
