package nearside.desktop.catalogue;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import nearside.copilot.models.Manner;
import nearside.desktop.models.Choosing;
import nearside.desktop.theme.Choice;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// Brings in a model that a person has: a folder or a zip archive, from this device or a share.
final class BringingBar extends FlowPane {
    private final CatalogueViewModel catalogue;
    private final Words words;
    private final SimpleObjectProperty<Manner> manner = new SimpleObjectProperty<>(Manner.COPY);

    BringingBar(CatalogueViewModel catalogue, Words words) {
        super(8, 8);
        this.catalogue = catalogue;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        Panel panel = new Panel(words);
        Label name = panel.text("second", "models-manner-name", "models.manner");
        Choice<Manner> how =
                new Choice<>(
                        "models-manner", List.of(Manner.values()), this::name, manner, manner::set);
        how.setAccessibleText(words.of("models.manner"));
        name.setLabelFor(how);
        getChildren()
                .addAll(
                        panel.button(
                                new Button(), "models-folder", "model.import", this::chooseFolder),
                        panel.button(
                                new Button(), "models-zip", "model.import.zip", this::chooseZip),
                        name,
                        how,
                        panel.button(
                                new Button(), "models-anew", "models.anew", catalogue::readAnew));
    }

    private String name(Manner manner) {
        return switch (manner) {
            case COPY -> words.of("models.manner.copy");
            case LINK -> words.of("models.manner.link");
            case IN_PLACE -> words.of("models.manner.in-place");
        };
    }

    private void chooseFolder() {
        new Choosing(words)
                .folder(getScene().getWindow())
                .ifPresent(folder -> catalogue.bringIn(folder, manner.get()));
    }

    /// What is packed has to be unpacked.
    private void chooseZip() {
        new Choosing(words)
                .zip(getScene().getWindow())
                .ifPresent(zip -> catalogue.bringIn(zip, Manner.COPY));
    }
}
