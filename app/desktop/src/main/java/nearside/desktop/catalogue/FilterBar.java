package nearside.desktop.catalogue;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import nearside.desktop.catalogue.Filter.Which;
import nearside.desktop.theme.Choice;
import nearside.desktop.words.Words;
import nearside.engine.accelerator.Provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds models by words, by where they are, by what they are made for, by language; and says for
/// how long conversations they are judged.
final class FilterBar extends VBox {
    private final CatalogueViewModel catalogue;
    private final Words words;

    FilterBar(CatalogueViewModel catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
        getStyleClass().add("models-filter");
        TextField find = new TextField();
        find.setId("models-find");
        find.setPromptText(words.of("models.find"));
        find.setAccessibleText(words.of("models.find"));
        find.textProperty()
                .subscribe(typed -> catalogue.filter(catalogue.filter().get().typed(typed)));
        FlowPane choices = new FlowPane(12, 8, which(), madeFor(), languages(), lengths());
        getChildren().addAll(find, choices);
    }

    private VBox which() {
        return named(
                "models.which",
                new Choice<>(
                        "models-which",
                        List.of(Which.values()),
                        this::name,
                        catalogue.filter().map(Filter::which),
                        next -> catalogue.filter(catalogue.filter().get().with(next))));
    }

    private String name(Which which) {
        return switch (which) {
            case ALL -> words.of("models.which.all");
            case HERE -> words.of("models.which.here");
            case FITS -> words.of("models.which.fits");
        };
    }

    private VBox madeFor() {
        return named(
                "models.made",
                new Choice<>(
                        "models-made",
                        Stream.concat(
                                        Stream.of(Optional.<Provider>empty()),
                                        Stream.of(Provider.CPU, Provider.DIRECTML, Provider.CUDA)
                                                .map(Optional::of))
                                .toList(),
                        this::provider,
                        catalogue.filter().map(Filter::madeFor),
                        next -> catalogue.filter(catalogue.filter().get().madeFor(next))));
    }

    private String provider(Optional<Provider> madeFor) {
        return madeFor.map(it -> it == Provider.CPU ? words.of("models.made.cpu") : it.name())
                .orElse(words.of("models.any"));
    }

    /// They are known once the catalogue was read.
    private VBox languages() {
        Choice<Optional<String>> choice =
                new Choice<>(
                        "models-language",
                        List.of(Optional.<String>empty()),
                        this::language,
                        catalogue.filter().map(Filter::language),
                        next -> catalogue.filter(catalogue.filter().get().language(next)));
        catalogue.lines().subscribe(() -> fill(choice));
        fill(choice);
        return named("models.language", choice);
    }

    private void fill(Choice<Optional<String>> choice) {
        List<Optional<String>> all =
                Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                catalogue.languages().stream().map(Optional::of))
                        .toList();
        if (!choice.getItems().equals(all)) {
            choice.getItems().setAll(all);
            choice.setValue(catalogue.filter().get().language());
        }
    }

    private String language(Optional<String> tag) {
        return tag.map(it -> Locale.forLanguageTag(it).getDisplayLanguage(words.locale()))
                .orElse(words.of("models.any"));
    }

    private VBox lengths() {
        return named(
                "models.length",
                new Choice<>(
                        "models-length",
                        Length.ALL,
                        it ->
                                it.equals(Length.USUAL)
                                        ? words.of("models.length.usual", it.tokens())
                                        : words.of("models.length.tokens", it.tokens()),
                        catalogue.length(),
                        catalogue::length));
    }

    private VBox named(String key, Choice<?> choice) {
        Label label = new Label(words.of(key));
        label.getStyleClass().add("second");
        label.setLabelFor(choice);
        choice.setAccessibleText(words.of(key));
        return new VBox(2, label, choice);
    }
}
