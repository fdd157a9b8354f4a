package nearside.storage.past;

import java.util.ArrayList;
import java.util.List;

/// What an import brings, or would bring, added up over all that was read so far.
///
/// @param refusals the first of them
/// @param refused how many there are
public record PastTally(
        Conversations conversations, Messages messages, List<PastRefusal> refusals, int refused) {
    /// Refusals that are kept one by one; more are only counted.
    public static final int LISTED = 1000;

    public static final PastTally NONE =
            new PastTally(new Conversations(0, 0, 0, 0), new Messages(0, 0, 0), List.of(), 0);

    public PastTally {
        refusals = List.copyOf(refusals);
    }

    /// Conversations by what becomes of them.
    ///
    /// @param fresh were not here
    /// @param grown have more messages than are here
    /// @param back are in the trash here, and are taken out of it
    /// @param known are here already
    public record Conversations(int fresh, int grown, int back, int known) {
        public int all() {
            return fresh + grown + back + known;
        }
    }

    /// Messages by what becomes of them.
    ///
    /// @param fresh were not here
    /// @param known are here already
    /// @param different of these say something else now over there; here they stay as they are
    public record Messages(int fresh, int known, int different) {
        public int all() {
            return fresh + known;
        }
    }

    public PastTally plus(PastRefusal refusal) {
        List<PastRefusal> all = new ArrayList<>(refusals);
        if (all.size() < LISTED) {
            all.add(refusal);
        }
        return new PastTally(conversations, messages, all, refused + 1);
    }

    public PastTally plus(PastFate fate) {
        Conversations before = conversations;
        Conversations after =
                switch (fate.kind()) {
                    case FRESH ->
                            new Conversations(
                                    before.fresh() + 1,
                                    before.grown(),
                                    before.back(),
                                    before.known());
                    case GROWN ->
                            new Conversations(
                                    before.fresh(),
                                    before.grown() + 1,
                                    before.back(),
                                    before.known());
                    case BACK ->
                            new Conversations(
                                    before.fresh(),
                                    before.grown(),
                                    before.back() + 1,
                                    before.known());
                    case KNOWN ->
                            new Conversations(
                                    before.fresh(),
                                    before.grown(),
                                    before.back(),
                                    before.known() + 1);
                };
        Messages sum =
                new Messages(
                        messages.fresh() + fate.messages().fresh(),
                        messages.known() + fate.messages().known(),
                        messages.different() + fate.messages().different());
        return new PastTally(after, sum, refusals, refused);
    }
}
