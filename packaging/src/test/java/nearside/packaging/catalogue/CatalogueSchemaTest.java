package nearside.packaging.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import nearside.packaging.catalogue.SignCatalogue.Answer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the published schema takes the program takes, and the other way round, as far as a schema
/// can say it.
class CatalogueSchemaTest {
    private static final Path MODELS = Path.of(System.getProperty("nearside.models"));

    @TempDir private Path folder;
    private Path key;

    @BeforeEach
    void makeKey() throws Exception {
        key = folder.resolve("key.pem");
        assertInstanceOf(
                Answer.Done.class, SignCatalogue.answer(List.of("new-key", key.toString())));
    }

    private static String real() throws IOException {
        return Files.readString(MODELS.resolve("catalogue.json"));
    }

    private static Schema schema() throws IOException {
        Path schema = MODELS.resolveSibling("docs/formats/catalogue.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON);
    }

    private boolean programTakes(String text) throws Exception {
        Path catalogue = Files.writeString(folder.resolve("catalogue.json"), text);
        return SignCatalogue.answer(List.of("sign", key.toString(), catalogue.toString()))
                instanceof Answer.Done;
    }

    private void bothSay(boolean taken, String text) throws Exception {
        assertEquals(taken, schema().validate(text, InputFormat.JSON).isEmpty(), text);
        assertEquals(taken, programTakes(text), text);
    }

    @Test
    void theRealOneIsTaken() throws Exception {
        bothSay(true, real());
    }

    /// The example of the document too.
    @Test
    void theExampleIsTaken() throws Exception {
        String markdown = Files.readString(MODELS.resolveSibling("docs/formats/catalogue.md"));
        int start = markdown.indexOf("```json\n") + "```json\n".length();
        bothSay(true, markdown.substring(start, markdown.indexOf("```", start)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "'serial': 1|'serial': 9007199254740992",
                "'emphasis': 'speed',|@@",
                "'cpu'|'cuda'",
                "'revision': 'main'|'revision': '0123456789abcdef0123456789abcdef01234567'",
                "'shape': {'layers': 32, 'kv_heads': 32, 'head_size': 96, 'vocabulary': 32064},|@@",
                "'Phi-3 mini'|'模型'"
            })
    void bothTake(String before, String after) throws Exception {
        bothSay(true, changed(before, after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "'format': 1|'format': 2",
                "'serial': 1|'serial': 0",
                "'serial': 1|'serial': 1, 'more': 1",
                "'issued': '2026|'issued': '26",
                "'id': 'phi-3-mini-4k'|'id': 'Phi'",
                "'id': 'phi-3-mini-4k'|'id': 'nul'",
                "'id': 'phi-3-mini-4k',|@@",
                "'name': 'Phi-3 mini'|'name': ' '",
                "'MIT'|'M I T'",
                "'https://spdx|'http://spdx",
                "['en']|[]",
                "['en']|['en', 'en']",
                "['en']|['EN']",
                "4096|0",
                "'layers': 32|'layers': 0",
                "'layers': 32,|@@",
                "'cpu'|'webgpu'",
                "'speed'|'fast'",
                "'main'|'v1'",
                "'folder': '|'folder': '../",
                "'folder': '|'folder': '/",
                "'repository': 'microsoft/|'repository': '",
                "2725453459|-1"
            })
    void bothRefuse(String before, String after) throws Exception {
        bothSay(false, changed(before, after));
    }

    private static String changed(String before, String after) throws IOException {
        String real = real();
        String found = before.replace('\'', '"');
        int first = real.indexOf(found);
        return real.substring(0, first)
                + after.replace('\'', '"')
                + real.substring(first + found.length());
    }
}
