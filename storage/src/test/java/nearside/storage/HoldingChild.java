package nearside.storage;

import java.io.IOException;
import java.nio.file.Path;

/// Holds a profile until its input ends.
final class HoldingChild {
    private HoldingChild() {}

    public static void main(String[] arguments) throws IOException {
        try (Profile profile = Profile.open(Path.of(arguments[0]))) {
            System.out.println("held " + profile.folder());
            System.in.read();
        }
    }
}
