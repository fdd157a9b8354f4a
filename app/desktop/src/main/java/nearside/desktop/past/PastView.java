package nearside.desktop.past;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import nearside.desktop.past.Bringing.Step;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.List;
import java.util.Optional;

/// Asks for the files of another program, shows what they would bring, and brings it.
public final class PastView extends VBox {
    private static final double LIST_HEIGHT = 140;

    private final PastViewModel past;
    private final Words words;
    private final BringingText text;
    private final Label said = Panel.text("trouble-text", "past-said");
    private final ListView<String> refusals = new ListView<>();
    private final ProgressBar progress = new ProgressBar();
    private final Button files = new Button();
    private final Button folder = new Button();
    private final Button bring = new Button();
    private final Button stop = new Button();

    public PastView(PastViewModel past, Words words) {
        this.past = past;
        this.words = words;
        this.text = new BringingText(words);
        setId("past");
        getStyleClass().add("protection");
        Panel panel = new Panel(words);
        Label title = panel.text("trouble-title", "past-title", "past.title");
        Label note = panel.text("trouble-text", "past-note", "past.note");
        refusals.setId("past-refusals");
        refusals.setAccessibleText(words.of("past.refusals"));
        refusals.setItems(past.refusals());
        refusals.setPrefHeight(LIST_HEIGHT);
        refusals.setCellFactory(_ -> new SentenceCell());
        bring.getStyleClass().add("send");
        progress.setId("past-progress");
        progress.setAccessibleText(words.of("past.title"));
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox choice =
                Panel.actions(
                        panel.button(files, "past-files", "past.files", this::chooseFiles),
                        panel.button(folder, "past-folder", "past.folder", this::chooseFolder));
        HBox actions =
                Panel.actions(
                        panel.button(bring, "past-bring", "past.bring", past::bringIn),
                        panel.button(stop, "past-stop", "past.stop", past::stop));
        getChildren().addAll(title, note, choice, said, refusals, progress, actions);
        past.bringing().subscribe(this::show);
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("past.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                words.of("past.kinds"), "*.json", "*.jsonl", "*.zip"),
                        new FileChooser.ExtensionFilter(words.of("past.kinds.all"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        past.choose(
                Optional.ofNullable(chosen).orElse(List.of()).stream().map(File::toPath).toList());
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.of("past.title"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .ifPresent(chosen -> past.choose(List.of(chosen.toPath())));
    }

    private void show(Bringing bringing) {
        boolean running = bringing instanceof Bringing.Running;
        said.setText(text.of(bringing));
        Panel.show(said, !(bringing instanceof Bringing.Idle));
        Panel.show(refusals, bringing instanceof Bringing.Counted && !past.refusals().isEmpty());
        Panel.show(progress, running);
        Panel.show(stop, running);
        Panel.show(bring, !running);
        bring.setDisable(
                !(bringing instanceof Bringing.Counted counted
                        && counted.step() == Step.PREVIEW
                        && counted.brings()));
        files.setDisable(running);
        folder.setDisable(running);
    }

    /// A sentence that may need several lines.
    private static final class SentenceCell extends ListCell<String> {
        SentenceCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable String sentence, boolean empty) {
            super.updateItem(sentence, empty);
            String shown = sentence == null || empty ? "" : sentence;
            setText(shown);
            setAccessibleText(shown);
        }
    }
}
