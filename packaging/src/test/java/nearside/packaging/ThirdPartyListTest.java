package nearside.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Set;

class ThirdPartyListTest {
    @Test
    void onlyWhatLiesInTheCoreOrTheWorkerIsAJar() {
        String list =
                """
                | Name | Version | Licence | Where |
                | --- | --- | --- | --- |
                | gson | 2.15.0 | Apache-2.0 | core, worker |
                | jna | 5.17.0 | Apache-2.0 or LGPL-2.1 | worker |
                | javafx-base | 26.0.2 | GPL-2.0 with classpath exception | runtime |
                """;
        assertEquals(Set.of("gson-2.15.0", "jna-5.17.0"), ThirdPartyList.of(list).jars());
    }
}
