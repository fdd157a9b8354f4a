package nearside.storage.salvage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where on the disk each row of a sound database lies: its page, and those that it goes on, in
/// their newest version.
public final class PageMap implements AutoCloseable {
    private final RawFile file;
    private final RawFile logFile;
    private final Optional<Log> log;
    private final Map<Long, Frame> frames = new HashMap<>();
    private Set<Spot> touched = new LinkedHashSet<>();

    /// Bytes of a file.
    ///
    /// @param end of the file's name: nothing or `-wal`
    public record Spot(String end, long from, long to) {
        public boolean meets(Spot other) {
            return end.equals(other.end) && from < other.to && other.from < to;
        }
    }

    /// A row and all bytes that it depends on.
    public record Placed(long rowNumber, List<Value> values, Set<Spot> spots) {}

    private PageMap(Path database) throws IOException {
        file = RawFile.open(database);
        logFile = RawFile.open(LogState.logOf(database));
        log = Log.of(logFile, PageSize.USUAL);
        log.ifPresent(it -> it.committed().forEach(frame -> frames.put(frame.page(), frame)));
    }

    public static List<Placed> of(Path database, Shape shape) throws IOException {
        try (PageMap map = new PageMap(database)) {
            return map.rows(shape);
        }
    }

    /// Where the frames of the log that end a transaction are.
    public static List<Spot> commits(Path database) throws IOException {
        try (PageMap map = new PageMap(database)) {
            return map.log.map(Log::committed).orElse(List.of()).stream()
                    .filter(Frame::isCommit)
                    .map(PageMap::spot)
                    .toList();
        }
    }

    private List<Placed> rows(Shape shape) {
        List<Placed> rows = new ArrayList<>();
        long pages = file.bytes() / PageSize.USUAL;
        for (long last : frames.keySet()) {
            pages = Math.max(pages, last);
        }
        for (long number = 1; number <= pages; number++) {
            touched = new LinkedHashSet<>();
            byte[] page = page(number).orElseThrow();
            for (Cell cell : new TreePage(this::page, page).cells()) {
                touched = new LinkedHashSet<>();
                page(number);
                if (cell.fits(shape)) {
                    rows.add(new Placed(cell.rowNumber(), cell.values().orElseThrow(), touched));
                }
            }
        }
        return rows;
    }

    private Optional<byte[]> page(long number) {
        Optional<Frame> frame = Optional.ofNullable(frames.get(number));
        long from = (number - 1) * PageSize.USUAL;
        touched.add(
                frame.map(PageMap::spot)
                        .orElseGet(() -> new Spot("", from, from + PageSize.USUAL)));
        return Optional.of(
                frame.map(it -> log.orElseThrow().page(it))
                        .orElseGet(() -> file.page(from, PageSize.USUAL)));
    }

    private static Spot spot(Frame frame) {
        long from = LogHead.BYTES + (long) frame.index() * (24 + PageSize.USUAL);
        return new Spot("-wal", from, from + 24 + PageSize.USUAL);
    }

    @Override
    public void close() throws IOException {
        file.close();
        logFile.close();
    }
}
