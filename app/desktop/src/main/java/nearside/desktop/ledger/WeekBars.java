package nearside.desktop.ledger;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/// A bar for each week: what was answered here below, what was borrowed above. The figures stand
/// over the bars as text, and each week is told to who cannot see them.
final class WeekBars extends HBox {
    private static final double HEIGHT = 90;
    private static final double WIDTH = 22;
    private static final double LEAST = 3;

    private final LedgerText text;

    WeekBars(LedgerText text) {
        this.text = text;
        setId("ledger-weeks");
        getStyleClass().add("weeks");
        setAlignment(Pos.BOTTOM_LEFT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
    }

    void show(List<Week> weeks) {
        int most = weeks.stream().mapToInt(week -> week.here() + week.borrowed()).max().orElse(0);
        getChildren().setAll(weeks.stream().map(week -> column(week, most)).toList());
        setAccessibleText(weeks.stream().map(text::of).collect(Collectors.joining("\n")));
    }

    private VBox column(Week week, int most) {
        VBox bar = new VBox();
        bar.setAlignment(Pos.BOTTOM_CENTER);
        bar.setMinHeight(HEIGHT);
        bar.setPrefHeight(HEIGHT);
        add(bar, "week-borrowed", week.borrowed(), most);
        add(bar, "week-here", week.here(), most);
        Label figures = new Label(figures(week));
        figures.getStyleClass().add("week-figures");
        Label day = new Label(text.below(week));
        day.getStyleClass().add("second");
        day.setMinWidth(Region.USE_PREF_SIZE);
        VBox column = new VBox(figures, bar, day);
        column.setAlignment(Pos.BOTTOM_CENTER);
        column.getStyleClass().add("week");
        column.setAccessibleText(text.of(week));
        Tooltip.install(column, new Tooltip(text.of(week)));
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    /// Nothing stands over a week without answers.
    private static String figures(Week week) {
        if (week.here() + week.borrowed() == 0) {
            return "";
        }
        return week.borrowed() == 0
                ? String.valueOf(week.here())
                : week.here() + " + " + week.borrowed();
    }

    private static void add(VBox bar, String style, int count, int most) {
        if (count > 0) {
            Region part = new Region();
            part.getStyleClass().add(style);
            double height = Math.max(LEAST, HEIGHT * count / most);
            part.setMinSize(WIDTH, height);
            part.setMaxSize(WIDTH, height);
            bar.getChildren().add(part);
        }
    }
}
