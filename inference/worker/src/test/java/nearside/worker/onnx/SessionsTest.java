package nearside.worker.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void threadsSpinWhileAReplyIsWritten() throws OrtException {
        try (SessionOptions options = Sessions.options()) {
            assertEquals("1", options.getConfigEntries().get(Sessions.SPINNING));
        }
    }
}
