package nearside.worker.decode;

import nearside.engine.TokenIds;

/// The drafts of one reply: what is proposed, how much of it is tried, and what is learned from
/// what became of it.
///
/// Where activations are rounded to 8 bits, a token that is read in a run of one row gets other
/// keys than in a run of many, while runs of two and more rows agree to the last bit. There it must
/// not depend on the number of drafts, nor on time, which of the two a token gets: every token
/// after which there is a match is read with at least one draft, tried in earnest or not. So the
/// reply is a function of the conversation alone.
final class Drafts {
    private final Lookup lookup;
    private final DraftLength length;
    private final Rule rule;
    private Lookup.Match match = Lookup.Match.NONE;
    private int[] tried = {};

    /// @param shortest fewer tokens than this are no match
    /// @param fewest drafts after every match
    /// @param most drafts in one run
    record Rule(int shortest, int fewest, int most) {
        /// A draft is tried where it promises to pay.
        static final Rule WHERE_IT_PAYS = new Rule(2, 0, 15);

        /// The number of rows matters: see above.
        static final Rule AFTER_EVERY_MATCH = new Rule(2, 1, 15);

        /// One row each, even where the number of rows matters.
        static final Rule NEVER = new Rule(2, 0, 0);

        Rule withMost(int drafts) {
            return new Rule(shortest, fewest, Math.max(fewest, drafts));
        }
    }

    Drafts(Rule rule, TokenIds prompt, RunCost cost) {
        this.rule = rule;
        this.lookup = new Lookup(rule.shortest(), prompt.toArray());
        this.length = new DraftLength(cost, rule.most());
    }

    /// The drafts of the run whose logits are there now.
    int[] tried() {
        return tried;
    }

    void chose(int id) {
        lookup.add(id);
    }

    /// Decides what to try in the next run: at most `room` drafts.
    void plan(int room) {
        match = lookup.match();
        int drafts = match.isNone() ? 0 : Math.max(rule.fewest(), length.best(match.matched()));
        tried = lookup.following(match.next(), Math.min(drafts, room));
    }

    /// The newest token and the drafts.
    int[] run() {
        int[] run = new int[1 + tried.length];
        run[0] = lookup.newest();
        System.arraycopy(tried, 0, run, 1, tried.length);
        return run;
    }

    /// What became of the last proposal, also of one that was not tried.
    ///
    /// @param accepted drafts that were right, from the first on
    /// @param chosen the token after them
    void judge(int accepted, int chosen) {
        if (tried.length > 0) {
            length.saw(match.matched(), tried.length, accepted);
        } else if (!match.isNone()) {
            boolean right = lookup.following(match.next(), 1)[0] == chosen;
            length.saw(match.matched(), 1, right ? 1 : 0);
        }
    }

    /// Tokens of prompt and reply so far.
    int count() {
        return lookup.count();
    }

    /// All tokens, the chosen ones included.
    int[] tokens() {
        return lookup.tokens();
    }
}
