package nearside.storage.campaign;

import nearside.storage.Message;
import nearside.storage.Message.State;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Asks, answers piece by piece, renames, drafts, throws away, brings back and removes.
record ChatWork() implements Work {
    private static final List<State> ENDS =
            List.of(State.DONE, State.DONE, State.LENGTH, State.STOPPED, State.FAILED);

    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        List<Message> open =
                replies(book).stream().filter(it -> it.state() == State.WRITING).toList();
        return open.isEmpty() || random.nextInt(12) == 0
                ? between(book, random, number)
                : answering(open.getLast().id().value(), random, number);
    }

    private static Step answering(String reply, SplittableRandom random, int number) {
        return switch (random.nextInt(8)) {
            case 0 -> new Step.Finish(reply, end(random), random.nextInt(2) * number);
            case 1 -> new Step.Decide(reply, number);
            default -> new Step.Append(reply, number);
        };
    }

    private static State end(SplittableRandom random) {
        return ENDS.get(random.nextInt(ENDS.size()));
    }

    private static Step between(Book book, SplittableRandom random, int number) {
        List<Talk> list = book.in(Talk.Where.LIST);
        if (list.isEmpty()) {
            return new Step.Begin(Optional.empty(), number);
        }
        Talk talk = list.get(random.nextInt(list.size()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new Step.Begin(Optional.empty(), number);
            case 3, 4 -> new Step.Draft(Optional.of(talk.id()), random.nextInt(2) * number);
            case 5 -> new Step.Draft(Optional.empty(), random.nextInt(2) * number);
            case 6, 7 -> new Step.Rename(talk.id(), number);
            case 8 -> new Step.Trash(talk.id());
            case 9 ->
                    trashed(book, random)
                            .map(it -> (Step) new Step.Restore(it))
                            .orElse(new Step.Trash(talk.id()));
            case 10 -> new Step.Remove(trashed(book, random).orElse(talk.id()));
            case 11 -> new Step.Choose(number);
            case 12, 13 -> resumed(talk).orElse(new Step.Rename(talk.id(), number));
            default -> new Step.Begin(Optional.of(talk.id()), number);
        };
    }

    private static Optional<String> trashed(Book book, SplittableRandom random) {
        List<Talk> trash = book.in(Talk.Where.TRASH);
        return trash.isEmpty()
                ? Optional.empty()
                : Optional.of(trash.get(random.nextInt(trash.size())).id());
    }

    private static Optional<Step> resumed(Talk talk) {
        return Optional.of(talk.messages().getLast())
                .filter(it -> it.state() == State.STOPPED || it.state() == State.CUT)
                .map(it -> new Step.Resume(it.id().value()));
    }

    private static List<Message> replies(Book book) {
        return book.in(Talk.Where.LIST).stream().flatMap(talk -> talk.messages().stream()).toList();
    }
}
