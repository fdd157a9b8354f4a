package nearside.desktop.trouble;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import nearside.desktop.words.Words;

import java.util.Optional;

/// The bar across the window that shows its trouble until it is put away.
public final class TroubleBar extends HBox {
    private final TroubleViewModel trouble;
    private final Words words;

    public TroubleBar(TroubleViewModel trouble, Words words) {
        this.trouble = trouble;
        this.words = words;
        setId("trouble-bar");
        getStyleClass().addAll("notice", "notice-danger");
        setAlignment(Pos.TOP_LEFT);
        trouble.present().subscribe(this::show);
    }

    private void show(Optional<Trouble> present) {
        getChildren().clear();
        present.ifPresent(this::put);
        setVisible(present.isPresent());
        setManaged(present.isPresent());
    }

    private void put(Trouble said) {
        TroubleView view = new TroubleView(said, words);
        HBox.setHgrow(view, Priority.ALWAYS);
        Button close = new Button(words.of("notice.close"));
        close.setId("close-trouble");
        close.setAccessibleText(words.of("notice.close"));
        close.getStyleClass().add("link");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> trouble.putAway());
        getChildren().addAll(view, close);
    }
}
