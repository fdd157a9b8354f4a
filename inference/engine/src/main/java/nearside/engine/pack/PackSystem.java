package nearside.engine.pack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// An operating system by how it names native libraries.
enum PackSystem {
    LINUX("lib", ".so"),
    WINDOWS("", ".dll"),
    MACOS("lib", ".dylib");

    private static final String RUNTIME = "onnxruntime";

    private final String before;
    private final String after;

    PackSystem(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /// By the JVM's name of it.
    static PackSystem of(String system) {
        if (system.startsWith("Windows")) {
            return WINDOWS;
        }
        return system.startsWith("Mac") ? MACOS : LINUX;
    }

    /// The system whose runtime that file would be.
    static Optional<PackSystem> ofRuntime(String file) {
        return Arrays.stream(values())
                .filter(each -> each.names().compare(file, each.runtime()) == 0)
                .findFirst();
    }

    String file(String library) {
        return before + library + after;
    }

    String runtime() {
        return file(RUNTIME);
    }

    /// The runtime's binding to Java.
    String binding() {
        return file(RUNTIME + "4j_jni");
    }

    /// Whether two names are of one file.
    Comparator<String> names() {
        return switch (this) {
            case LINUX -> Comparator.naturalOrder();
            case WINDOWS, MACOS -> String.CASE_INSENSITIVE_ORDER;
        };
    }
}
