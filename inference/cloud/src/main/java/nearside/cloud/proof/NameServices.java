package nearside.cloud.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Programs of this system that look names up for others, by a local socket that no seal closes.
///
/// Sources: nsswitch.conf(5), nscd(8).
final class NameServices {
    private static final Path FILE = Path.of("/etc/nsswitch.conf");
    private static final List<Path> CACHES =
            List.of(Path.of("/run/nscd/socket"), Path.of("/var/run/nscd/socket"));

    /// They read files, know this machine alone, or ask by a socket of this very process; the
    /// minimal ones of mDNS only know names that end in `.local`.
    private static final Set<String> HARMLESS =
            Set.of(
                    "files",
                    "dns",
                    "db",
                    "compat",
                    "altfiles",
                    "myhostname",
                    "mymachines",
                    "mdns_minimal",
                    "mdns4_minimal",
                    "mdns6_minimal");

    private NameServices() {}

    /// Those of this system.
    static List<String> others() {
        try {
            return others(Files.readAllLines(FILE), Files::exists);
        } catch (IOException none) {
            return others(List.of(), Files::exists);
        }
    }

    /// @param switches the lines of `nsswitch.conf`
    static List<String> others(List<String> switches, Predicate<Path> exists) {
        Stream<String> named =
                switches.stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("hosts:"))
                        .map(line -> line.substring("hosts:".length()).replaceAll("\\[[^]]*]", " "))
                        .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                        .filter(name -> !name.isEmpty() && !HARMLESS.contains(name));
        Stream<String> cache = CACHES.stream().filter(exists).map(_ -> "nscd");
        return Stream.concat(named, cache).distinct().toList();
    }
}
