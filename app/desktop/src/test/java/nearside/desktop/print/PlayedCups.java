package nearside.desktop.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// The client of CUPS, played by small scripts.
///
/// @param bin where they lie, and what they were given
public record PlayedCups(Path bin) {
    /// Where those of a window lie.
    public static Path folder(Path profile) {
        return profile.resolve("played-cups");
    }

    /// Knows these printers, the second one being the usual one, and keeps what is printed.
    public static PlayedCups in(Path bin) throws IOException {
        PlayedCups cups = new PlayedCups(Files.createDirectories(bin));
        cups.lpstat(
                """
                case $1 in
                  -e) echo paper; echo ink ;;
                  -d) echo 'system default destination: ink' ;;
                esac
                """);
        cups.lp(
                """
                printf '%s\\n' "$@" > "$here/arguments"
                printf '%s\\n' "$LC_ALL" > "$here/locale"
                cat > "$here/part.pdf"
                mv "$here/part.pdf" "$here/printed.pdf"
                echo 'request id is ink-1 (1 file(s))'
                """);
        return cups;
    }

    public void lp(String script) throws IOException {
        script("lp", script);
    }

    public void lpstat(String script) throws IOException {
        script("lpstat", script);
    }

    private void script(String name, String script) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\nhere='" + bin + "'\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    public Map<String, String> environment() {
        return Map.of("PATH", bin.toString(), "LC_ALL", "de_DE.UTF-8");
    }

    public boolean hasPrinted() {
        return Files.exists(bin.resolve("printed.pdf"));
    }

    public byte[] printed() throws IOException {
        return Files.readAllBytes(bin.resolve("printed.pdf"));
    }

    /// What `lp` was given.
    public List<String> arguments() throws IOException {
        return Files.readAllLines(bin.resolve("arguments"));
    }
}
