package nearside.storage.salvage;

import nearside.storage.salvage.Frame.Trust;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A database file and its write-ahead log, read without SQLite: every row of every page that is
/// still one, wherever it lies and whatever became of the pages that led to it. Changes nothing,
/// never fails over what it reads, and holds one page at a time.
///
/// The newest version of each page is the one that the log says, where its checksums hold. Frames
/// that are broken are read, too, but the version before stays beside them as an older one.
public final class DamagedSet implements AutoCloseable {
    private final RawFile file;
    private final RawFile logFile;
    private final Optional<Log> log;
    private final int pageBytes;
    private final Map<Long, Frame> newest = new HashMap<>();
    private final List<Frame> broken = new ArrayList<>();
    private final List<Frame> replaced = new ArrayList<>();

    private DamagedSet(RawFile file, RawFile logFile) {
        this.file = file;
        this.logFile = logFile;
        int guess = PageSize.of(file);
        this.log = Log.of(logFile, guess);
        this.pageBytes = log.filter(Log::hasHead).map(Log::pageBytes).orElse(guess);
        log.ifPresent(found -> found.committed().forEach(this::take));
    }

    /// Opens a database file with its log.
    ///
    /// @param database its log lies beside it
    public static DamagedSet open(Path database) throws IOException {
        RawFile file = RawFile.open(database);
        try {
            return new DamagedSet(file, RawFile.open(LogState.logOf(database)));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private void take(Frame frame) {
        if (frame.trust() == Trust.BROKEN) {
            broken.add(frame);
        } else {
            Optional.ofNullable(newest.put(frame.page(), frame)).ifPresent(replaced::add);
        }
    }

    /// The rows of the newest version of every page.
    public Stream<Cell> rows() {
        Set<Long> doubtful = doubtful();
        Stream<byte[]> pages =
                Stream.of(
                                numbers().filter(it -> !doubtful.contains(it)).boxed(),
                                doubtful.stream().filter(this::isLast))
                        .flatMap(it -> it)
                        .flatMap(number -> page(number).stream());
        return Stream.concat(broken.stream().map(this::inLog), pages).flatMap(this::cells);
    }

    /// The rows of older versions: of pages whose newest one is damaged or may be, and of those
    /// that the log replaced.
    public Stream<Cell> olderRows() {
        Stream<byte[]> doubted =
                doubtful().stream()
                        .filter(number -> !isLast(number))
                        .flatMap(number -> page(number).stream());
        Stream<byte[]> before = replaced.reversed().stream().map(this::inLog);
        Stream<byte[]> beneath = newest.keySet().stream().filter(this::isInFile).map(this::inFile);
        return Stream.of(doubted, before, beneath)
                .flatMap(Function.identity())
                .flatMap(this::cells);
    }

    private Stream<Cell> cells(byte[] page) {
        return new TreePage(this::page, page).cells().stream();
    }

    private LongStream numbers() {
        long inFile = (file.bytes() + pageBytes - 1) / pageBytes;
        return LongStream.concat(
                LongStream.rangeClosed(1, inFile),
                newest.keySet().stream().mapToLong(it -> it).filter(it -> it > inFile));
    }

    /// Pages of which a broken frame seems to be a newer version.
    private Set<Long> doubtful() {
        Set<Long> pages = new LinkedHashSet<>();
        broken.forEach(frame -> pages.add(frame.page()));
        return pages;
    }

    /// Whether a version in the log is newer than every broken one.
    private boolean isLast(long page) {
        return Optional.ofNullable(newest.get(page))
                .filter(frame ->
                        broken.stream()
                                .noneMatch(it -> it.page() == page && it.index() > frame.index()))
                .isPresent();
    }

    private Optional<byte[]> page(long number) {
        Optional<Frame> frame = Optional.ofNullable(newest.get(number));
        return frame.map(this::inLog)
                .or(() -> Optional.of(number).filter(this::isInFile).map(this::inFile));
    }

    private boolean isInFile(long number) {
        return number > 0 && (number - 1) * pageBytes < file.bytes();
    }

    private byte[] inFile(long number) {
        return file.page((number - 1) * pageBytes, pageBytes);
    }

    private byte[] inLog(Frame frame) {
        return log.orElseThrow().page(frame);
    }

    @Override
    public void close() throws IOException {
        file.close();
        logFile.close();
    }
}
