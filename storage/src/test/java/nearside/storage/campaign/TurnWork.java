package nearside.storage.campaign;

import nearside.storage.Message.State;

import java.util.SplittableRandom;

/// Chats with short answers, so that there are many turns.
record TurnWork() implements Work {
    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        Step step = new ChatWork().next(book, random, number);
        return step instanceof Step.Append(String reply, int text) && random.nextInt(2) == 0
                ? new Step.Finish(reply, State.DONE, text)
                : step;
    }
}
