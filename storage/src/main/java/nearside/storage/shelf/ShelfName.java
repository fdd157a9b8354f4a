package nearside.storage.shelf;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
        String plain =
                (last == null ? "" : last.toString())
                        .replaceAll("[^A-Za-z0-9._-]+", "-")
                        .replaceAll("^[._-]+|[._-]+$", "");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST));
        return new ShelfName(
                isTroublesome(name) ? "model" : name,
                taken.stream().map(ShelfName::lower).collect(Collectors.toSet()));
    }

    /// Names that Windows keeps for devices, whatever follows the first dot.
    private static boolean isTroublesome(String name) {
        String stem = lower(name).replaceFirst("[.].*", "");
        return stem.isEmpty() || DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// The name for the first, second, … try.
    public String attempt(int number) {
        return number == 1 ? plain : plain + "-" + number;
    }

    public boolean isTaken(String name) {
        return taken.contains(lower(name));
    }
}
