package nearside.desktop.catalogue;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import nearside.desktop.downloads.DownloadsView;
import nearside.desktop.models.ImportView;
import nearside.desktop.theme.Panel;
import nearside.desktop.trouble.Trouble;
import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page of models: which one to get, all that are here or may be got, and how others come in.
public final class CatalogueView extends VBox {
    private final CatalogueViewModel catalogue;
    private final Words words;
    private final VBox rows = new VBox();
    private final VBox fault = new VBox();
    private final Label none;

    public CatalogueView(CatalogueViewModel catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
        setId("models-page");
        getStyleClass().addAll("protection", "models-page");
        Panel panel = new Panel(words);
        Label advice = Panel.text("models-advice", "models-advice");
        advice.textProperty().bind(catalogue.advice());
        Label room = Panel.text("second", "models-room");
        room.textProperty().bind(catalogue.room());
        Label machine = Panel.text("second", "models-machine");
        machine.textProperty().bind(catalogue.machine());
        none = panel.text("second", "models-none", "models.find.none");
        rows.setId("models-rows");
        rows.getStyleClass().add("models-rows");
        getChildren()
                .addAll(
                        panel.text("trouble-title", "models-title", "models.page.title"),
                        advice,
                        fault,
                        new DownloadsView(catalogue.downloads(), words),
                        new ImportView(catalogue.models(), words),
                        measuring(panel),
                        new FilterBar(catalogue, words),
                        none,
                        rows,
                        room,
                        panel.text("panel-heading", "models-machine-name", "models.machine"),
                        machine,
                        new BringingBar(catalogue, words));
        catalogue.lines().addListener((ListChangeListener<ModelLine>) _ -> show());
        catalogue.fault().subscribe(this::tell);
        catalogue.keeping().said().subscribe(_ -> say());
        show();
    }

    private Label measuring(Panel panel) {
        Label measuring = panel.text("notice-text", "models-measuring", "models.measuring");
        Panel.show(measuring, false);
        catalogue
                .calibration()
                .underWay()
                .subscribe(runs -> {
                    measuring.setVisible(runs);
                    // Its place stays, or what is below would move under the mouse.
                    measuring.setManaged(runs || measuring.isManaged());
                });
        return measuring;
    }

    private void tell(Optional<Trouble> found) {
        fault.getChildren().setAll(found.map(it -> new TroubleView(it, words)).stream().toList());
        Panel.show(fault, found.isPresent());
    }

    /// Rows stay as long as their models do, so that nothing loses the cursor or closes.
    private void show() {
        List<ModelLine> lines = List.copyOf(catalogue.lines());
        List<ModelRow> before = shown();
        List<ModelRow> now = new ArrayList<>();
        for (ModelLine line : lines) {
            ModelRow row =
                    before.stream()
                            .filter(it -> it.model().equals(line.id()))
                            .findFirst()
                            .orElseGet(() -> new ModelRow(line.id(), catalogue, words));
            row.show(line);
            now.add(row);
        }
        if (!before.equals(now)) {
            rows.getChildren().setAll(now);
        }
        Panel.show(none, lines.isEmpty());
        say();
    }

    private void say() {
        shown().forEach(row -> row.say(catalogue.keeping().said().get()));
    }

    private List<ModelRow> shown() {
        return rows.getChildren().stream().map(ModelRow.class::cast).toList();
    }
}
