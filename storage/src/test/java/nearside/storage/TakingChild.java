package nearside.storage;

import nearside.storage.past.page.PastJson;

import java.io.Writer;
import java.nio.file.Path;

/// Takes a conversation away into nowhere, and tells how many characters it has.
final class TakingChild {
    private TakingChild() {}

    public static void main(String[] arguments) throws Exception {
        Counter counter = new Counter();
        try (Profile profile = Profile.open(Path.of(arguments[0]));
                PastJson json = new PastJson(counter)) {
            json.write(profile.past().find(new ConversationId(arguments[1])).orElseThrow());
        }
        System.out.println(counter.characters);
    }

    private static final class Counter extends Writer {
        private long characters;

        @Override
        public void write(char[] buffer, int from, int length) {
            characters += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
