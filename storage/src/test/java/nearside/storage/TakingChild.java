package nearside.storage;

import nearside.storage.past.page.PastJson;

import java.nio.file.Files;
import java.nio.file.Path;

/// Takes a conversation away into a file, and tells how many bytes it has.
final class TakingChild {
    private TakingChild() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[2]);
        try (Profile profile = Profile.open(Path.of(arguments[0]));
                PastJson json = new PastJson(Files.newBufferedWriter(file))) {
            json.write(profile.past().find(new ConversationId(arguments[1])).orElseThrow());
        }
        System.out.println(Files.size(file));
    }
}
