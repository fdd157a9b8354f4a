package nearside.engine.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The environment of the worker process, built from nothing: it holds no secret, keeps temporary
/// files in their folder, and silences both native libraries.
final class WorkerEnvironment {
    private static final List<String> KEPT =
            List.of(
                    "PATH",
                    "LANG",
                    "LC_ALL",
                    "LC_CTYPE",
                    "TZ",
                    "SystemRoot",
                    "SystemDrive",
                    "windir",
                    "PROCESSOR_ARCHITECTURE",
                    "NUMBER_OF_PROCESSORS");

    /// One heap for all threads, which keeps up to half a gigabyte of what it got back and maps
    /// only blocks beyond 32 MiB (the most it allows) each by itself. See `Heap` of the worker.
    /// Understood by glibc alone.
    private static final Map<String, String> HEAP =
            Map.of(
                    "MALLOC_ARENA_MAX", "1",
                    "MALLOC_MMAP_THRESHOLD_", Integer.toString(32 << 20),
                    "MALLOC_TRIM_THRESHOLD_", Integer.toString(512 << 20));

    private WorkerEnvironment() {}

    static Map<String, String> of(Map<String, String> ours, Path temp) {
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(ours);
        Map<String, String> environment = new HashMap<>();
        for (String name : KEPT) {
            if (named.containsKey(name)) {
                environment.put(name, named.get(name));
            }
        }
        for (String name : List.of("TMPDIR", "TMP", "TEMP")) {
            environment.put(name, temp.toString());
        }
        // The only way to a JVM's options that also works for a packaged launcher. The report of a
        // crash would break a frame on standard output, and its file would hold what people wrote.
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "\"-Djava.io.tmpdir=" + temp + "\" -XX:+SuppressFatalErrorMessage");
        environment.putAll(HEAP);
        environment.put("ORT_DISABLE_TELEMETRY", "1");
        environment.put("OPT_OUT_TRACKING", "true");
        return environment;
    }
}
