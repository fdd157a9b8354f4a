package nearside.storage.campaign;

import java.util.SplittableRandom;

/// Keeps backups, a day after each other, and chats.
record BackupWork() implements Work {
    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        return random.nextInt(4) == 0 ? new Step.Keep() : new ChatWork().next(book, random, number);
    }
}
