package nearside.desktop.past;

import nearside.desktop.words.Words;
import nearside.storage.past.PastAttachment;
import nearside.storage.past.PastMessage.Speaker;
import nearside.storage.past.PastMessage.State;
import nearside.storage.past.page.PageWords;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// The words on a page in the language of the person, and times as their clock shows them.
public record PageText(Words words, ZoneId zone) implements PageWords {
    @Override
    public String language() {
        return words.locale().toLanguageTag();
    }

    @Override
    public String speaker(Speaker speaker) {
        return switch (speaker) {
            case SYSTEM -> words.of("past.system");
            case USER -> words.of("past.you");
            case ASSISTANT -> words.of("past.assistant");
        };
    }

    @Override
    public String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .format(time.atZone(zone));
    }

    @Override
    public String ending(State state) {
        return switch (state) {
            case DONE -> "";
            case LENGTH -> words.of("past.ending.length");
            case STOPPED -> words.of("past.ending.stopped");
            case CUT -> words.of("past.ending.cut");
            case FAILED -> words.of("past.ending.failed");
        };
    }

    @Override
    public String attachment(PastAttachment attachment) {
        return words.of(
                attachment.bytes().isPresent() ? "past.attachment" : "past.attachment.unreadable",
                attachment.name(),
                attachment.size());
    }

    @Override
    public String leftOut(int messages) {
        return words.of("past.left-out", messages);
    }

    /// Characters that no font of this device has.
    String noFont(int characters) {
        return words.of("past.no-font", characters);
    }
}
