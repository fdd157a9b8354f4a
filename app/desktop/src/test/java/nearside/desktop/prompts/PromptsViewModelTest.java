package nearside.desktop.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nearside.desktop.pace.Background;
import nearside.desktop.pace.HeldThread;
import nearside.desktop.words.Words;
import nearside.storage.Profile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class PromptsViewModelTest {
    @TempDir Path folder;
    private final HeldThread ui = new HeldThread();
    private Profile profile;
    private PromptsViewModel prompts;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
        prompts =
                new PromptsViewModel(
                        profile.templates(),
                        new Background(
                                Runnable::run,
                                ui,
                                failure -> {
                                    throw new AssertionError(failure.toString());
                                }),
                        Words.of(Locale.ENGLISH));
        prompts.refresh();
        ui.run();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private List<String> names() {
        return prompts.prompts().stream().map(Prompt::name).toList();
    }

    @Test
    void thereAreSomeToBeginWith() {
        assertEquals(List.of("Shorten", "Explain simply", "Proofread", "Translate"), names());
        assertEquals(
                "Translate into {{language}}:\n\n{{text}}", prompts.prompts().getLast().text());
    }

    @Test
    void onesOwnTakeTheirPlaceUntilTheLastIsForgotten() {
        prompts.name().set("Rhyme");
        assertFalse(prompts.isWhole());
        prompts.keep();
        prompts.text().set("Rhyme: {{text}}");
        prompts.keep();
        ui.run();
        assertEquals(List.of("Rhyme"), names());
        prompts.choose(prompts.prompts().getFirst());
        assertEquals("Rhyme: {{text}}", prompts.text().get());
        prompts.forget(prompts.prompts().getFirst());
        ui.run();
        assertEquals(4, names().size());
        assertEquals("", prompts.name().get());
    }
}
