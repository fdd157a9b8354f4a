package nearside.copilot.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/// One reply that is cut in its middle, and how a far side goes on with it: all by its seed.
record CutReply(TrueText whole, Cut by, int at, Manner manner, long seed) {
    /// Too short a beginning of a sentence may stand in an introduction by chance.
    private static final int LONG = 20;

    private static final Pattern FENCE = Pattern.compile("^ *```", Pattern.MULTILINE);

    /// Who fails in mid-answer.
    enum Cut {
        HERE,
        FAR
    }

    /// What a model does that was asked to say its last sentence again and go on.
    enum Manner {
        AS_ASKED,
        ONE_SENTENCE_EARLIER,
        OTHER_SPACES,
        OTHER_QUOTES,
        GOES_ON_AT_ONCE,
        INTRODUCES_IT
    }

    static CutReply of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TrueText whole = TrueText.of(seed);
        Manner[] manners = Manner.values();
        return new CutReply(
                whole,
                seed % 2 == 0 ? Cut.HERE : Cut.FAR,
                1 + random.nextInt(whole.text().length() - 1),
                manners[random.nextInt(manners.length)],
                seed);
    }

    String written() {
        return whole.text().substring(0, at);
    }

    /// Whether another model cannot go on there.
    ///
    /// @param tokens of what is written
    boolean mustBeginAnew(int tokens) {
        boolean inCode = FENCE.matcher(written()).results().count() % 2 == 1;
        String lines = written().replaceFirst("\n$", "");
        boolean inTable = lines.startsWith("|", lines.lastIndexOf('\n') + 1);
        return tokens < 64 || inCode || inTable;
    }

    /// What a far side writes that was asked to go on.
    String rest() {
        String text = whole.text();
        int sentence = whole.sentenceBefore(at);
        return switch (manner) {
            case AS_ASKED -> text.substring(sentence);
            case ONE_SENTENCE_EARLIER -> text.substring(whole.sentenceBefore(sentence));
            case OTHER_SPACES ->
                    text.substring(sentence, at).replace(" ", "  ").replace("\n\n", "\n")
                            + text.substring(at);
            case OTHER_QUOTES ->
                    text.substring(sentence).replaceAll("[“”]", "\"").replace('’', '\'');
            case GOES_ON_AT_ONCE -> text.substring(at);
            case INTRODUCES_IT ->
                    (at - sentence < LONG ? "" : "Sure, here is the rest:\n\n")
                            + text.substring(sentence);
        };
    }

    /// A text as it comes.
    ///
    /// @param longest characters of a piece
    List<String> pieces(String text, int longest) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(longest));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
