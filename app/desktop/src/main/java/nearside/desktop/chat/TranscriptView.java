package nearside.desktop.chat;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;

import nearside.desktop.pace.FxThread;
import nearside.desktop.pace.UiThread;
import nearside.desktop.theme.Panel;
import nearside.desktop.theme.ScrollKeys;
import nearside.desktop.theme.Uncached;
import nearside.desktop.words.Words;

import java.util.List;

/// The messages of the open conversation, the last forty first; earlier ones on demand.
final class TranscriptView extends ScrollPane {
    static final int PAGE = 40;

    private static final int AT_ONCE = 8;
    private static final int IN_A_FRAME = 2;

    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass ALL_SEEN = PseudoClass.getPseudoClass("all-seen");

    private final ChatViewModel chat;
    private final Words words;
    private final Transcript transcript;
    private final Runnable toComposer;
    private final Column column = new Column();
    private final Button earlier;
    private final Button later;
    private final Follow follow = new Follow(this, column);
    private final MessageKeys keys = new MessageKeys(column.getChildren(), follow);
    private final InvalidationListener onSize = _ -> markAllSeen();
    private final ListChangeListener<Row> onRows = this::changed;
    private final Subscription sought;
    private final Subscription wanted;
    private final UiThread frames = new FxThread();
    private int first;
    private int end;
    private int upTo;
    private boolean goesOn;

    /// @param toComposer puts the cursor where a person writes
    TranscriptView(ChatViewModel chat, Transcript transcript, Words words, Runnable toComposer) {
        this.chat = chat;
        this.toComposer = toComposer;
        this.words = words;
        this.transcript = transcript;
        setId("transcript");
        setAccessibleText(words.of("chat.transcript"));
        getStyleClass().addAll("transcript", "edge-to-edge");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.ALWAYS);
        Panel panel = new Panel(words);
        earlier = panel.button(new Button(), "earlier", "chat.earlier", this::showEarlier);
        earlier.getStyleClass().add("link");
        later = panel.button(new Button(), "later", "chat.later", this::showLater);
        later.getStyleClass().add("link");
        setContent(column);
        Uncached.page(this);
        ScrollKeys.listenIn(this);
        column.heightProperty().addListener(onSize);
        viewportBoundsProperty().addListener(onSize);
        transcript.rows().addListener(onRows);
        showAll();
        sought = transcript.sought().subscribe(row -> row.ifPresent(this::show));
        wanted =
                chat.find()
                        .wanted()
                        .subscribe(found -> column.getChildren().forEach(row -> find(row, found)));
    }

    /// Goes from message to message.
    MessageKeys keys() {
        return keys;
    }

    /// Always has the message with the focus read from now on, or no longer.
    void pin() {
        column.getChildren().stream()
                .filter(Node::isFocusWithin)
                .findFirst()
                .ifPresent(row -> {
                    switch (row) {
                        case QuestionView question -> question.pin();
                        case AnswerView answer -> answer.pin();
                        default -> {}
                    }
                });
    }

    /// Lets go of the conversation.
    void close() {
        transcript.rows().removeListener(onRows);
        upTo = first;
        sought.unsubscribe();
        wanted.unsubscribe();
    }

    private void markAllSeen() {
        pseudoClassStateChanged(
                ALL_SEEN, column.getHeight() <= Math.ceil(getViewportBounds().getHeight()));
    }

    /// What is in sight first, the rest of the page above it in the frames after.
    private void showAll() {
        end = transcript.rows().size();
        first = Math.max(0, end - AT_ONCE);
        fill();
        follow.toEnd(frames);
        goOnTo(Math.max(0, transcript.rows().size() - PAGE));
    }

    private void showEarlier() {
        goOnTo(Math.max(0, first - PAGE));
    }

    private void showLater() {
        List<Row> rows = transcript.rows();
        int next = Math.min(rows.size(), end + PAGE);
        column.getChildren().remove(later);
        rows.subList(end, next).forEach(row -> column.put(column.getChildren().size(), view(row)));
        end = next;
        addLater();
    }

    private void addLater() {
        if (end < transcript.rows().size()) {
            column.put(column.getChildren().size(), later);
        }
    }

    /// Adds what stands above, a few rows in each frame: a frame that is late is seen.
    private void goOnTo(int row) {
        upTo = row;
        if (!goesOn && first > upTo) {
            goesOn = true;
            frames.nextFrame(this::goOn);
        }
    }

    private void goOn() {
        goesOn = false;
        int next = Math.max(upTo, first - IN_A_FRAME);
        List<Row> rows = transcript.rows();
        if (next < first && first <= rows.size()) {
            int above = first > 0 ? 1 : 0;
            for (Row row : rows.subList(next, first).reversed()) {
                column.put(above, view(row));
            }
            first = next;
            if (first == 0) {
                column.getChildren().remove(earlier);
            }
            goOnTo(upTo);
        }
    }

    private void show(Row row) {
        int at = transcript.rows().indexOf(row);
        if (at < first - PAGE || at >= end) {
            showAround(at);
        } else if (at < first) {
            first = at;
            upTo = Math.min(upTo, first);
            fill();
        }
        column.getChildren().forEach(child -> child.pseudoClassStateChanged(FOUND, false));
        Node child = column.getChildren().get(at - first + (first > 0 ? 1 : 0));
        child.pseudoClassStateChanged(FOUND, true);
        follow.to(child);
    }

    /// What is far away is shown with what stands around it, and not all that lies between.
    private void showAround(int at) {
        first = Math.max(0, at - IN_A_FRAME);
        end = Math.min(transcript.rows().size(), at + AT_ONCE);
        upTo = first;
        fill();
    }

    private void fill() {
        column.getChildren().clear();
        if (first > 0) {
            column.put(0, earlier);
        }
        List<Row> rows = transcript.rows();
        rows.subList(first, end).forEach(row -> column.put(column.getChildren().size(), view(row)));
        addLater();
    }

    private void changed(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            int at = change.getFrom() - first + (first > 0 ? 1 : 0);
            if (isAbove(change)) {
                addedAbove(change.getAddedSize());
                return;
            }
            if (change.wasRemoved()
                    || change.getFrom() < first
                    || change.getFrom() > end
                    || change.getAddedSize() > PAGE) {
                showAll();
                return;
            }
            for (Row row : change.getAddedSubList()) {
                column.put(at++, view(row));
            }
            end += change.getAddedSize();
        }
        follow.toEnd();
    }

    /// What was said before all that is there, read after it.
    private boolean isAbove(ListChangeListener.Change<? extends Row> change) {
        return change.wasAdded()
                && !change.wasRemoved()
                && change.getFrom() == 0
                && change.getAddedSize() < transcript.rows().size();
    }

    /// It is shown on demand.
    private void addedAbove(int rows) {
        if (first == 0) {
            column.put(0, earlier);
        }
        first += rows;
        end += rows;
        upTo += rows;
    }

    private static void find(Node row, String words) {
        switch (row) {
            case QuestionView question -> question.find(words);
            case AnswerView answer -> answer.find(words);
            default -> {}
        }
    }

    private Parent view(Row row) {
        Parent view = made(row);
        find(view, chat.find().wanted().getValue());
        return view;
    }

    private Parent made(Row row) {
        return switch (row) {
            case Question question ->
                    new QuestionView(
                            question,
                            words,
                            chat.shaping(),
                            chat.files(),
                            () -> chat.cancel(question));
            case Answer answer ->
                    new AnswerView(
                            answer,
                            words,
                            new AnswerActions(
                                    this::stop,
                                    () -> chat.goOn(answer),
                                    mayGoOn(answer),
                                    say -> chat.settle(answer, say),
                                    chat.shaping(),
                                    chat::open,
                                    chat.files()));
        };
    }

    /// The button goes with what it stops.
    private void stop() {
        chat.stop();
        toComposer.run();
    }

    private BooleanBinding mayGoOn(Answer answer) {
        ObservableList<Row> rows = transcript.rows();
        return Bindings.createBooleanBinding(
                () -> !chat.answering().get() && !rows.isEmpty() && rows.getLast() == answer,
                chat.answering(),
                rows);
    }
}
