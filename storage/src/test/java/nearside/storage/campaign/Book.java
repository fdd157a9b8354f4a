package nearside.storage.campaign;

import nearside.storage.Message;
import nearside.storage.Message.Segment;
import nearside.storage.Message.Source;
import nearside.storage.Message.Speaker;
import nearside.storage.Message.State;
import nearside.storage.MessageId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// All that a profile holds, as it should be or as it was found: compared whole, so that nothing
/// may be missing, doubled or changed.
///
/// @param talks the one that was asked in last comes first
/// @param gone ids of conversations that were removed for good
/// @param model what the settings say
/// @param words which ones open the profile; zero for its key file
/// @param kept what the newest backup must hold at least
record Book(
        List<Talk> talks,
        List<String> gone,
        String draft,
        Optional<String> model,
        int words,
        List<Talk> kept) {
    static final Book EMPTY = of(List.of());

    /// What was brought in stands below what was begun here, by its own times.
    private static final Comparator<Talk> BROUGHT_LAST =
            Comparator.comparingInt(talk -> -Brought.time(talk.id()).orElse(Integer.MAX_VALUE));

    Book {
        talks = List.copyOf(talks);
        gone = List.copyOf(gone);
        kept = List.copyOf(kept);
    }

    static Book of(List<Talk> talks) {
        return new Book(talks, List.of(), "", Optional.empty(), 0, List.of());
    }

    /// What it is after a call that gave back what is told.
    Book after(Step step, String told) {
        return switch (step) {
            case Step.Begin begin -> begun(begin, told.split(" ", -1));
            case Step.Append(String reply, int text) ->
                    message(reply, it -> Talk.longer(it, Hand.segment(text)));
            case Step.Finish(String reply, State state, int facts) ->
                    message(reply, it -> Talk.in(it, state, Hand.facts(facts)));
            case Step.Resume(String reply) ->
                    message(reply, it -> Talk.in(it, State.WRITING, Optional.empty()));
            case Step.Decide(String reply, int text) ->
                    message(reply, it -> Talk.decided(it, Words.of(text)));
            case Step.Rename(String id, int text) -> talk(id, it -> it.titled(Words.of(text)));
            case Step.Draft(var id, int text) -> drafted(id, Words.of(text));
            case Step.Trash(String id) -> talk(id, it -> it.in(Talk.Where.TRASH));
            case Step.Restore(String id) -> talk(id, it -> it.in(Talk.Where.LIST));
            case Step.Remove(String id) -> removed(id);
            case Step.Choose(int number) ->
                    new Book(talks, gone, draft, Hand.model(number), words, kept);
            case Step.Protect(int number) -> new Book(talks, gone, draft, model, number, kept);
            case Step.Bring(int number) -> brought(number, Brought.EACH);
            case Step.Keep() -> new Book(talks, gone, draft, model, words, talks);
        };
    }

    /// What it is after the next start.
    Book cut() {
        return with(talks.stream().map(Talk::cut).toList());
    }

    List<Talk> in(Talk.Where where) {
        return talks.stream().filter(it -> it.where() == where).toList();
    }

    /// In the order in which a reader finds them: the trash after the list.
    Book shown() {
        List<Talk> all = new ArrayList<>(in(Talk.Where.LIST));
        all.addAll(in(Talk.Where.TRASH));
        return with(all);
    }

    List<String> titles() {
        return talks.stream().map(Talk::title).toList();
    }

    int messages() {
        return talks.stream().mapToInt(talk -> talk.messages().size()).sum();
    }

    Book without(String talk) {
        return with(talks.stream().filter(it -> !it.id().equals(talk)).toList());
    }

    /// Only what was begun here.
    Book own() {
        return with(talks.stream().filter(it -> Brought.time(it.id()).isEmpty()).toList());
    }

    /// With the first conversations of a file: those that are not there, and those in the trash.
    Book brought(int file, int count) {
        List<Talk> all = new ArrayList<>(talks);
        for (Brought each : Brought.of(file).subList(0, count)) {
            Talk talk = find(each.id()).orElseGet(each::talk);
            all.remove(talk);
            all.add(talk.in(Talk.Where.LIST));
        }
        all.sort(BROUGHT_LAST);
        return with(all);
    }

    Optional<Talk> find(String id) {
        return talks.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private Book begun(Step.Begin begin, String... ids) {
        Talk talk = find(ids[0]).orElseGet(() -> fresh(begin, ids[0]));
        List<Talk> next = new ArrayList<>(talks);
        next.remove(talk);
        next.addFirst(
                talk.with(
                        List.of(
                                message(ids[1], Speaker.USER, State.DONE, Words.of(begin.text())),
                                message(ids[2], Speaker.ASSISTANT, State.WRITING, ""))));
        return with(next);
    }

    /// The id of a system message is told by nobody.
    private static Talk fresh(Step.Begin begin, String id) {
        Talk talk = new Talk(id, Words.title(begin.text()), Talk.Where.LIST, List.of(), "");
        return Hand.system(begin)
                .map(text -> talk.with(List.of(message("", Speaker.SYSTEM, State.DONE, text))))
                .orElse(talk);
    }

    static Message message(String id, Speaker speaker, State state, String text) {
        List<Segment> runs = text.isEmpty() ? List.of() : List.of(new Segment(Source.HERE, text));
        return new Message(
                new MessageId(id),
                speaker,
                state,
                Message.Text.of(runs),
                Optional.empty(),
                Optional.empty());
    }

    private Book drafted(Optional<String> id, String text) {
        return id.isPresent()
                ? talk(id.get(), it -> it.drafted(text))
                : new Book(talks, gone, text, model, words, kept);
    }

    private Book removed(String id) {
        List<String> next = new ArrayList<>(gone);
        next.add(id);
        return new Book(
                talks.stream().filter(it -> !it.id().equals(id)).toList(),
                next,
                draft,
                model,
                words,
                kept);
    }

    private Book message(String id, UnaryOperator<Message> change) {
        return with(talks.stream().map(it -> it.has(id) ? it.at(id, change) : it).toList());
    }

    private Book talk(String id, UnaryOperator<Talk> change) {
        return with(talks.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
    }

    private Book with(List<Talk> next) {
        return new Book(next, gone, draft, model, words, kept);
    }
}
