package nearside.desktop.chat;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.copilot.context.ContextPacker.Seen;
import nearside.desktop.attach.Attached;
import nearside.desktop.chat.Part.Standing;
import nearside.desktop.chat.Part.Writer;
import nearside.desktop.words.Beginning;
import nearside.storage.MessageId;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a model answers, growing while it writes.
public final class Answer implements Row {
    /// As many letters as it is named by.
    private static final int NAME = 40;

    private final ObservableList<Part> parts = FXCollections.observableArrayList();

    /// Kept, since it would lose its listeners with itself.
    private final ObservableList<Part> shown = FXCollections.unmodifiableObservableList(parts);

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(new Progress.Sent());
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper borrowed = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Rung>> rung =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.WHOLE);
    private final ReadOnlyObjectWrapper<Pin> pin = new ReadOnlyObjectWrapper<>(Pin.LOOSE);
    private final ReadOnlyObjectWrapper<Branch> branch = new ReadOnlyObjectWrapper<>(Branch.NONE);
    private Optional<MessageId> id = Optional.empty();
    private List<Attached> files = List.of();

    Answer() {
        parts.add(new Part(new Writer.Here(), "", Standing.COUNTS));
    }

    Answer(MessageId id, List<Part> written, Progress.Over over, Reasons reasons) {
        this();
        this.id = Optional.of(id);
        if (!written.isEmpty()) {
            parts.setAll(written);
        }
        text.set(counting());
        why.set(reasons.why());
        notice.set(reasons.notice());
        borrowed.set(reasons.borrowed());
        progress.set(over);
    }

    /// What is said about where it was written.
    ///
    /// @param why two plain sentences; empty when not known
    /// @param notice one line on what was given up so that it could be answered here
    /// @param borrowed one line on what left the device for it
    record Reasons(String why, String notice, String borrowed) {
        static final Reasons NONE = new Reasons("", "", "");
    }

    /// The same with files: an answer that was brought in may have some.
    Answer with(List<Attached> more) {
        files = List.copyOf(more);
        return this;
    }

    List<Attached> files() {
        return files;
    }

    /// What was written by whom, in order; at least one.
    public ObservableList<Part> parts() {
        return shown;
    }

    private String counting() {
        return parts.stream()
                .filter(part -> part.standing().get() == Standing.COUNTS)
                .map(part -> part.text().get())
                .collect(Collectors.joining());
    }

    /// What was written, without what was given up.
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Two plain sentences that say why it was answered where it was; empty when not known.
    public ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    /// Whether it is known where it was written. Of what was brought in from another program it is
    /// not.
    boolean tellsWhere() {
        return !progress.get().over() || !why.get().isEmpty();
    }

    /// One line on what was given up so that it could be answered here; empty for nothing.
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// What of it the person can take back or keep; empty where that is nothing, or was done.
    public ReadOnlyObjectProperty<Optional<Rung>> rung() {
        return rung.getReadOnlyProperty();
    }

    /// One line on what left the device for it; empty where nothing did.
    public ReadOnlyStringProperty borrowed() {
        return borrowed.getReadOnlyProperty();
    }

    /// Whether more of this answer can be asked for.
    public boolean canContinue() {
        return id.isPresent()
                && progress.get() instanceof Progress.Over over
                && over.ending().canContinue();
    }

    @Override
    public Optional<MessageId> id() {
        return id;
    }

    @Override
    public String beginning() {
        return Beginning.of(text.get(), NAME);
    }

    @Override
    public ReadOnlyObjectProperty<Branch> branch() {
        return branch.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Pin> pin() {
        return pin.getReadOnlyProperty();
    }

    @Override
    public void pin(Pin next) {
        pin.set(next);
    }

    void seen(Seen now) {
        seen.set(now);
    }

    void standsIn(Branch next) {
        branch.set(next);
    }

    void saved(MessageId reply) {
        id = Optional.of(reply);
    }

    void explained(String sentences) {
        why.set(sentences);
    }

    void noticed(String line) {
        notice.set(line);
        rung.set(Optional.empty());
    }

    /// Something was given up that the person can take back or keep.
    void gaveUp(Rung what, String line) {
        notice.set(line);
        rung.set(Optional.of(what));
    }

    /// The person has said what becomes of it.
    void settled() {
        rung.set(Optional.empty());
    }

    void borrowed(String line) {
        borrowed.set(line);
    }

    /// Another one writes from here on.
    void writes(Writer writer) {
        Part last = parts.getLast();
        if (!last.writer().equals(writer) || last.standing().get() == Standing.GIVEN_UP) {
            Part next = new Part(writer, "", Standing.COUNTS);
            if (last.text().get().isEmpty()) {
                parts.set(parts.size() - 1, next);
            } else {
                parts.add(next);
            }
        }
    }

    /// What was written is none of the answer any more.
    void beginsAnew() {
        parts.forEach(Part::giveUp);
        text.set("");
    }

    void append(String more) {
        parts.getLast().append(more);
        text.set(text.get() + more);
    }

    void becomes(Progress next) {
        progress.set(next);
    }
}
