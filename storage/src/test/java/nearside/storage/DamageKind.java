package nearside.storage;

import nearside.storage.salvage.PageMap.Spot;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A way in which the files of a database are damaged. Each tells which bytes it spoiled.
enum DamageKind {
    FLIPPED_BITS {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return flipped(database, "", random);
        }
    },
    ZEROED_PAGES {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return overwritten(database, random, new byte[PAGE]);
        }
    },
    RANDOM_PAGES {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] garbage = new byte[PAGE];
            random.nextBytes(garbage);
            return overwritten(database, random, garbage);
        }
    },
    ZEROED_SECTOR {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            long at = random.nextLong(Math.max(1, Files.size(database) / SECTOR)) * SECTOR;
            return List.of(write(database, "", at, new byte[SECTOR]));
        }
    },
    SWAPPED_PAGES {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            long one = page(database, random);
            long other = page(database, random);
            byte[] first = read(database, one, PAGE);
            byte[] second = read(database, other, PAGE);
            return List.of(write(database, "", one, second), write(database, "", other, first));
        }
    },
    COPIED_PAGE {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] copied = read(database, page(database, random), PAGE);
            return List.of(write(database, "", page(database, random), copied));
        }
    },
    DAMAGED_HEAD {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] garbage = new byte[1 + random.nextInt(100)];
            random.nextBytes(garbage);
            return List.of(write(database, "", 0, garbage));
        }
    },
    TRUNCATED {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return cut(database, "", random);
        }
    },
    LOG_FLIPPED_BITS {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return flipped(database, "-wal", random);
        }
    },
    LOG_ZEROED {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return List.of(inLog(database, random, new byte[1 + random.nextInt(2 * PAGE)]));
        }
    },
    LOG_GARBAGE {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] garbage = new byte[1 + random.nextInt(2 * PAGE)];
            random.nextBytes(garbage);
            return List.of(inLog(database, random, garbage));
        }
    },
    LOG_GARBAGE_BEHIND {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] garbage = new byte[random.nextInt(10 * PAGE)];
            random.nextBytes(garbage);
            return List.of(write(database, "-wal", size(database, "-wal"), garbage));
        }
    },
    LOG_CUT {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            return cut(database, "-wal", random);
        }
    },
    STALE_SHARED_MEMORY {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            byte[] garbage = new byte[32768];
            random.nextBytes(garbage);
            return List.of(write(database, "-shm", 0, garbage));
        }
    },
    FOREIGN_FILE {
        @Override
        List<Spot> on(Path database, SplittableRandom random) throws IOException {
            Files.deleteIfExists(beside(database, "-wal"));
            Files.writeString(database, "Somebody else's words. ".repeat(random.nextInt(5000)));
            if (random.nextInt(2) == 0) {
                Files.delete(database);
                foreign(database);
            }
            return List.of(new Spot("", 0, Long.MAX_VALUE), new Spot("-wal", 0, Long.MAX_VALUE));
        }
    };

    static final int PAGE = 4096;
    private static final int SECTOR = 512;

    abstract List<Spot> on(Path database, SplittableRandom random) throws IOException;

    static Path beside(Path database, String end) {
        return database.resolveSibling(database.getFileName() + end);
    }

    /// A sound database of another program.
    private static void foreign(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE theirs AS SELECT randomblob(20000) AS x");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long size(Path database, String end) throws IOException {
        Path file = beside(database, end);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static long page(Path database, SplittableRandom random) throws IOException {
        return random.nextLong(Math.max(1, Files.size(database) / PAGE)) * PAGE;
    }

    private static List<Spot> overwritten(Path database, SplittableRandom random, byte[] with)
            throws IOException {
        List<Spot> spots = new ArrayList<>();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            spots.add(write(database, "", page(database, random), with));
        }
        return spots;
    }

    private static List<Spot> flipped(Path database, String end, SplittableRandom random)
            throws IOException {
        long size = size(database, end);
        List<Spot> spots = new ArrayList<>();
        for (int left = size == 0 ? 0 : 1 + random.nextInt(32); left > 0; left--) {
            long at = random.nextLong(size);
            byte[] one = read(beside(database, end), at, 1);
            one[0] ^= (byte) (1 << random.nextInt(8));
            spots.add(write(database, end, at, one));
        }
        return spots;
    }

    private static Spot inLog(Path database, SplittableRandom random, byte[] bytes)
            throws IOException {
        long size = size(database, "-wal");
        byte[] fitting = Arrays.copyOf(bytes, (int) Math.min(bytes.length, size));
        return write(
                database, "-wal", random.nextLong(Math.max(1, size - fitting.length)), fitting);
    }

    private static List<Spot> cut(Path database, String end, SplittableRandom random)
            throws IOException {
        long size = size(database, end);
        if (size == 0) {
            return List.of();
        }
        long kept = random.nextInt(8) == 0 ? 0 : random.nextLong(size);
        try (RandomAccessFile file = new RandomAccessFile(beside(database, end).toFile(), "rw")) {
            file.setLength(kept);
        }
        return List.of(new Spot(end, kept, Long.MAX_VALUE));
    }

    private static Spot write(Path database, String end, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(beside(database, end).toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        }
        return new Spot(end, at, at + bytes.length);
    }

    private static byte[] read(Path path, long at, int count) throws IOException {
        byte[] bytes = new byte[count];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(at);
            int left = Math.clamp(file.length() - at, 0, count);
            file.readFully(bytes, 0, left);
            return bytes;
        }
    }

    /// One to three kinds, at once.
    static List<DamageKind> some(SplittableRandom random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> List.of(values()).get(random.nextInt(values().length)))
                .toList();
    }
}
