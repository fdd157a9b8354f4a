package nearside.packaged;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// What a machine may have beside a JDK.
final class Programs {
    private Programs() {}

    static boolean areHere(String... names) {
        return Arrays.stream(names).allMatch(Programs::isHere);
    }

    private static boolean isHere(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .anyMatch(Files::isExecutable);
    }
}
