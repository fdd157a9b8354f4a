package nearside.storage.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The kinds of work that campaigns interrupt. A new one stands here and in the calls of [Step].
enum Kind {
    CHAT,
    /// The first start on a file of the first released schema, then chat.
    MIGRATION,
    SETTINGS,
    VAULT,
    BACKUP,
    IMPORT;

    /// A long campaign has less of what takes longer: words cost a second each time.
    private static final List<Kind> TURNS =
            List.of(CHAT, MIGRATION, SETTINGS, VAULT, CHAT, MIGRATION, CHAT, CHAT, SETTINGS, CHAT);

    static Kind of(long seed) {
        return TURNS.get(Math.floorMod(seed - 1, TURNS.size()));
    }

    Work work() {
        return switch (this) {
            case CHAT, MIGRATION -> new ChatWork();
            case SETTINGS -> new SettingsWork();
            case VAULT -> new VaultWork();
            case BACKUP -> new BackupWork();
            case IMPORT -> new ImportWork();
        };
    }

    /// Puts into an empty folder what the work starts from, and tells what that is.
    Book prepare(Path folder) throws IOException, SQLException {
        return switch (this) {
            case CHAT, SETTINGS, VAULT, BACKUP, IMPORT -> Book.EMPTY;
            case MIGRATION -> FirstSchema.fill(folder);
        };
    }
}
