package nearside.desktop.past;

import nearside.desktop.past.Bringing.Count;
import nearside.desktop.past.Bringing.Ended;
import nearside.desktop.past.Bringing.Step;
import nearside.desktop.words.Words;

import java.util.ArrayList;
import java.util.List;

/// Says how far bringing in is, and what comes.
record BringingText(Words words) {
    String of(Bringing bringing) {
        return switch (bringing) {
            case Bringing.Idle _ -> "";
            case Bringing.Running running -> words.of("past.met", running.met());
            case Bringing.Counted counted -> String.join("\n", lines(counted));
        };
    }

    private List<String> lines(Bringing.Counted counted) {
        List<String> lines = new ArrayList<>();
        if (counted.ended() == Ended.STOPPED && counted.step() == Step.BRING) {
            lines.add(words.of("past.stopped"));
        }
        lines.add(
                switch (counted.step()) {
                    case PREVIEW -> words.of("past.preview");
                    case BRING -> words.of("past.brought");
                });
        Count count = counted.count();
        lines.add(
                words.of(
                        "past.conversations",
                        count.conversations().fresh(),
                        count.conversations().grown(),
                        count.conversations().back(),
                        count.conversations().known()));
        lines.add(
                words.of(
                        "past.messages",
                        count.messages().fresh(),
                        count.messages().known(),
                        count.messages().different()));
        lines.add(words.of("past.not-brought", count.leftOut()));
        return lines;
    }
}
