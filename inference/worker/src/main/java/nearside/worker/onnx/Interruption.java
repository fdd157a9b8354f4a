package nearside.worker.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/// Lets another thread end the runs of one reply: the one in progress and all later ones fail.
public final class Interruption implements AutoCloseable {
    private final OrtSession.RunOptions options;
    private boolean closed;

    Interruption() throws OrtException {
        options = new OrtSession.RunOptions();
    }

    OrtSession.RunOptions options() {
        return options;
    }

    /// Harmless when closed.
    public synchronized void raise() {
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("setTerminate", e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            options.close();
        }
    }
}
