package nearside.engine.memory;

import java.util.Optional;
import java.util.OptionalLong;

/// `/proc/meminfo`, of which two lines count. Its kB are 1,024 bytes.
final class Meminfo {
    private Meminfo() {}

    static Optional<Memory> parse(String text) {
        OptionalLong total = kilobytes(text, "MemTotal");
        OptionalLong available = kilobytes(text, "MemAvailable");
        return total.isPresent() && available.isPresent() && total.getAsLong() > 0
                ? Optional.of(new Memory(available.getAsLong() << 10, total.getAsLong() << 10))
                : Optional.empty();
    }

    private static OptionalLong kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.matches(name + ":\\s+[0-9]{1,15} kB"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
