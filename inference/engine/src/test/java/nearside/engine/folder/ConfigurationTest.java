package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearside.engine.folder.FolderFlaw.NativeCode;
import nearside.engine.folder.FolderFlaw.Unsupported;
import nearside.engine.folder.FolderFlaw.WrongValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What `genai_config.json` may say.
class ConfigurationTest {
    private static final String FILE = "genai_config.json";

    @TempDir Path temp;
    private FolderCopy copy = new FolderCopy(Path.of(""));

    @BeforeEach
    void copy() throws IOException {
        copy = FolderCopy.of("phi3-tiny-4k", temp);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 0 | num_hidden_layers | 0",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": -2 | num_hidden_layers | -2",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 2.5 | num_hidden_layers | 2.5",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": \"2\" | num_hidden_layers | \"2\"",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": [2] | num_hidden_layers | [2]",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 1e999999999 | num_hidden_layers | 1e999999999",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 4294967298 | num_hidden_layers | 4294967298",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 513 | num_hidden_layers | 513",
                "\"num_hidden_layers\": 2 | \"layers\": 2 | num_hidden_layers | nothing",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": null | num_hidden_layers | nothing",
                "\"num_key_value_heads\": 4 | \"num_key_value_heads\": 0 | num_key_value_heads | 0",
                "\"num_key_value_heads\": 4 | \"num_key_value_heads\": true | num_key_value_heads | true",
                "\"num_key_value_heads\": 4 | \"num_key_value_heads\": 5 | num_key_value_heads | 5",
                "\"head_size\": 16 | \"head_size\": 100000 | head_size | 100000",
                "\"filename\": \"model.onnx\" | \"filename\": \"../model.onnx\" | filename | \"../model.onnx\"",
                "\"filename\": \"model.onnx\" | \"filename\": \"/etc/passwd\" | filename | \"/etc/passwd\"",
                "\"filename\": \"model.onnx\" | \"filename\": \"C:model.onnx\" | filename | \"C:model.onnx\"",
                "\"filename\": \"model.onnx\" | \"filename\": \"tokenizer.json\" | filename | \"tokenizer.json\"",
                "\"filename\": \"model.onnx\" | \"filename\": \"\" | filename | \"\"",
                "\"filename\": \"model.onnx\" | \"filename\": 7 | filename | 7",
                "\"input_ids\": \"input_ids\" | \"input_ids\": \"tokens\" | inputs.input_ids | tokens",
                "\"logits\": \"logits\" | \"logits\": \"probabilities\" | outputs.logits | probabilities",
                "values.%d.key | values.key | inputs.past_key_names | \"past_key_values.key\"",
                "values.%d.key | values.%d.%d.key | inputs.past_key_names | \"past_key_values.%d.%d.key\"",
                "values.%d.key | values.%s.key | inputs.past_key_names | \"past_key_values.%s.key\"",
                "present.%d.value | present.%d.other | outputs.present_value_names | present.0.other",
            })
    void wrongDecoderValueIsNamed(String before, String after, String key, String found)
            throws IOException {
        var flaw = assertInstanceOf(WrongValue.class, copy.replace(FILE, before, after).flaw());
        assertEquals(FILE, flaw.file());
        assertEquals("model.decoder." + key, flaw.key());
        assertEquals(found, flaw.found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"vocab_size\": 32064 | \"vocab_size\": 0 | vocab_size | 0",
                "\"context_length\": 4096 | \"context_length\": -1 | context_length | -1",
                "\"context_length\": 4096 | \"context_length\": 99999999999999999999 | context_length | 99999999999999999999",
                "\"type\": \"phi3\" | \"type\": 3 | type | 3",
                "\"type\": \"phi3\" | \"type\": \"a b\" | type | \"a b\"",
                "32007 | \"x\" | eos_token_id[2] | \"x\"",
                "32007 | -1 | eos_token_id[2] | -1",
                "\"eos_token_id\" | \"eos\" | eos_token_id | nothing",
                "\"decoder\" | \"encoder_\" | decoder | nothing",
            })
    void wrongModelValueIsNamed(String before, String after, String key, String found)
            throws IOException {
        var flaw = assertInstanceOf(WrongValue.class, copy.replace(FILE, before, after).flaw());
        assertEquals(FILE, flaw.file());
        assertEquals("model." + key, flaw.key());
        assertEquals(found, flaw.found());
    }

    @Test
    void numbersWhoseProductIsInsaneAreRefused() throws IOException {
        copy.replace(FILE, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 512");
        copy.replace(FILE, "\"num_key_value_heads\": 4", "\"num_key_value_heads\": 512");
        copy.replace(FILE, "\"head_size\": 16", "\"head_size\": 1024");
        var flaw = assertInstanceOf(WrongValue.class, copy.flaw());
        assertEquals("model.decoder", flaw.key());
        assertEquals("2147483648 bytes", flaw.found());
    }

    @Test
    void moreLayersThanTheGraphHasAreRefused() throws IOException {
        copy.replace(FILE, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3");
        assertEquals(
                new WrongValue(
                        FILE,
                        "model.decoder.inputs.past_key_names",
                        "an input of the graph",
                        "past_key_values.2.key"),
                copy.flaw());
    }

    @Test
    void fewerLayersThanTheGraphHasAreRefused() throws IOException {
        copy.replace(FILE, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1");
        assertEquals(
                new Unsupported("a graph with an input \"past_key_values.1.key\""), copy.flaw());
    }

    @Test
    void emptyListOfEndsIsRefused() throws IOException {
        copy.replace(FILE, "\"eos_token_id\": [", "\"eos_token_id\": [], \"other\": [");
        assertEquals(
                new WrongValue(FILE, "model.eos_token_id", "at least one token", "[]"),
                copy.flaw());
    }

    @Test
    void singleEndIsTakenAsWell() throws IOException {
        copy.replace(FILE, "\"eos_token_id\": [", "\"eos_token_id\": 7, \"other\": [");
        assertEquals(Set.of(7), copy.sound().names().endOfReply());
    }

    @Test
    void absentNamesAreTheUsualOnes() throws IOException {
        var before = copy.sound().names();
        copy.replace(FILE, "\"inputs\"", "\"in\"").replace(FILE, "\"outputs\"", "\"out\"");
        assertEquals(before, copy.sound().names());
    }

    @Test
    void positionsAreAnInputWhereTheGraphHasThem() throws IOException {
        byte[] input = Proto.message().text(1, "position_ids").toBytes();
        copy.append(
                "model.onnx", Proto.message().inner(7, Proto.message().bytes(11, input)).toBytes());
        assertEquals(Optional.of("position_ids"), copy.sound().names().inputs().positions());
    }

    @Test
    void positionsNamedWithoutAnInputAreRefused() throws IOException {
        copy.replace(FILE, "\"inputs\": {", "\"inputs\": {\"position_ids\": \"places\",");
        assertEquals(
                new WrongValue(
                        FILE,
                        "model.decoder.inputs.position_ids",
                        "an input of the graph",
                        "places"),
                copy.flaw());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"custom_ops_library\": \"libortextensions.so\"",
                "\"custom_ops_library\": \"\"",
                "\"Custom_Ops_Library\": null",
                "\"custom_op_library_path\": \"anything\"",
                "\"a\": [[{\"b\": {\"custom_ops_library\": [\"x\"]}}]]",
                "\"provider_options\": [{\"Q N\": {\"backend_path\": \"QnnHtp.dll\"}}]",
                "\"provider_options\": [{\"ep_library\": \"x\"}]",
                "\"provider_options\": [\"QnnHtp.dll\"]",
                "\"x\": \"../libevil.SO\"",
                "\"x\": \"libevil.so.1.2\"",
                "\"x\": \"libevil.dylib\"",
                "\"x\": \"\\u002e\\u0073o\"",
                "\"custom_ops_library\": \"x.so\", \"custom_ops_library\": 1",
                "\"custom\\u005fops_library\": \"x\"",
            })
    void configurationThatNamesNativeCodeIsRefused(String entry) throws IOException {
        for (String place : new String[] {"\"session_options\": {", "\"search\": {"}) {
            String before = new String(copy.bytes(FILE), StandardCharsets.UTF_8);
            copy.replace(FILE, place, place + entry + ",");
            assertEquals(FILE, assertInstanceOf(NativeCode.class, copy.flaw()).file());
            copy.with(FILE, before);
        }
    }

    @Test
    void nativeCodeIsNamedWithItsPlace() throws IOException {
        copy.replace(FILE, "\"log_id\"", "\"custom_ops_library\": \"x.so\", \"log_id\"");
        assertEquals(
                new NativeCode(
                        FILE,
                        "model.decoder.session_options.custom_ops_library",
                        "custom_ops_library"),
                copy.flaw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision", "speech", "embedding", "encoder", "joiner"})
    void modelOfSeveralPartsIsUnsupported(String part) throws IOException {
        copy.replace(FILE, "\"model\": {", "\"model\": {\"" + part + "\": {\"filename\": \"a\"},");
        assertTrue(assertInstanceOf(Unsupported.class, copy.flaw()).what().contains(part));
    }

    @Test
    void decoderInSeveralGraphsIsUnsupported() throws IOException {
        copy.replace(FILE, "\"decoder\": {", "\"decoder\": {\"pipeline\": [],");
        assertEquals(new Unsupported("a decoder in several graphs"), copy.flaw());
    }

    @Test
    void separateBuffersAreUnsupported() throws IOException {
        copy.replace(FILE, "share_buffer\": true", "share_buffer\": false");
        assertInstanceOf(Unsupported.class, copy.flaw());
    }

    @Test
    void unsaidBuffersAreTakenAsShared() throws IOException {
        copy.replace(FILE, "\"search\"", "\"searching\"");
        assertEquals(4096, copy.sound().shape().window());
    }
}
