package nearside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearside.storage.Contents.Column;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

class ContentsTest {
    @TempDir Path folder;

    /// A column of type ANY without a place in the list would be one that nobody seals.
    @Test
    void theListNamesEveryColumnThatHoldsContent() throws Exception {
        Profile.open(folder).close();
        assertEquals(
                Rows.first(
                        folder,
                        """
                        SELECT group_concat(name, ' ') FROM (
                            SELECT t.name || '.' || c.name AS name
                            FROM pragma_table_list t, pragma_table_info(t.name) c
                            WHERE c.type = 'ANY' ORDER BY 1)
                        """),
                Arrays.stream(Column.values())
                        .map(column -> column.in("").column())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void everyTextIsBoundToItsSource() {
        assertEquals("m 3 HERE", Contents.text(Column.SEGMENT, "c", "m", 3, "HERE").row());
    }
}
