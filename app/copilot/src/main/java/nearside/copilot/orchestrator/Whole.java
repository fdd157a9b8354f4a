package nearside.copilot.orchestrator;

import nearside.copilot.borrow.Access;
import nearside.copilot.borrow.Lender;
import nearside.copilot.context.Coverage;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// All of a conversation, of which an answer would need more than is read for it.
///
/// @param tokens of it
/// @param reader who could read all of it; empty where nobody can be borrowed that could
public record Whole(int tokens, Optional<Reader> reader) {
    public Whole {
        Objects.requireNonNull(reader);
    }

    /// A far model with room for all of it.
    ///
    /// @param most what that costs at most, in US dollars; empty where no price is known
    public record Reader(String name, Optional<BigDecimal> most) {
        public Reader {
            Objects.requireNonNull(name);
            Objects.requireNonNull(most);
        }
    }

    /// What is missing; empty where what is read covers the question.
    ///
    /// @param replyLimit the longest reply
    static Optional<Whole> missing(Coverage coverage, Access access, int replyLimit) {
        int tokens = coverage.whole();
        return coverage.isPoor()
                ? Optional.of(
                        new Whole(
                                tokens,
                                switch (access) {
                                    case Access.Open(Lender lender) ->
                                            reader(lender, tokens, replyLimit);
                                    case Access.Shut _ -> Optional.empty();
                                }))
                : Optional.empty();
    }

    private static Optional<Reader> reader(Lender lender, int tokens, int replyLimit) {
        return (long) tokens + replyLimit > lender.model().window()
                ? Optional.empty()
                : Optional.of(
                        new Reader(
                                lender.model().name(),
                                lender.price().map(it -> it.usd(tokens, replyLimit))));
    }
}
