package nearside.engine.local;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Conversation;
import nearside.engine.TokenIds;
import nearside.engine.local.SnapshotShelf.Asked;
import nearside.engine.local.SnapshotShelf.Found;
import nearside.engine.local.SnapshotShelf.Keeping;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// Keeps what the worker has read of a conversation, and gives it back to a worker that has not.
final class Snapshots {
    private final SnapshotShelf shelf;
    private final ReadingPace pace = new ReadingPace();
    private Optional<KvModel> model = Optional.empty();
    private Optional<Conversation> conversation = Optional.empty();
    private List<Prompt.Line> lines = List.of();
    private final SortedSet<Integer> prompts = new TreeSet<>();
    private boolean due;

    Snapshots(SnapshotShelf shelf) {
        this.shelf = shelf;
    }

    /// Whether anything is ever kept.
    boolean areKept() {
        return !shelf.equals(SnapshotShelf.NONE);
    }

    /// A model was opened: nothing is read yet.
    void opened(KvModel opened) {
        forget();
        model = Optional.of(opened);
        shelf.dropOthers(opened);
    }

    /// What the worker had read is gone.
    void forget() {
        model = Optional.empty();
        conversation = Optional.empty();
        lines = List.of();
        prompts.clear();
        due = false;
    }

    /// Whether something was read that is worth keeping and is not kept yet.
    boolean isDue() {
        return due;
    }

    /// The worker has read this prompt and its own reply to it. What belongs to no conversation is
    /// not kept.
    void answered(Prompt prompt, ReplyClock clock) {
        pace.saw(clock.tokensRead(), clock.readFor());
        if (model.isEmpty() || prompt.lines().isEmpty() || prompt.conversation().isEmpty()) {
            return;
        }
        if (!prompt.conversation().equals(conversation) || !startsWith(prompt.lines(), lines)) {
            prompts.clear();
        }
        conversation = prompt.conversation();
        lines = prompt.lines();
        prompts.add(lines.size());
        due = pace.expected(clock.tokens()).compareTo(shelf.worth()) >= 0;
    }

    private static boolean startsWith(List<Prompt.Line> all, List<Prompt.Line> first) {
        return first.size() <= all.size() && all.subList(0, first.size()).equals(first);
    }

    /// Gives the worker what is kept of the prompt's conversation, if it has use for that. What it
    /// read before may be gone from it now, so that is kept no more.
    ///
    /// @return the worker's end, if that is what came
    Optional<WorkerNews.Gone> restore(WorkerProcess worker, Prompt prompt, BooleanSupplier goesOn)
            throws InterruptedException {
        due = false;
        Optional<Found> found =
                model.flatMap(of ->
                        prompt.conversation().flatMap(in -> shelf.find(of, in, prompt.lines())));
        return found.isEmpty()
                ? Optional.empty()
                : new KvTransfer(worker, goesOn)
                        .restore(new Frame.Offer(prompt, found.get().snapshot()), found.get());
    }

    /// Keeps what is new of the conversation that was answered last.
    ///
    /// @param goesOn asked again and again; what is begun is dropped when it does not
    /// @return the worker's end, if that is what came
    Optional<WorkerNews.Gone> keep(WorkerProcess worker, BooleanSupplier goesOn)
            throws InterruptedException {
        KvModel of = model.orElseThrow();
        Asked asked = new Asked(conversation.orElseThrow(), lines, List.copyOf(prompts));
        Optional<Found> before = growing(of, asked);
        KvTransfer transfer = new KvTransfer(worker, goesOn);
        Optional<WorkerNews.Gone> gone =
                transfer.keep(
                        before.map(found -> found.snapshot().ids()).orElse(TokenIds.NONE),
                        before.map(found -> found.snapshot().factors()).orElse(RotaryFactors.SHORT),
                        part -> begin(of, asked, before, part));
        due = gone.isEmpty() && !transfer.isWhole() && !goesOn.getAsBoolean();
        if (transfer.isWhole()) {
            prompts.clear();
        }
        return gone;
    }

    /// What the conversation can go on from. One that went another way from here stays as it is,
    /// and gets a sister; one of which half was replaced by now is written anew.
    private Optional<Found> growing(KvModel of, Asked asked) {
        Optional<Found> found =
                shelf.find(of, asked.conversation(), asked.lines()).filter(Found::isEnd);
        found.filter(Snapshots::isMostlyReplaced).ifPresent(Found::drop);
        return found.filter(before -> !isMostlyReplaced(before));
    }

    private static boolean isMostlyReplaced(Found found) {
        KvSnapshot snapshot = found.snapshot();
        return snapshot.tokens() > 2 * snapshot.end();
    }

    private Optional<Keeping> begin(KvModel of, Asked asked, Optional<Found> before, KvPart part) {
        if (before.isPresent() && part.from() > 0) {
            boolean grew = part.end() > before.get().snapshot().end();
            return grew ? before.get().grow(asked, part) : Optional.empty();
        }
        before.ifPresent(Found::drop);
        return shelf.keep(of, asked, part);
    }
}
