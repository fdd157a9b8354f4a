package nearside.desktop.trouble;

import nearside.copilot.orchestrator.Whole;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

/// Says that an answer rests on a part, and what it would take to read all.
public record WholeNeeded(Words words, Amounts amounts) {
    public String of(Whole whole) {
        String needed = words.of("notice.whole", whole.tokens());
        return whole.reader().map(reader -> needed + " " + of(reader)).orElse(needed);
    }

    private String of(Whole.Reader reader) {
        return reader.most()
                .map(most -> words.of("notice.whole.price", reader.name(), amounts.usd(most)))
                .orElseGet(() -> words.of("notice.whole.far", reader.name()));
    }
}
