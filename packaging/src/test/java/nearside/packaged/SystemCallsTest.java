package nearside.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class SystemCallsTest {
    private static final String DNS =
            "7 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.53\")}, 16) = -1 EACCES";
    private static final String SIX =
            "7 sendto(9, \"x\", 1, 0, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = 1";
    private static final String LOCAL =
            "7 connect(9, {sa_family=AF_UNIX, sun_path=\"/tmp/.X11-unix/X0\"}, 110) = 0";

    @Test
    void anAttemptCountsEvenWhenItIsRefused() {
        assertEquals(List.of(DNS, SIX), new SystemCalls(List.of(DNS, LOCAL, SIX)).internet());
    }

    @Test
    void aLookUpIsSeenAlsoWhereAnotherProgramMakesIt() {
        String asked =
                "7 connect(9, {sa_family=AF_UNIX, sun_path=\"/run/systemd/resolve/io.systemd.Resolve\"}, 42) = 0";
        String absent = asked.replace(" = 0", " = -1 ENOENT (No such file or directory)");
        assertEquals(
                List.of(DNS, asked),
                new SystemCalls(List.of(DNS, SIX, LOCAL, asked, absent)).lookUps());
    }

    @Test
    void readingIsNotWriting() {
        SystemCalls calls =
                new SystemCalls(
                        List.of(
                                "1 openat(AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC) = 3",
                                "1 openat(AT_FDCWD, \"/home/a/x\", O_RDWR|O_CREAT, 0600) = 3",
                                "1 openat(AT_FDCWD, \"/home/a/y\", O_WRONLY) = -1 ENOENT (No such file)",
                                "1 rename(\"/p/a\", \"/q/b\") = 0",
                                "1 mkdir(\"/p/c\", 0700) = 0",
                                "1 openat(AT_FDCWD, \"/dev/null\", O_RDWR) = 4"));
        assertEquals(List.of("/home/a/x", "/q/b"), calls.writtenOutside(List.of(Path.of("/p"))));
    }

    /// A call that failed was taken for one that made something, once in many runs.
    @Test
    void aCallIsReadWholeWhereAnotherThreadCallsMeanwhile() {
        SystemCalls calls =
                SystemCalls.of(
                        List.of(
                                "1845  mkdir(\"/tmp\", 0777 <unfinished ...>",
                                "1843  mkdir(\"/stray\", 0777 <unfinished ...>",
                                "1843  <... mkdir resumed>)             = 0",
                                "1845  <... mkdir resumed>)             = -1 EEXIST (File exists)",
                                "1846  unlink(\"/never-ended\" <unfinished ...>"));
        assertEquals(List.of("/stray", "/never-ended"), calls.writtenOutside(List.of()));
    }
}
