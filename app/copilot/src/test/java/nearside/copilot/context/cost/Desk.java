package nearside.copilot.context.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What the copilot knows of a conversation while it is borrowed: its forms, and which prompts were
/// sent and when. Nothing of what is still to come.
final class Desk {
    private static final int SYSTEM = 200;
    private static final int EXPECTED_ANSWER = 350;

    private final ReplayedConversation conversation;
    private final Tariff tariff;
    private final int[] missing;
    private final Map<List<Piece>, Duration> sent = new HashMap<>();
    private final Set<Integer> covered = new HashSet<>();
    private Optional<List<Piece>> frozen = Optional.empty();
    private int frozenAt;
    private int packedAt;
    private long ids = 1_000_000;

    Desk(ReplayedConversation conversation, Tariff tariff) {
        this.conversation = conversation;
        this.tariff = tariff;
        this.missing =
                IntStream.range(0, conversation.turns().size())
                        .map(conversation::newEvidence)
                        .toArray();
    }

    Policy.Turn turnOf(int turn) {
        return new Policy.Turn(turn, turn - packedAt);
    }

    Standing standing(int turn, Duration at) {
        return new Standing(
                form(pieces(PackingChoice.PACK_AGAIN, turn), at),
                frozen.map(_ -> form(pieces(PackingChoice.APPEND, turn), at)),
                Optional.of(form(pieces(PackingChoice.WHOLE, turn), at)),
                EXPECTED_ANSWER,
                rhythm(turn),
                tariff);
    }

    private Rhythm rhythm(int turn) {
        int lacked = Arrays.stream(missing, 0, turn + 1).sum();
        int added = conversation.before(turn) - conversation.start();
        return new Rhythm(
                IntStream.rangeClosed(1, turn)
                        .mapToObj(i -> conversation.turns().get(i).gap())
                        .toList(),
                turn == 0 ? EXPECTED_ANSWER : added / turn,
                lacked / (turn + 1));
    }

    List<Piece> pieces(PackingChoice choice, int turn) {
        List<Piece> pieces = new ArrayList<>();
        int next =
                switch (choice) {
                    case WHOLE -> whole(pieces);
                    case PACK_AGAIN -> packed(pieces, turn);
                    case APPEND -> appended(pieces, turn);
                };
        IntStream.range(next, turn).forEach(i -> said(pieces, i));
        if (choice == PackingChoice.APPEND) {
            int lacked = lacked(turn);
            if (lacked > 0) {
                pieces.add(new Piece(ids, lacked));
            }
        }
        pieces.add(new Piece(question(turn), conversation.turns().get(turn).question()));
        return pieces;
    }

    private int whole(List<Piece> pieces) {
        pieces.add(new Piece(1, SYSTEM));
        pieces.add(new Piece(2, conversation.start()));
        return 0;
    }

    private int packed(List<Piece> pieces, int turn) {
        int packed = conversation.packed(turn);
        if (packed == conversation.before(turn)) {
            return whole(pieces);
        }
        pieces.add(new Piece(1, SYSTEM));
        pieces.add(new Piece(ids, packed));
        return turn;
    }

    /// The frozen bytes end with the question of their turn; its answer follows.
    private int appended(List<Piece> pieces, int turn) {
        pieces.addAll(frozen.orElseThrow());
        pieces.add(new Piece(question(frozenAt) + 1, conversation.turns().get(frozenAt).answer()));
        return Math.min(turn, frozenAt + 1);
    }

    private void said(List<Piece> pieces, int turn) {
        pieces.add(new Piece(question(turn), conversation.turns().get(turn).question()));
        pieces.add(new Piece(question(turn) + 1, conversation.turns().get(turn).answer()));
    }

    private static long question(int turn) {
        return 10 + 2L * turn;
    }

    private int lacked(int turn) {
        int topic = conversation.turns().get(turn).topic();
        return covered.contains(topic) ? 0 : conversation.evidence().get(topic);
    }

    private Form form(List<Piece> pieces, Duration at) {
        int tokens = tokens(pieces);
        return sent.entrySet().stream()
                .filter(it -> begins(pieces, it.getKey()))
                .map(it -> {
                    int known = tokens(it.getKey());
                    return new Form(known, at.minus(it.getValue()), tokens - known);
                })
                .max((a, b) -> Integer.compare(a.sentTokens(), b.sentTokens()))
                .orElseGet(() -> Form.unsent(tokens));
    }

    private static boolean begins(List<Piece> pieces, List<Piece> with) {
        return with.size() <= pieces.size() && pieces.subList(0, with.size()).equals(with);
    }

    private static int tokens(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::tokens).sum();
    }

    /// Notes what was sent.
    void sent(Policy.Move move, int turn, Duration at) {
        List<Piece> pieces = pieces(move.choice(), turn);
        sent.replaceAll((earlier, last) -> begins(pieces, earlier) ? at : last);
        if (move.use() == CacheUse.READ_AND_WRITE) {
            sent.keySet().removeIf(earlier -> begins(pieces, earlier));
            sent.put(pieces, at);
        }
        switch (move.choice()) {
            case WHOLE -> {}
            case PACK_AGAIN -> {
                freeze(pieces, turn);
                packedAt = turn;
                covered.clear();
                cover(turn);
                if (conversation.packed(turn) == conversation.before(turn)) {
                    IntStream.range(0, conversation.evidence().size()).forEach(covered::add);
                }
            }
            case APPEND -> {
                freeze(pieces, turn);
                cover(turn);
            }
        }
        ids++;
    }

    private void freeze(List<Piece> pieces, int turn) {
        frozen = Optional.of(List.copyOf(pieces));
        frozenAt = turn;
    }

    private void cover(int turn) {
        covered.add(conversation.turns().get(turn).topic());
    }
}
