package nearside.desktop.prompts;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.desktop.words.Words;
import nearside.storage.Template;
import nearside.storage.Templates;

import java.util.List;
import java.util.function.Consumer;

/// The prompts that a person keeps; while there are none, some to begin with. Lives on the UI
/// thread.
public final class PromptsViewModel {
    private final Templates templates;
    private final Background background;
    private final List<Prompt> usual;
    private final ObservableList<Prompt> prompts = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private Consumer<String> onInsert = _ -> {};

    public PromptsViewModel(Templates templates, Background background, Words words) {
        this.templates = templates;
        this.background = background;
        String text = Places.of(words.of("prompts.place.text"));
        String what = Places.of(words.of("prompts.place.what"));
        String language = Places.of(words.of("prompts.place.language"));
        usual =
                List.of(
                        usual(words.of("prompts.shorten"), words.of("prompts.shorten.text", text)),
                        usual(words.of("prompts.explain"), words.of("prompts.explain.text", what)),
                        usual(
                                words.of("prompts.proofread"),
                                words.of("prompts.proofread.text", text)),
                        usual(
                                words.of("prompts.translate"),
                                words.of("prompts.translate.text", text, language)));
        prompts.setAll(usual);
    }

    private static Prompt usual(String name, String text) {
        return new Prompt("", name, text);
    }

    /// Reads them anew.
    public void refresh() {
        background.ask(
                () -> templates.of(Template.Kind.PROMPT).stream().map(Prompt::of).toList(),
                kept -> prompts.setAll(kept.isEmpty() ? usual : kept));
    }

    public ObservableList<Prompt> prompts() {
        return prompts;
    }

    StringProperty name() {
        return name;
    }

    StringProperty text() {
        return text;
    }

    /// Told which text a person wants to ask with.
    public void onInsert(Consumer<String> listener) {
        onInsert = listener;
    }

    /// Puts it where a person writes.
    public void insert(Prompt prompt) {
        onInsert.accept(prompt.text());
    }

    void choose(Prompt prompt) {
        name.set(prompt.name());
        text.set(prompt.text());
    }

    /// Whether what is typed can be kept.
    boolean isWhole() {
        return !name.get().isBlank() && !text.get().isBlank();
    }

    /// Keeps what is typed, in the place of the one of that name.
    void keep() {
        if (isWhole()) {
            Template fresh = Template.fresh(Template.Kind.PROMPT, name.get(), text.get());
            background.tell(() -> templates.put(fresh), this::refresh);
        }
    }

    void forget(Prompt prompt) {
        name.set("");
        text.set("");
        background.tell(() -> templates.remove(prompt.template()), this::refresh);
    }
}
