package nearside.storage.campaign;

import java.util.SplittableRandom;

/// Changes the settings, and chats a little.
record SettingsWork() implements Work {
    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        return random.nextInt(10) == 0
                ? new ChatWork().next(book, random, number)
                : new Step.Choose(number);
    }
}
