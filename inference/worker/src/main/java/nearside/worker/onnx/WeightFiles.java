package nearside.worker.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The weight files that ONNX Runtime maps. Most of them is read once, packed anew and not looked
/// at again, but stays resident; of Phi-3-mini that was an eighth of the worker.
///
/// Source: proc(5) on `smaps`, madvise(2).
public final class WeightFiles {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Pattern MAPPING =
            Pattern.compile("([0-9a-f]{1,16})-([0-9a-f]{1,16}) \\S+ \\S+ \\S+ \\d+ *(.*)");
    private static final Pattern OWN_COPY =
            Pattern.compile("(?:Private_Dirty|Anonymous|Swap): +[1-9]\\d* kB");
    private static final int HEXADECIMAL = 16;
    private static final int NOT_NEEDED = 4;

    /// Looked for on Linux alone.
    private static final class Advice {
        static final MethodHandle GIVE =
                Pages.function("madvise", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    }

    private WeightFiles() {}

    /// Lets the pages go that come from files of this folder. What is needed again, such as rows of
    /// the embedding, comes back from the system's own cache of files. May be called from any
    /// thread, but not while such files are unmapped: what lies there next would be emptied. Does
    /// nothing where the system does not tell what is mapped.
    public static void letGo(Path folder) {
        if (!Files.isReadable(MAPPINGS)) {
            return;
        }
        try {
            String within = folder.toRealPath() + "/";
            mappings().stream()
                    .filter(mapping -> mapping.file.startsWith(within) && !mapping.isChanged())
                    .forEach(Mapping::letGo);
        } catch (IOException notTold) {
            return;
        }
    }

    /// A piece of this process.
    private static final class Mapping {
        private final long address;
        private final long bytes;
        private final String file;
        private boolean changed;

        /// @param line the first of its lines
        Mapping(MatchResult line) {
            address = Long.parseUnsignedLong(line.group(1), HEXADECIMAL);
            bytes = Long.parseUnsignedLong(line.group(2), HEXADECIMAL) - address;
            file = line.group(3);
        }

        void read(String line) {
            changed |= OWN_COPY.matcher(line).matches();
        }

        /// Whether some page is no longer that of the file.
        boolean isChanged() {
            return changed;
        }

        void letGo() {
            try {
                var _ =
                        (int)
                                Advice.GIVE.invokeExact(
                                        MemorySegment.ofAddress(address), bytes, NOT_NEEDED);
            } catch (Throwable e) {
                throw new IllegalStateException("madvise", e);
            }
        }
    }

    private static List<Mapping> mappings() throws IOException {
        List<Mapping> mappings = new ArrayList<>();
        @Nullable Mapping current = null;
        for (String line : Files.readAllLines(MAPPINGS)) {
            Matcher first = MAPPING.matcher(line);
            if (first.matches()) {
                current = new Mapping(first);
                mappings.add(current);
            } else if (current != null) {
                current.read(line);
            }
        }
        return mappings;
    }
}
