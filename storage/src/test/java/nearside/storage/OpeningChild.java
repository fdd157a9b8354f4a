package nearside.storage;

import java.nio.file.Path;
import java.util.Optional;

/// Opens a profile as a person's program does, begins a conversation there, and tells where the key
/// is kept and how many conversations there are; or what keeps the profile closed.
final class OpeningChild {
    private OpeningChild() {}

    public static void main(String[] arguments) {
        try (Profile profile = Profile.open(Path.of(arguments[0]))) {
            profile.journal().begin(Optional.empty(), "Hello");
            System.out.println(
                    profile.protection().way()
                            + " "
                            + profile.conversations().list().stream()
                                    .map(Conversation::title)
                                    .filter("Hello"::equals)
                                    .count());
        } catch (StorageException refused) {
            System.out.println(refused.failure());
        }
    }
}
