package nearside.desktop.attach;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Panel;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;

import java.util.List;

/// The files of a message: pictures as they are, and every file by its name.
public final class FilesBox extends VBox {
    private static final double WIDEST = 360;
    private static final double HIGHEST = 280;

    private FilesBox(List<Attached> files, FileActions actions, Words words) {
        getStyleClass().add("files");
        for (Attached file : files) {
            if (Picture.isNamed(file)) {
                getChildren().add(picture(file, actions));
            }
        }
        getChildren()
                .add(Chips.fixed(FXCollections.observableArrayList(files), actions::open, words));
    }

    /// Nothing for a message without files.
    public static List<FilesBox> of(List<Attached> files, FileActions actions, Words words) {
        return files.isEmpty() ? List.of() : List.of(new FilesBox(files, actions, words));
    }

    private static ImageView picture(Attached file, FileActions actions) {
        ImageView view = new ImageView();
        view.getStyleClass().add("picture");
        view.setPreserveRatio(true);
        view.setAccessibleText(Visible.of(file.name()));
        Panel.show(view, false);
        actions.read(
                file,
                bytes ->
                        Thread.ofVirtual()
                                .name("picture")
                                .start(() ->
                                        Picture.of(bytes)
                                                .ifPresent(image ->
                                                        Platform.runLater(
                                                                () -> show(view, image)))));
        return view;
    }

    private static void show(ImageView view, Image image) {
        view.setImage(image);
        view.setFitWidth(Math.min(WIDEST, image.getWidth()));
        view.setFitHeight(Math.min(HIGHEST, image.getHeight()));
        Panel.show(view, true);
    }
}
