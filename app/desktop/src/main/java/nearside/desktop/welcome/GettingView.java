package nearside.desktop.welcome;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import nearside.copilot.models.Published;
import nearside.desktop.models.Choosing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import java.util.List;

/// How a larger model comes here: by one button, or from a folder that a person has.
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
        Label takes = Panel.text("trouble-text", "getting-takes");
        Label room = Panel.text("trouble-text", "getting-room");
        room.textProperty().bind(getting.room());
        Label from = Panel.text("trouble-text", "getting-from");
        Label offline = panel.text("refused", "getting-offline", "welcome.get.is-offline");
        Label none = panel.text("refused", "getting-none", "welcome.get.none");
        Button get = panel.button(new Button(), "getting-get", "welcome.get.now", this::get);
        get.setDefaultButton(true);
        Button open =
                panel.button(new Button(), "getting-open", "welcome.get.open", getting::openPage);
        getting.found()
                .subscribe(found -> {
                    title.setText(words.of("welcome.get.title", getting.name()));
                    takes.setText(found.map(it -> takes(it.published())).orElse(""));
                    from.setText(found.map(it -> getting.text().from(it.offered())).orElse(""));
                    List.of(takes, room, from, get, open)
                            .forEach(it -> Panel.show(it, found.isPresent()));
                    Panel.show(none, found.isEmpty());
                });
        getting.offline()
                .subscribe(shut -> {
                    get.setDisable(shut);
                    open.setDisable(shut);
                    Panel.show(offline, shut);
                });
        getChildren()
                .addAll(
                        title,
                        takes,
                        room,
                        from,
                        none,
                        offline,
                        new FlowPane(8, 8, get, open),
                        panel.text("trouble-text", "getting-second", "welcome.get.second"),
                        panel.button(
                                new Button(),
                                "getting-folder",
                                "welcome.get.folder",
                                this::choose));
    }

    private String takes(Published model) {
        GettingText text = getting.text();
        return words.of("welcome.get.takes", text.size(model), text.times(model));
    }

    private void get() {
        getting.get();
        getScene().getWindow().hide();
    }

    private void choose() {
        new Choosing(words)
                .folder(getScene().getWindow())
                .ifPresent(folder -> {
                    getting.bringIn(folder);
                    getScene().getWindow().hide();
                });
    }
}
