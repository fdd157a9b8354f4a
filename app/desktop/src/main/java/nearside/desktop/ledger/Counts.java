package nearside.desktop.ledger;

import nearside.storage.Answered;
import nearside.storage.Message.Source;

import java.util.List;

/// How many answers were written where, and the tokens of those that were written here.
///
/// @param read tokens of the prompts that stayed
/// @param written tokens of the answers that were written here
public record Counts(int here, int borrowed, long read, long written) {
    static Counts of(List<Answered> all) {
        List<Answered> here = all.stream().filter(it -> it.source() == Source.HERE).toList();
        return new Counts(
                here.stream().mapToInt(Answered::replies).sum(),
                all.stream()
                        .filter(it -> it.source() == Source.BORROWED)
                        .mapToInt(Answered::replies)
                        .sum(),
                here.stream().mapToLong(Answered::read).sum(),
                here.stream().mapToLong(Answered::written).sum());
    }

    /// Tokens that nobody else got.
    public long tokensHome() {
        return read + written;
    }
}
