package nearside.desktop.search;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import nearside.desktop.theme.Missing;
import nearside.desktop.theme.Panel;
import nearside.desktop.words.Words;

/// The search in the sidebar: the field that is always there, and the results that take the place
/// of the conversations while something is looked for.
public final class SearchView {
    private final SearchViewModel search;
    private final Words words;
    private final Runnable onLeave;
    private final SearchField field;
    private final SearchList list;
    private final Label said = new Label();
    private final Missing none;
    private final VBox results;

    /// @param onLeave puts the cursor to where a person writes
    public SearchView(SearchViewModel search, Words words, Runnable onLeave) {
        this.search = search;
        this.words = words;
        this.onLeave = onLeave;
        field = new SearchField(search, words, this::enterList, this::leave);
        list = new SearchList(search, words, this::focus, this::leave);
        said.setId("search-standing");
        said.setWrapText(true);
        said.getStyleClass().addAll("second", "search-standing");
        none =
                new Missing(
                        new Panel(words),
                        "search-standing",
                        "search.none",
                        "search.all",
                        this::leave);
        VBox.setVgrow(list, Priority.ALWAYS);
        results = new VBox(said, none, list);
        results.setId("search-results");
        search.standing().subscribe(_ -> say());
        search.items().subscribe(this::say);
    }

    /// Where a person types.
    public Node field() {
        return field;
    }

    /// Seen while something is looked for.
    public Region results() {
        return results;
    }

    /// Puts the cursor into the field, over what was typed.
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void enterList() {
        list.enter();
    }

    private void leave() {
        search.leave();
        onLeave.run();
    }

    private void say() {
        Standing standing = search.standing().get();
        results.setVisible(!(standing instanceof Standing.Nothing));
        results.setManaged(results.isVisible());
        String text =
                switch (standing) {
                    case Standing.Nothing() -> "";
                    case Standing.Reading(int read, int all) ->
                            words.of("search.reading", read, all);
                    case Standing.Complete() -> "";
                };
        said.setText(text);
        Panel.show(said, !text.isEmpty());
        Panel.show(none, standing instanceof Standing.Complete && search.items().isEmpty());
    }
}
