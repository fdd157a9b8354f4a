package nearside.desktop.backup;

import nearside.desktop.words.Amounts;
import nearside.desktop.words.Words;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What is said of backups.
record BackupText(Words words, ZoneId zone) {
    String of(BackupRow row) {
        String changed =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(words.locale())
                        .format(row.changed().atZone(zone));
        return words.of(
                "backup.row",
                changed,
                kind(row.kind()),
                new Amounts(words).bytes(row.bytes()),
                state(row.state()));
    }

    private String kind(BackupRow.Kind kind) {
        return switch (kind) {
            case DAY -> words.of("backup.kind.day");
            case WEEK -> words.of("backup.kind.week");
            case BEFORE_VERSION -> words.of("backup.kind.before-version");
        };
    }

    private String state(BackupRow.State state) {
        return switch (state) {
            case SOUND -> words.of("backup.state.sound");
            case DAMAGED -> words.of("backup.state.damaged");
            case FOREIGN -> words.of("backup.state.foreign");
        };
    }

    String of(Doing doing) {
        return switch (doing) {
            case Doing.Idle _ -> "";
            case Doing.Looking _ -> words.of("backup.looking");
            case Doing.Offered offered -> of(offered);
            case Doing.BringingBack(int done, int all) -> words.of("backup.progress", done, all);
            case Doing.BroughtBack done ->
                    switch (done.end()) {
                        case DONE ->
                                words.of(
                                        "backup.done",
                                        done.conversations(),
                                        done.messages(),
                                        done.mended());
                        case STOPPED ->
                                words.of(
                                        "backup.stopped",
                                        done.conversations(),
                                        done.messages(),
                                        done.mended());
                    };
        };
    }

    private String of(Doing.Offered offered) {
        String brings =
                offered.bringsSomething()
                        ? words.of(
                                "backup.offer",
                                offered.conversations(),
                                offered.messages(),
                                offered.mended())
                        : words.of("backup.offer.nothing");
        return brings
                + "\n"
                + words.of(
                        "backup.offer.here", offered.here(), offered.inTrash(), offered.removed());
    }
}
