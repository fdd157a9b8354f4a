package nearside.engine.local;

import java.io.IOException;

/// Bytes that are not a frame, or a frame that may not be sent.
public final class FrameException extends IOException {
    private static final long serialVersionUID = 1;

    public FrameException(String problem) {
        super(problem);
    }
}
