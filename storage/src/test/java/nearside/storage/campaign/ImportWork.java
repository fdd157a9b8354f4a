package nearside.storage.campaign;

import java.util.List;
import java.util.SplittableRandom;

/// Brings in what was held elsewhere, now and then the same again, and chats beside it.
record ImportWork() implements Work {
    @Override
    public Step next(Book book, SplittableRandom random, int number) {
        List<Talk> brought =
                book.in(Talk.Where.LIST).stream()
                        .filter(it -> Brought.time(it.id()).isPresent())
                        .toList();
        if (brought.isEmpty() || random.nextInt(6) == 0) {
            return new Step.Bring(number);
        }
        Talk one = brought.get(random.nextInt(brought.size()));
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Step.Bring(Brought.time(one.id()).orElseThrow() / Brought.EACH);
            case 2 -> new Step.Trash(one.id());
            case 3 -> new Step.Rename(one.id(), number);
            default -> new ChatWork().next(book.own(), random, number);
        };
    }
}
