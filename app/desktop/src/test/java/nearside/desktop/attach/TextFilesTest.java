package nearside.desktop.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import nearside.desktop.attach.Reading.Why;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

class TextFilesTest {
    @TempDir Path folder;

    private Reading read(TextFiles texts, byte[] bytes) throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.write(file, bytes);
        return texts.read(file);
    }

    private Reading read(byte[] bytes) throws IOException {
        return read(TextFiles.of(Locale.ENGLISH), bytes);
    }

    private static Reading text(String text) {
        return new Reading.Text("notes.txt", text);
    }

    private static Reading refused(Why why, long bytes) {
        return new Reading.Refused("notes.txt", why, bytes);
    }

    @Test
    void textsAreReadInTheEncodingsThatPeopleHave() throws IOException {
        assertEquals(text("größer 月"), read("größer 月".getBytes(UTF_8)));
        assertEquals(text("größer 月"), read("\uFEFFgrößer 月".getBytes(UTF_8)));
        assertEquals(text("größer 月"), read("größer 月".getBytes(UTF_16)));
        assertEquals(text("größer"), read("größer".getBytes(ISO_8859_1)));
        assertEquals(
                text("月亮"),
                read(TextFiles.of(Locale.CHINA), "月亮".getBytes(Charset.forName("GB18030"))));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertEquals(
                new Reading.Refused("gone.txt", Why.UNREADABLE, 0),
                TextFiles.of(Locale.ENGLISH).read(folder.resolve("gone.txt")));
        assertEquals(
                new Reading.Refused(String.valueOf(folder.getFileName()), Why.FOLDER, 0),
                TextFiles.of(Locale.ENGLISH).read(folder));
    }

    @Test
    void whatIsEmptyOrLargeIsRefused() throws IOException {
        assertEquals(refused(Why.EMPTY, 0), read(new byte[0]));
        TextFiles few = new TextFiles(UTF_8, 4);
        assertEquals(text("four"), read(few, "four".getBytes(UTF_8)));
        assertEquals(refused(Why.LARGE, 5), read(few, "five!".getBytes(UTF_8)));
        TextFiles older = new TextFiles(ISO_8859_1, 4);
        assertEquals(
                refused(Why.LARGE, 6),
                read(older, "äöü".getBytes(ISO_8859_1)),
                "as it is kept, it is larger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504e470d0a1a0a0000000d",
                "ffd8ffe000104a464946",
                "474946383961",
                "424d36000000",
                "524946461a00000057454250"
            })
    void aPictureIsToldFromOtherFiles(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(refused(Why.PICTURE, bytes.length), read(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"504b0304140000", "7f454c4602010100", "0061", "255044462d312e370a00"})
    void whatIsNoTextIsRefused(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(refused(Why.NO_TEXT, bytes.length), read(bytes));
    }
}
