package nearside.storage;

import nearside.storage.database.DatabaseException;
import nearside.storage.database.Session;
import nearside.storage.index.Entry;
import nearside.storage.index.Index;
import nearside.storage.search.Progress;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts everything into the index on one thread, a little at a time: what was committed just now
/// first, then what is old, from the newest on. Each step reads anew, so that what was read earlier
/// never comes in later.
final class Indexing {
    private static final System.Logger LOG = System.getLogger("nearside.storage");

    /// Messages read at once: some milliseconds for usual ones.
    private static final int STEP = 128;

    private final Store store;
    private final Index index;
    private final Thread thread =
            Thread.ofPlatform().name("nearside-search").daemon().unstarted(this::run);

    private final Set<Change> changes = new LinkedHashSet<>();
    private Optional<Deque<Long>> old = Optional.empty();
    private Optional<Ahead> ahead = Optional.empty();
    private Progress progress = new Progress(0, 1);
    private State state = State.NOT_BEGUN;

    private enum State {
        NOT_BEGUN,
        READING,
        /// All is read.
        IDLE,
        /// The store failed; goes on when something changes or is looked for.
        HELD,
        CLOSED
    }

    Indexing(Store store, Index index) {
        this.store = store;
        this.index = index;
    }

    /// Begins, or goes on after a failure.
    synchronized void begin() {
        switch (state) {
            case NOT_BEGUN -> {
                become(State.READING);
                thread.start();
            }
            case HELD -> become(State.READING);
            case READING, IDLE, CLOSED -> {}
        }
    }

    /// Before the beginning there is nothing to tell: all is read then.
    synchronized void tell(Collection<? extends Change> committed) {
        switch (state) {
            case READING, IDLE, HELD -> {
                changes.addAll(committed);
                become(State.READING);
            }
            case NOT_BEGUN, CLOSED -> {}
        }
    }

    synchronized Progress progress() {
        return progress;
    }

    /// Waits until all that was told is in the index, or something failed.
    synchronized void finish() throws InterruptedException {
        while (state == State.READING) {
            wait();
        }
    }

    /// Waits for the step that is being done.
    void close() {
        become(State.CLOSED);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private void run() {
        try {
            while (awaited()) {
                stepOrHold();
            }
        } finally {
            become(State.CLOSED);
            ahead.ifPresent(Ahead::await);
        }
    }

    private void stepOrHold() {
        try {
            step();
        } catch (StorageException | DatabaseException failed) {
            LOG.log(Level.WARNING, "search waits: {0}", failed.getMessage());
            hold();
        }
    }

    /// Waits for something to do; false when there never will be.
    private synchronized boolean awaited() {
        while (state == State.IDLE || state == State.HELD) {
            try {
                wait();
            } catch (InterruptedException nobodyDoes) {
                return false;
            }
        }
        return state != State.CLOSED;
    }

    private synchronized void hold() {
        if (state != State.CLOSED) {
            become(State.HELD);
        }
    }

    private void step() {
        if (old.isEmpty()) {
            old = Optional.of(new ArrayDeque<>(store.read(session -> rows(session).newestFirst())));
            count();
            return;
        }
        Optional<Change> next = take();
        if (next.isPresent()) {
            applyOrKeep(next.get());
        } else if (!old.get().isEmpty()) {
            readOld(old.get());
            count();
        } else {
            index.settle();
            rest();
        }
    }

    /// Taken before it is done: told again meanwhile, it is done again.
    private synchronized Optional<Change> take() {
        Optional<Change> first = changes.stream().findFirst();
        first.ifPresent(changes::remove);
        return first;
    }

    private synchronized void rest() {
        if (state == State.READING && changes.isEmpty()) {
            become(State.IDLE);
        }
    }

    private void applyOrKeep(Change change) {
        try {
            apply(change);
        } catch (StorageException | DatabaseException failed) {
            keep(change);
            throw failed;
        }
    }

    private synchronized void keep(Change change) {
        changes.add(change);
    }

    private synchronized void count() {
        int left = old.map(Collection::size).orElse(0);
        int all = Math.max(progress.all(), left);
        progress = new Progress(all - left, all);
    }

    /// Opens the next messages while these are put into the index.
    private void readOld(Deque<Long> left) {
        List<Long> subjects = left.stream().limit(STEP).toList();
        Ahead now = ahead.orElseGet(() -> ahead(subjects));
        ahead = Optional.empty();
        List<Entry> entries = now.entries();
        ahead = Optional.of(ahead(left.stream().skip(STEP).limit(STEP).toList()));
        index.putOlder(entries);
        subjects.forEach(_ -> left.removeFirst());
    }

    private Ahead ahead(List<Long> subjects) {
        return Ahead.of(() -> entries(subjects));
    }

    private void apply(Change change) {
        switch (change) {
            case Change.OfMessage(MessageId id) ->
                    put(store.read(session -> list(rows(session).message(id))));
            case Change.OfTitle(ConversationId id) ->
                    put(store.read(session -> list(rows(session).title(id))));
            case Change.OfAll(ConversationId id) ->
                    put(store.read(session -> whole(rows(session), id)));
            case Change.Forgotten() -> index.purge();
        }
    }

    private void put(List<Long> subjects) {
        for (int from = 0; from < subjects.size(); from += STEP) {
            int to = Math.min(subjects.size(), from + STEP);
            index.put(entries(subjects.subList(from, to)));
        }
    }

    private static List<Long> list(Optional<Long> subject) {
        return subject.stream().toList();
    }

    private static List<Long> whole(SearchRows rows, ConversationId id) throws SQLException {
        List<Long> all = new ArrayList<>(rows.messages(id));
        rows.title(id).ifPresent(all::add);
        return all;
    }

    private List<Entry> entries(List<Long> subjects) {
        return store.read(session -> rows(session).read(subjects)).stream()
                .map(SearchRow::entry)
                .toList();
    }

    private SearchRows rows(Session session) {
        return new SearchRows(session, store.contents());
    }
}
