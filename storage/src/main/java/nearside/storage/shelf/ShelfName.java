package nearside.storage.shelf;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The name of a model on the shelf: plain characters, valid on every system.
///
/// @param taken names that may not be used, in lower case
public record ShelfName(String plain, Set<String> taken) {
    private static final int LONGEST = 80;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    public ShelfName {
        taken = Set.copyOf(taken);
    }

    public static ShelfName of(Path source, Set<String> taken) {
        Path last = source.toAbsolutePath().normalize().getFileName();
        return like(last == null ? "" : last.toString(), taken);
    }

    /// The name that is nearest to that.
    public static ShelfName like(String wanted, Set<String> taken) {
        String plain = wanted.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST));
        return new ShelfName(
                isTroublesome(name) ? "model" : name,
                taken.stream().map(ShelfName::lower).collect(Collectors.toSet()));
    }

    /// Names that Windows keeps for devices, whatever follows the first dot.
    public static boolean isDevice(String name) {
        String stem = lower(name).replaceFirst("[.].*", "");
        return DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
    }

    private static boolean isTroublesome(String name) {
        return name.isEmpty() || name.startsWith(".") || isDevice(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// The name for the first, second, … try.
    public String attempt(int number) {
        return number == 1 ? plain : plain + "-" + number;
    }

    /// The first of its names that is not taken.
    public String firstFree() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(this::attempt)
                .filter(tried -> !isTaken(tried))
                .findFirst()
                .orElseThrow();
    }

    public boolean isTaken(String name) {
        return taken.contains(lower(name));
    }
}
