package nearside.desktop.past;

import nearside.storage.past.PastConversation;

/// File names for conversations: the title, as far as every system can write it, and enough of the
/// id to tell two of the same title apart.
public final class FileNames {
    private static final int LONGEST = 60;
    private static final int OF_ID = 8;

    private FileNames() {}

    public static String of(PastConversation conversation, PageFormat format) {
        return stem(conversation) + "." + format.ending();
    }

    /// The same without the ending.
    static String stem(PastConversation conversation) {
        String title = plain(conversation.head().title());
        String id = conversation.id();
        // The last part of an id made here is by chance, the first is the time.
        String mark = id.substring(Math.max(0, id.length() - OF_ID));
        return (title.isEmpty() ? "" : title + " ") + mark;
    }

    private static String plain(String title) {
        StringBuilder plain = new StringBuilder();
        title.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : ' ')
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }
}
