package nearside.desktop.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.Optional;

/// How a larger model comes here, in two steps: the page of its makers, and the folder from there.
public final class GettingView extends VBox {
    private final GettingViewModel getting;
    private final Words words;

    public GettingView(GettingViewModel getting, Words words) {
        this.getting = getting;
        this.words = words;
        setId("getting");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label title = Panel.text("trouble-title", "getting-title");
        title.setText(words.of("welcome.get.title", getting.name()));
        Label takes = Panel.text("trouble-text", "getting-takes");
        takes.setText(words.of("welcome.get.takes", getting.size(), getting.times()));
        Label room = Panel.text("trouble-text", "getting-room");
        room.textProperty().bind(getting.room());
        Label first = Panel.text("trouble-text", "getting-first");
        first.setText(words.of("welcome.get.first", getting.folder(), getting.page()));
        Label offline = panel.text("refused", "getting-offline", "welcome.get.is-offline");
        Button open =
                panel.button(new Button(), "getting-open", "welcome.get.open", getting::openPage);
        getting.offline()
                .subscribe(shut -> {
                    open.setDisable(shut);
                    Panel.show(offline, shut);
                });
        getChildren()
                .addAll(
                        title,
                        takes,
                        room,
                        first,
                        offline,
                        open,
                        panel.text("trouble-text", "getting-second", "welcome.get.second"),
                        panel.button(
                                new Button(),
                                "getting-folder",
                                "welcome.get.folder",
                                this::choose));
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.of("model.import.title"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(folder -> {
                    getting.bringIn(folder.toPath());
                    getScene().getWindow().hide();
                });
    }
}
