package nearside.desktop.attach;

import nearside.desktop.attach.Reading.Refused;
import nearside.desktop.words.Amounts;
import nearside.desktop.words.Visible;
import nearside.desktop.words.Words;
import nearside.storage.DraftFiles;

/// Says why a file cannot go with a question, and what to do.
public record RefusedText(Words words) {
    /// One or two sentences.
    public String of(Refused refused) {
        String name = Visible.of(refused.name());
        Amounts amounts = new Amounts(words);
        return switch (refused.why()) {
            case UNREADABLE -> words.of("attach.unreadable", name);
            case FOLDER -> words.of("attach.folder", name);
            case EMPTY -> words.of("attach.empty", name);
            case LARGE ->
                    words.of(
                            "attach.large",
                            name,
                            amounts.size(refused.bytes()),
                            amounts.size(DraftFiles.MOST_BYTES));
            case PICTURE -> words.of("attach.picture", name);
            case NO_TEXT -> words.of("attach.no-text", name);
        };
    }
}
