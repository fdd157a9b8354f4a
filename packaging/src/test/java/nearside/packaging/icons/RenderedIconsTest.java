package nearside.packaging.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RenderedIconsTest {
    private static final Path ROOT = Path.of(System.getProperty("nearside.root"));
    private static final Path SOURCE = ROOT.resolve("icons/nearside.svg");

    @TempDir Path temp;

    @Test
    void everyCommittedIconIsTheSourceDrawn() throws IOException {
        for (var file : RenderedIcons.of(Drawing.read(SOURCE)).entrySet()) {
            byte[] committed = Files.readAllBytes(ROOT.resolve(file.getKey()));
            assertTrue(
                    Pictures.in(committed).equals(Pictures.in(file.getValue())),
                    file.getKey() + " is not what the source gives: see icons/README.md");
        }
    }

    @Test
    void anotherColourInTheSourceIsNoticed() throws IOException {
        Path changed = temp.resolve("changed.svg");
        Files.writeString(changed, Files.readString(SOURCE).replace("#EAF6F4", "#EAF6F5"));
        assertNotEquals(
                Pictures.in(IconFile.png(Drawing.read(SOURCE).at(16))),
                Pictures.in(IconFile.png(Drawing.read(changed).at(16))));
    }

    @Test
    void theNearSideIsLitAndTheCornersAreClear() throws IOException {
        var image = Drawing.read(SOURCE).at(256);
        assertEquals(0, image.getRGB(0, 0));
        assertEquals(0xFFEAF6F4, image.getRGB(200, 160));
        assertEquals(0xFF25404A, image.getRGB(50, 128));
        assertEquals(0xFF4FC3B3, image.getRGB(80, 128));
    }

    @Test
    void windowsAndMacosGetEverySizeTheyAskFor() throws IOException {
        Drawing drawing = Drawing.read(SOURCE);
        assertEquals(List.of(16, 24, 32, 48, 64, 128, 256), sizes(IconFile.ico(drawing)));
        assertEquals(
                List.of(16, 32, 32, 64, 128, 256, 512, 1024),
                sizes(IconFile.icns(drawing)).stream().sorted().toList());
    }

    @Test
    void whatTheBuildCannotDrawIsRefused() throws IOException {
        Path foreign = temp.resolve("foreign.svg");
        Files.writeString(
                foreign, "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>N</text></svg>");
        var refused = assertThrows(IllegalArgumentException.class, () -> Drawing.read(foreign));
        assertEquals("cannot draw <text>", refused.getMessage());
    }

    @Test
    void whatIsNoXmlIsSaidSo() throws IOException {
        Path broken = temp.resolve("broken.svg");
        Files.writeString(broken, "moon");
        assertThrows(IOException.class, () -> Drawing.read(broken));
    }

    private static List<Integer> sizes(byte[] file) throws IOException {
        return Pictures.in(file).all().stream().map(Pictures.Picture::size).toList();
    }
}
