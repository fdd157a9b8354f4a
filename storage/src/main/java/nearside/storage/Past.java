package nearside.storage;

import nearside.storage.past.PastConversation;
import nearside.storage.past.PastEntry;
import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastTally;
import nearside.storage.past.foreign.Limits;
import nearside.storage.past.foreign.PastFiles;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The way in for conversations that were held elsewhere, and the way out for those that are here.
public final class Past {
    private final Store store;
    private final Bringing bringing;

    Past(Store store, InstantSource clock) {
        this.store = store;
        this.bringing = new Bringing(store, new TimeOrderedIds(clock));
    }

    /// Watches an import; asked after each conversation and each refusal whether it goes on.
    @FunctionalInterface
    public interface Watch {
        Next met(PastTally sofar);
    }

    /// Reads files, folders and archives and tells what bringing them in would do. Writes nothing.
    public PastTally preview(List<Path> from, Watch watch) {
        Set<String> met = new HashSet<>();
        return run(
                from,
                watch,
                found ->
                        met.add(found.conversation().id())
                                ? bringing.preview(found)
                                : Bringing.again(found));
    }

    /// Brings them in, each conversation in one commit: stopped at any moment, it leaves whole
    /// conversations. What is here already is never changed, and brought in again, nothing is there
    /// twice.
    public PastTally bringIn(List<Path> from, Watch watch) {
        return run(from, watch, bringing::bring);
    }

    /// A conversation with all its branches; empty for one that is deleted. The bytes of its
    /// attachments are read from here when they are wanted.
    public Optional<PastConversation> find(ConversationId id) {
        return store.read(session -> {
            Optional<PastConversation> found =
                    WholeConversation.find(session, store.contents(), id);
            return found.isPresent()
                    ? Optional.of(new TakenFiles(store, session).with(found.get()))
                    : found;
        });
    }

    private interface Treatment {
        Bringing.Outcome of(PastEntry.Found found);
    }

    private static PastTally run(List<Path> from, Watch watch, Treatment treatment) {
        Running running = new Running(watch, treatment);
        PastFiles.read(from, Limits.USUAL, running::take);
        return running.tally;
    }

    /// The sum while it grows.
    private static final class Running {
        private final Watch watch;
        private final Treatment treatment;
        private PastTally tally = PastTally.NONE;

        Running(Watch watch, Treatment treatment) {
            this.watch = watch;
            this.treatment = treatment;
        }

        Next take(PastEntry entry) {
            tally =
                    switch (entry) {
                        case PastEntry.Refused(var refusal) -> tally.plus(refusal);
                        case PastEntry.Found found ->
                                switch (treatment.of(found)) {
                                    case Bringing.Refused(var refusal) -> tally.plus(refusal);
                                    case Bringing.Done(var fate) -> tally.plus(fate);
                                };
                    };
            return watch.met(tally);
        }
    }
}
