package nearside.storage.database;

import java.util.List;

/// Tables of the known version for tests of what lies under the sealing.
final class Tables {
    private Tables() {}

    static Schema plain() {
        return Schema.of(_ -> List.of());
    }
}
