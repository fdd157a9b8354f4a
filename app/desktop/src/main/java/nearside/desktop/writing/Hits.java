package nearside.desktop.writing;

import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Shows behind a text where the words stand that a person looks for, whatever their case.
public final class Hits extends Path {
    /// More in one text are not told apart by anyone, and each costs.
    private static final int MOST = 500;

    private final TextFlow flow;
    private String text = "";
    private String words = "";

    /// @param flow of the text, beside it
    public Hits(TextFlow flow) {
        this.flow = flow;
        setManaged(false);
        getStyleClass().add("hits");
    }

    /// The text is this one now.
    public void in(String next) {
        text = next;
        show();
    }

    /// Looks for these; for nothing where they are empty.
    public void of(String wanted) {
        if (!words.equals(wanted)) {
            words = wanted;
            show();
        }
    }

    /// As the text is laid out now.
    public void show() {
        setLayoutX(flow.getLayoutX());
        setLayoutY(flow.getLayoutY());
        List<PathElement> shapes = words.isEmpty() ? List.of() : shapes().toList();
        if (!shapes.isEmpty() || !getElements().isEmpty()) {
            getElements().setAll(shapes);
        }
    }

    private Stream<PathElement> shapes() {
        Pattern pattern =
                Pattern.compile(
                        Pattern.quote(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return pattern.matcher(text)
                .results()
                .limit(MOST)
                .flatMap(hit -> Stream.of(flow.getRangeShape(hit.start(), hit.end(), false)));
    }
}
