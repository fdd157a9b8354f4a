package nearside.storage;

import nearside.storage.database.DatabaseException;
import nearside.storage.database.Session;
import nearside.storage.index.Bounds;
import nearside.storage.index.Index;
import nearside.storage.index.Phrase;
import nearside.storage.index.Tokens;
import nearside.storage.search.Filter;
import nearside.storage.search.Progress;
import nearside.storage.search.Query;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds messages and titles by their words. The index is built in memory, in the background, from
/// rows that are opened one by one; what it has not reached yet is not found. May be called from
/// any thread.
public final class Search {
    private final Store store;
    private final Index index = new Index();
    private final Indexing indexing;

    Search(Store store) {
        this.store = store;
        this.indexing = new Indexing(store, index);
    }

    /// Begins to read everything in the background, or goes on after a failure. Looking for
    /// something does so, too.
    public void begin() {
        indexing.begin();
    }

    /// How far the reading is.
    public Progress progress() {
        return indexing.progress();
    }

    /// Where all terms occur. Up to 2,000 matches are ranked by BM25, and of those that are nearly
    /// equal the newest comes first; of more than that the newest come first.
    public List<Hit> find(Query query, int limit) {
        indexing.begin();
        List<Phrase> phrases =
                query.terms().stream().map(Phrase::of).flatMap(Optional::stream).toList();
        if (phrases.isEmpty() && query.filter().equals(Filter.NONE)) {
            return List.of();
        }
        Bounds bounds = store.read(session -> bounds(session, query.filter()));
        List<Long> subjects = matches(phrases, bounds, limit);
        return store.read(
                session -> new Hits(rows(session), phrases, query.filter().place()).of(subjects));
    }

    private List<Long> matches(List<Phrase> phrases, Bounds bounds, int limit) {
        try {
            return index.find(phrases, bounds, limit);
        } catch (DatabaseException broken) {
            throw store.told(broken);
        }
    }

    private Bounds bounds(Session session, Filter filter) throws SQLException {
        Optional<Set<Long>> folders = Optional.empty();
        if (filter.folder().isPresent()) {
            String typed = filter.folder().get();
            folders = Optional.of(rows(session).folders(name -> Tokens.begins(name, typed)));
        }
        return new Bounds(
                folders,
                filter.from().map(Search::nanos).orElse(Long.MIN_VALUE),
                filter.until().map(Search::nanos).orElse(Long.MAX_VALUE),
                filter.origin(),
                filter.place());
    }

    /// Years that nanoseconds cannot count are before or after everything.
    private static long nanos(Instant moment) {
        try {
            return Nanos.of(moment);
        } catch (ArithmeticException beyond) {
            return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private SearchRows rows(Session session) {
        return new SearchRows(session, store.contents());
    }

    /// Told after a commit.
    void tell(Change... committed) {
        indexing.tell(List.of(committed));
    }

    /// Told after conversations were removed for good; they cannot be found when this returns.
    void forget(Collection<String> conversations) {
        index.forget(conversations);
        tell(new Change.Forgotten());
    }

    /// Waits until all that was told can be found.
    void finish() throws InterruptedException {
        indexing.finish();
    }

    /// Harmless when repeated.
    void close() {
        indexing.close();
        index.close();
    }
}
