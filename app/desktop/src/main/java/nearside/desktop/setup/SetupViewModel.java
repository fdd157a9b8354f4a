package nearside.desktop.setup;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.orchestrator.Setup;
import nearside.desktop.pace.Background;
import nearside.storage.Template;
import nearside.storage.Templates;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How a model is asked in the open conversation, and the presets that a person keeps. Lives on the
/// UI thread.
public final class SetupViewModel {
    private final Templates templates;
    private final Background background;
    private final Supplier<Setup> now;
    private final Consumer<Setup> use;
    private final Supplier<List<String>> here;
    private final SetupFields fields = new SetupFields();
    private final ObservableList<Optional<String>> models =
            FXCollections.observableArrayList(List.of(Optional.empty()));
    private final StringProperty presetName = new SimpleStringProperty("");
    private final ObservableList<Preset> presets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Flaw>> flaw =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A field in which no such number stands.
    ///
    /// @param found what stands there
    public record Flaw(Knob knob, String found) {}

    /// Over the open conversation.
    ///
    /// @param now how a model is asked in it
    /// @param use takes another way
    ///
    /// @param here ids of the models that can answer; reading them blocks
    public SetupViewModel(
            Templates templates,
            Background background,
            Supplier<Setup> now,
            Consumer<Setup> use,
            Supplier<List<String>> here) {
        this.templates = templates;
        this.here = here;
        this.background = background;
        this.now = now;
        this.use = use;
    }

    /// Shows how a model is asked now.
    public void refresh() {
        fields.show(now.get());
        presetName.set("");
        flaw.set(Optional.empty());
        list();
        background.ask(here, this::offer);
    }

    /// What is chosen can be seen, also where it is not here any more.
    private void offer(List<String> ids) {
        Optional<String> chosen = fields.model().get();
        models.setAll(
                Stream.concat(
                                Stream.of(Optional.<String>empty(), chosen),
                                ids.stream().map(Optional::of))
                        .distinct()
                        .toList());
    }

    StringProperty system() {
        return fields.system();
    }

    /// The id of the model that answers; empty for the usual one.
    ObjectProperty<Optional<String>> model() {
        return fields.model();
    }

    /// Those that could: the usual one, and all that are here.
    ObservableList<Optional<String>> models() {
        return models;
    }

    StringProperty number(Knob knob) {
        return fields.number(knob);
    }

    StringProperty presetName() {
        return presetName;
    }

    ObservableList<Preset> presets() {
        return presets;
    }

    /// What is wrong; empty while nothing is, or it was not looked at yet.
    ReadOnlyObjectProperty<Optional<Flaw>> flaw() {
        return flaw.getReadOnlyProperty();
    }

    /// Shows what a preset says; it is used with [#use].
    void choose(Preset preset) {
        Setup.of(preset.setup()).ifPresent(fields::show);
        presetName.set(preset.name());
        flaw.set(Optional.empty());
    }

    /// Shows the usual; it is used with [#use].
    void reset() {
        fields.show(Setup.DEFAULT);
        presetName.set("");
        flaw.set(Optional.empty());
    }

    /// From now on a model is asked so.
    ///
    /// @return whether that could be done
    boolean use() {
        Optional<Setup> read = read();
        read.ifPresent(use);
        return read.isPresent();
    }

    /// Keeps what is typed under the name that is typed. Without a name nothing is kept.
    void keep() {
        String name = presetName.get().strip();
        if (!name.isEmpty()) {
            read().ifPresent(setup -> {
                Template preset = Template.fresh(Template.Kind.PRESET, name, setup.json());
                background.tell(() -> templates.put(preset), this::list);
            });
        }
    }

    /// Forgets the preset of the name that is typed.
    void forget() {
        presets.stream()
                .filter(preset -> preset.name().equals(presetName.get().strip()))
                .findFirst()
                .ifPresent(preset -> {
                    presetName.set("");
                    background.tell(() -> templates.remove(preset.template()), this::list);
                });
    }

    private Optional<Setup> read() {
        try {
            Setup read = fields.read();
            flaw.set(Optional.empty());
            return Optional.of(read);
        } catch (SetupFields.Wrong wrong) {
            flaw.set(
                    Optional.of(new Flaw(wrong.knob(), fields.number(wrong.knob()).get().strip())));
            return Optional.empty();
        }
    }

    private void list() {
        background.ask(
                () -> templates.of(Template.Kind.PRESET).stream().map(Preset::of).toList(),
                presets::setAll);
    }
}
