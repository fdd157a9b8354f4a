package nearside.desktop.trouble;

import nearside.desktop.words.Words;
import nearside.storage.Recovered;
import nearside.storage.Recovered.Found;

import java.util.List;

/// Sentences for a database that was put together anew.
record RecoveredWords(Words words) {
    Trouble of(Recovered recovered) {
        Found found = recovered.found();
        return new Trouble(
                title(recovered.cause()),
                words.of(
                        "recovered.meaning",
                        found.conversations(),
                        found.whole(),
                        found.damaged(),
                        found.orphans(),
                        found.fromBackup()),
                List.of(
                        words.of("recovered.next.set", recovered.set()),
                        words.of("recovered.next.backups"),
                        words.of("recovered.next.disk")),
                recovered.toString());
    }

    private String title(Recovered.Cause cause) {
        return switch (cause) {
            case DAMAGED -> words.of("recovered.title.damaged");
            case LOG_DAMAGED, LOG_TORN -> words.of("recovered.title.log");
            case MISSING -> words.of("recovered.title.missing");
            case FOREIGN -> words.of("recovered.title.foreign");
            case WENT_BACK -> words.of("recovered.title.older");
        };
    }
}
