package nearside.desktop.models;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.trouble.TroubleView;
import nearside.desktop.words.Words;

/// How an import stands: copying, done, or refused with its reason.
public final class ImportView extends HBox {
    private final ModelsViewModel models;
    private final Words words;

    public ImportView(ModelsViewModel models, Words words) {
        this.models = models;
        this.words = words;
        setId("import");
        getStyleClass().add("notice");
        setAlignment(Pos.TOP_LEFT);
        models.importing().subscribe(this::show);
    }

    private void show(ImportState state) {
        boolean idle = state instanceof ImportState.Idle;
        setVisible(!idle);
        setManaged(!idle);
        switch (state) {
            case ImportState.Idle _ -> getChildren().clear();
            case ImportState.Copying(String folder) ->
                    getChildren().setAll(line(words.of("import.copying", folder)));
            case ImportState.Done(String model) -> put(line(words.of("import.done", model)));
            case ImportState.Refused(var trouble) -> put(new TroubleView(trouble, words));
        }
    }

    private void put(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        Button close = new Button(words.of("notice.close"));
        close.setId("close-import");
        close.setAccessibleText(words.of("notice.close"));
        close.getStyleClass().add("link");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> models.dismiss());
        getChildren().setAll(node, close);
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
