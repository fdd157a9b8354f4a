package nearside.storage;

import nearside.storage.past.PastEntry.Next;
import nearside.storage.past.PastTally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Previews a file and then brings it in, and tells what it met.
final class ReadingChild {
    private ReadingChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder =
                Files.createTempDirectory(Path.of(arguments[0]).resolveSibling(""), "profile");
        try (Profile profile = Profile.open(folder)) {
            List<Path> files = List.of(Path.of(arguments[0]));
            profile.past().preview(files, _ -> Next.GO_ON);
            PastTally tally = profile.past().bringIn(files, _ -> Next.GO_ON);
            System.out.println(
                    tally.conversations().all()
                            + " conversations, "
                            + tally.refused()
                            + " refused");
        }
    }
}
