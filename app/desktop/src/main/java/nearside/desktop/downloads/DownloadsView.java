package nearside.desktop.downloads;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// All models on their way here, one below the other; gone while there are none.
public final class DownloadsView extends VBox {
    private final DownloadsViewModel downloads;
    private final Words words;

    public DownloadsView(DownloadsViewModel downloads, Words words) {
        this.downloads = downloads;
        this.words = words;
        setId("downloads");
        downloads.lines().addListener((ListChangeListener<TripLine>) _ -> show());
        show();
    }

    /// Rows stay as long as the models do, so that nothing loses the cursor while numbers change.
    private void show() {
        List<TripLine> lines = List.copyOf(downloads.lines());
        List<String> ids = lines.stream().map(TripLine::id).toList();
        if (!ids.equals(rows().stream().map(TripRow::model).toList())) {
            getChildren()
                    .setAll(ids.stream().map(id -> new TripRow(id, downloads, words)).toList());
        }
        List<TripRow> rows = rows();
        for (TripLine line : lines) {
            rows.get(ids.indexOf(line.id())).show(line);
        }
        Panel.show(this, !lines.isEmpty());
    }

    private List<TripRow> rows() {
        return getChildren().stream().map(TripRow.class::cast).toList();
    }
}
