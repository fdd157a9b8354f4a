package nearside.storage.campaign;

import java.util.SplittableRandom;

/// Changes how the key is kept, begins and removes conversations, and chats.
record VaultWork() implements Work {
    private static final int PROTECT = 40;

    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        if (random.nextInt(PROTECT) == 0) {
            return new Step.Protect(book.words() == 0 ? number : random.nextInt(3) * number);
        }
        return book.in(Talk.Where.LIST).isEmpty() || random.nextInt(3) > 0
                ? new ChatWork().next(book, random, number)
                : new Step.Remove(book.in(Talk.Where.LIST).getLast().id());
    }
}
