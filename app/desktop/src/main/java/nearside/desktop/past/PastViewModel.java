package nearside.desktop.past;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import nearside.desktop.pace.Background;
import nearside.desktop.past.Bringing.Count;
import nearside.desktop.past.Bringing.Counted;
import nearside.desktop.past.Bringing.Ended;
import nearside.desktop.past.Bringing.Idle;
import nearside.desktop.past.Bringing.Running;
import nearside.desktop.past.Bringing.Step;
import nearside.desktop.trouble.Explain;
import nearside.storage.Past;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastTally;

import java.nio.file.Path;
import java.util.List;

/// Brings conversations of other programs in: first what would come, then that. Lives on the UI
/// thread; files are read elsewhere.
public final class PastViewModel {
    /// How many conversations pass before a person is told.
    private static final int TOLD_EVERY = 20;

    private final Past past;
    private final Background background;
    private final Explain explain;
    private final Runnable onBrought;
    private final ObservableList<String> refusals = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Bringing> bringing =
            new ReadOnlyObjectWrapper<>(new Idle());
    private List<Path> from = List.of();
    private volatile boolean stopped;

    /// Does one of the two steps.
    private interface Doing {
        PastTally run(List<Path> from, Past.Watch watch);
    }

    /// @param onBrought told when something may have come
    public PastViewModel(Past past, Background background, Explain explain, Runnable onBrought) {
        this.past = past;
        this.background = background;
        this.explain = explain;
        this.onBrought = onBrought;
    }

    public ReadOnlyObjectProperty<Bringing> bringing() {
        return bringing.getReadOnlyProperty();
    }

    /// What is left out, each with its reason; the first thousand.
    public ObservableList<String> refusals() {
        return refusals;
    }

    /// Reads what these would bring. Nothing is written.
    public void choose(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            from = List.copyOf(chosen);
            run(Step.PREVIEW, past::preview);
        }
    }

    /// Brings in what was chosen.
    public void bringIn() {
        run(Step.BRING, past::bringIn);
    }

    /// Ends what is done after the next conversation.
    public void stop() {
        stopped = true;
    }

    /// Forgets what was chosen.
    public void forget() {
        stop();
        from = List.of();
        refusals.clear();
        bringing.set(new Idle());
    }

    private void run(Step step, Doing doing) {
        stopped = false;
        List<Path> files = from;
        bringing.set(new Running(step, 0));
        background.ask(
                () -> {
                    try {
                        return doing.run(files, sofar -> met(step, sofar));
                    } finally {
                        background.ui().later(() -> bringing.set(new Idle()));
                    }
                },
                tally -> show(step, files, tally));
    }

    private Next met(Step step, PastTally sofar) {
        int all = sofar.conversations().all();
        if (all % TOLD_EVERY == 0) {
            background.ui().later(() -> bringing.set(new Running(step, all)));
        }
        return stopped ? Next.STOP : Next.GO_ON;
    }

    private void show(Step step, List<Path> files, PastTally tally) {
        if (step == Step.BRING) {
            onBrought.run();
        }
        if (files.equals(from)) {
            refusals.setAll(tally.refusals().stream().map(explain::of).toList());
            bringing.set(new Counted(step, stopped ? Ended.STOPPED : Ended.DONE, count(tally)));
        }
    }

    private static Count count(PastTally tally) {
        PastTally.Conversations conversations = tally.conversations();
        PastTally.Messages messages = tally.messages();
        return new Count(
                new Bringing.Conversations(
                        conversations.fresh(),
                        conversations.grown(),
                        conversations.back(),
                        conversations.known()),
                new Bringing.Messages(messages.fresh(), messages.known(), messages.different()),
                tally.refused());
    }
}
