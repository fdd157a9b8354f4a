package nearside.storage.vault;

import java.util.Objects;

/// Where a sealed value stands. It opens nowhere else: not in another row, column or conversation.
///
/// @param column table and column
/// @param conversation its id; empty for what belongs to the profile
/// @param row what tells the row from others of its table, and never changes
public record Place(String column, String conversation, String row) {
    public Place {
        Objects.requireNonNull(column);
        Objects.requireNonNull(conversation);
        Objects.requireNonNull(row);
    }

    /// Ids and column names have no NUL, so that no two places read alike.
    String bound() {
        return column + "\0" + conversation + "\0" + row;
    }
}
