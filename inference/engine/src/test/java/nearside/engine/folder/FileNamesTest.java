package nearside.engine.folder;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "genai_config.json",
                "tokenizer.json",
                "tokenizer_config.json",
                "config.json",
                "LICENSE",
                "model.onnx",
                "phi3-mini-4k-instruct-cpu-int4.onnx.data",
                "weights.onnx_data_3"
            })
    void whatMicrosoftsBuilderWritesBelongs(String name) {
        assertTrue(FileNames.belongs(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "configuration_phi3.py",
                "model.exe",
                "model.onnx.exe",
                "a/model.onnx",
                "..\\model.onnx",
                "../config.json",
                ".onnx",
                "model.onnx\0",
                "model .onnx",
                "other.json"
            })
    void whatIsCodeOrElsewhereDoesNot(String name) {
        assertFalse(FileNames.belongs(name));
    }
}
