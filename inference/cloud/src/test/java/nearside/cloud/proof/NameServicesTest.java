package nearside.cloud.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

class NameServicesTest {
    private static final Path NOWHERE = Path.of("/nowhere");

    @ParameterizedTest
    @CsvSource({
        "hosts: files dns, ''",
        "hosts: files mdns4_minimal [NOTFOUND=return] dns myhostname, ''",
        "hosts: files myhostname resolve [!UNAVAIL=return] dns, resolve",
        "hosts: files sss mdns4 dns, sss+mdns4",
        "passwd: files sss, ''",
        "# hosts: resolve, ''",
    })
    void programsThatLookUpForOthersAreNamed(String line, String others) {
        assertEquals(others, String.join("+", NameServices.others(List.of(line), NOWHERE::equals)));
    }

    @ParameterizedTest
    @CsvSource({"/run/nscd/socket, nscd", "/nowhere, ''"})
    void theCacheOfNamesIsOne(Path there, String others) {
        assertEquals(others, String.join("+", NameServices.others(List.of(), there::equals)));
    }
}
