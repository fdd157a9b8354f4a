package nearside.desktop.chat;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the progress of an answer into one line.
record FooterText(Words words, Amounts amounts) {
    FooterText(Words words) {
        this(words, new Amounts(words));
    }

    String of(Progress progress) {
        return switch (progress) {
            case Progress.Sent _ -> words.of("chat.sent");
            case Progress.Asking(String far) -> words.of("chat.asking", far);
            case Progress.Loading _ -> words.of("chat.loading");
            case Progress.Reading(int tokens) -> words.of("chat.reading", tokens);
            case Progress.ReadingOn(int read, int tokens, Duration left) ->
                    words.of("chat.reading-on", read, tokens, Math.ceil(left.toMillis() / 1000.0));
            case Progress.Writing(int tokens, double rate) -> writing(tokens, rate);
            case Progress.Over over -> over(over);
        };
    }

    /// What the button says that asks for more of an answer.
    String goOn(Progress progress) {
        return progress instanceof Progress.Over over && over.ending() == Ending.FAILED
                ? words.of("chat.again")
                : words.of("chat.continue");
    }

    private String writing(int tokens, double rate) {
        List<String> parts = new ArrayList<>(List.of(words.of("chat.writing")));
        if (rate > 0) {
            parts.add(amounts.rate(rate));
        }
        parts.add(amounts.tokens(tokens));
        return join(parts);
    }

    private String over(Progress.Over over) {
        List<String> parts = new ArrayList<>();
        ending(over.ending()).ifPresent(parts::add);
        over.footer().ifPresent(footer -> parts.addAll(facts(footer)));
        return join(parts);
    }

    private List<String> facts(Progress.Footer footer) {
        List<String> parts = new ArrayList<>();
        if (footer.tokensPerSecond() > 0) {
            parts.add(amounts.rate(footer.tokensPerSecond()));
        }
        if (footer.tokens() > 0) {
            parts.add(words.of("chat.first-word", amounts.seconds(footer.firstWordSeconds())));
        }
        parts.add(amounts.tokens(footer.tokens()));
        return parts;
    }

    private Optional<String> ending(Ending ending) {
        return switch (ending) {
            case DONE -> Optional.empty();
            case LENGTH -> Optional.of(words.of("chat.ended.length"));
            case STOPPED -> Optional.of(words.of("chat.ended.stopped"));
            case CUT -> Optional.of(words.of("chat.ended.cut"));
            case FAILED -> Optional.of(words.of("chat.ended.failed"));
        };
    }

    private static String join(List<String> parts) {
        return String.join(" · ", parts);
    }
}
