package nearside.desktop.window;

import javafx.stage.Screen;
import javafx.stage.Stage;

import nearside.storage.Settings;
import nearside.storage.Settings.Place;
import nearside.storage.Windows;

/// Puts a stage where it stood and remembers where it stands, also below a maximised state.
final class StagePlace {
    private static final double USUAL_WIDTH = 1_180;
    private static final double USUAL_HEIGHT = 780;

    private final Stage stage;
    private Place last = new Place(0, 0, USUAL_WIDTH, USUAL_HEIGHT, Place.Maximized.NO);

    StagePlace(Stage stage) {
        this.stage = stage;
    }

    void open(Windows stored) {
        stage.setMinWidth(Placing.LEAST_WIDTH);
        stage.setMinHeight(Placing.LEAST_HEIGHT);
        stage.setWidth(USUAL_WIDTH);
        stage.setHeight(USUAL_HEIGHT);
        Placing screens = screens();
        screens.of(stored.with(screens.name())).ifPresent(this::put);
        stage.xProperty().addListener((_, _, _) -> follow());
        stage.yProperty().addListener((_, _, _) -> follow());
        stage.widthProperty().addListener((_, _, _) -> follow());
        stage.heightProperty().addListener((_, _, _) -> follow());
    }

    private static Placing screens() {
        return new Placing(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    }

    Settings in(Settings settings) {
        Place.Maximized maximized = stage.isMaximized() ? Place.Maximized.YES : Place.Maximized.NO;
        Place place = new Place(last.x(), last.y(), last.width(), last.height(), maximized);
        return settings.with(screens().name(), place);
    }

    private void put(Place place) {
        last = place;
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized() == Place.Maximized.YES);
    }

    private void follow() {
        boolean somewhere = Double.isFinite(stage.getX()) && Double.isFinite(stage.getY());
        if (!stage.isMaximized() && somewhere && stage.getWidth() > 0 && stage.getHeight() > 0) {
            last =
                    new Place(
                            stage.getX(),
                            stage.getY(),
                            stage.getWidth(),
                            stage.getHeight(),
                            Place.Maximized.NO);
        }
    }
}
