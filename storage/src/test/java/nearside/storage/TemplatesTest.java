package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nearside.storage.Template.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class TemplatesTest {
    @TempDir Path folder;
    private Profile profile;

    @BeforeEach
    void open() {
        profile = Profile.open(folder);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private Template put(Kind kind, String name, String text) {
        return profile.templates().put(Template.fresh(kind, name, text));
    }

    private List<Template> prompts() {
        return profile.templates().of(Kind.PROMPT);
    }

    @Test
    void whatIsKeptIsThereAfterARestartByName() {
        Template shorter = put(Kind.PROMPT, "Shorten", "Shorten: {{text}}");
        Template proof = put(Kind.PROMPT, " Proof \n read ", "Mend: {{text}}");
        Template preset = put(Kind.PRESET, "Shorten", "{}");
        close();
        open();
        assertEquals(List.of(proof, shorter), prompts());
        assertEquals("Proof read", proof.name());
        assertEquals(List.of(preset), profile.templates().of(Kind.PRESET));
    }

    @Test
    void oneOfTheSameNameTakesItsPlace() {
        Template first = put(Kind.PROMPT, "Shorten", "One");
        Template second = put(Kind.PROMPT, "Shorten", "Two");
        assertEquals(List.of(second), prompts());
        assertEquals(first.id(), second.id());
    }

    @Test
    void oneThatIsRenamedToAnotherTakesItsPlace() {
        Template first = put(Kind.PROMPT, "Shorten", "One");
        Template second = put(Kind.PROMPT, "Proof read", "Two");
        Template renamed =
                profile.templates().put(new Template(second.id(), Kind.PROMPT, "Shorten", "Three"));
        assertEquals(List.of(renamed), prompts());
        assertEquals(new Template(first.id(), Kind.PROMPT, "Shorten", "Three"), renamed);
    }

    @Test
    void whatIsRemovedIsGoneAndANameIsNeeded() {
        Template first = put(Kind.PROMPT, "Shorten", "One");
        profile.templates().remove(first);
        assertEquals(List.of(), prompts());
        assertEquals(
                "A name with at least one letter expected",
                assertThrows(IllegalArgumentException.class, () -> put(Kind.PROMPT, " ", "One"))
                        .getMessage());
    }

    @Test
    void howAModelIsAskedIsKeptWithItsConversation() {
        ConversationId id = profile.journal().begin(Optional.empty(), "Hello").conversation();
        assertEquals(Optional.empty(), profile.conversations().setup(id));
        profile.conversations().setUp(id, "{\"temperature\":1}");
        close();
        open();
        assertEquals(Optional.of("{\"temperature\":1}"), profile.conversations().setup(id));
    }
}
