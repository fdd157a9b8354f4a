package nearside.storage.salvage;

import java.util.List;

/// By what a row of a table is known when its table is not.
///
/// @param columns what may stand in each
/// @param least how many of them the oldest rows have; columns added later stand behind
public record Shape(List<Kind> columns, int least) {
    public Shape {
        columns = List.copyOf(columns);
        if (least < 1 || least > columns.size()) {
            throw new IllegalArgumentException("least: " + least + " of " + columns.size());
        }
    }

    /// Of a table that never got another column.
    public static Shape of(Kind... columns) {
        return new Shape(List.of(columns), columns.length);
    }

    boolean fits(List<SerialType> types) {
        if (types.size() < least || types.size() > columns.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!columns.get(i).fits(types.get(i))) {
                return false;
            }
        }
        return true;
    }
}
