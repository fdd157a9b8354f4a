package nearside.desktop.chat;

import nearside.desktop.trouble.Trouble;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// What is said aloud of the progress of an answer: each stage, and how it ended. Never how many
/// words there are by now.
record SpokenProgress(Words words) {
    /// Empty where there is nothing to say.
    String of(Progress progress) {
        return switch (progress) {
            // The sheet that asks is read out itself.
            case Progress.Sent _, Progress.Asking _ -> "";
            case Progress.Loading _ -> words.of("chat.loading");
            case Progress.Reading _, Progress.ReadingOn _ -> words.of("spoken.reading");
            case Progress.Writing _ -> words.of("spoken.writing");
            case Progress.Over over -> over(over);
        };
    }

    private String over(Progress.Over over) {
        String how =
                switch (over.ending()) {
                    case DONE -> words.of("spoken.done");
                    case LENGTH -> words.of("chat.ended.length");
                    case STOPPED -> words.of("chat.ended.stopped");
                    case CUT -> words.of("chat.ended.cut");
                    case FAILED -> words.of("chat.ended.failed");
                };
        String why =
                over.trouble()
                        .map(Trouble::title)
                        .or(() -> over.footer().map(footer -> length(footer.tokens())))
                        .orElse("");
        return why.isEmpty() ? how : words.of("spoken.both", how, why);
    }

    private String length(int tokens) {
        return new Amounts(words).tokens(tokens);
    }
}
