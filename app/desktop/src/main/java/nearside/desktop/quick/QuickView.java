package nearside.desktop.quick;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import nearside.desktop.clipboard.Copying;
import nearside.desktop.markdown.MarkdownView;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.Uncached;
import nearside.desktop.words.Words;

import java.util.function.Consumer;

/// A field for one question, and its answer below.
public final class QuickView extends VBox {
    private final TextField question = new TextField();

    /// @param leave closes the window
    /// @param links told of the address that a person wants to open
    public QuickView(QuickViewModel quick, Words words, Runnable leave, Consumer<String> links) {
        setId("quick");
        getStyleClass().addAll("protection", "quick");
        Panel panel = new Panel(words);
        question.setId("quick-question");
        question.setPromptText(words.of("quick.prompt"));
        question.setAccessibleText(words.of("quick.prompt"));
        question.getStyleClass().add("quick-question");
        question.textProperty().bindBidirectional(quick.question());
        question.setOnAction(_ -> quick.ask());
        MarkdownView answer = new MarkdownView(quick.answer(), words, links);
        answer.setId("quick-answer");
        ScrollPane page = new ScrollPane(answer);
        page.setFitToWidth(true);
        Uncached.page(page);
        page.setFocusTraversable(false);
        page.getStyleClass().addAll("plain-scroll", "quick-page");
        quick.answer().subscribe(text -> Panel.show(page, !text.isEmpty()));
        Label line = Panel.text("second", "quick-line");
        line.textProperty().bind(quick.line());
        line.textProperty().subscribe(text -> Panel.show(line, !text.isEmpty()));
        Button stop = panel.button(new Button(), "quick-stop", "chat.stop", quick::stop);
        Button copy =
                panel.button(
                        new Button(),
                        "quick-copy",
                        "chat.copy",
                        () -> Copying.text(quick.answer().get()));
        Button anew =
                panel.button(
                        new Button(),
                        "quick-anew",
                        "quick.anew",
                        () -> {
                            quick.beginAnew();
                            begin();
                        });
        Button open =
                panel.button(
                        new Button(),
                        "quick-open",
                        "quick.open",
                        () -> {
                            quick.open();
                            leave.run();
                        });
        quick.busy()
                .subscribe(busy -> {
                    Panel.show(stop, busy);
                    Panel.show(copy, !busy);
                    Panel.show(anew, !busy);
                    question.setEditable(!busy);
                });
        open.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> quick.answer().get().isEmpty() && quick.busy().get(),
                                quick.answer(),
                                quick.busy()));
        HBox actions = Panel.actions(open, stop, copy, anew);
        quick.asked().subscribe(asked -> Panel.show(actions, asked));
        getChildren().addAll(question, page, line, actions);
    }

    /// The next key is typed here.
    public void begin() {
        question.requestFocus();
        question.selectAll();
    }
}
