package nearside.worker;

/// Why the worker process ends, as its exit code.
enum Exit {
    BYE(0),
    /// Started without the variable that keeps ONNX Runtime silent.
    TELEMETRY(64),
    /// The program is gone, or closed the pipe.
    PARENT_GONE(65),
    /// Bytes on the pipe that are not a frame.
    BAD_FRAME(66),
    /// ONNX Runtime cannot be loaded; the program was told why.
    NO_RUNTIME(67),
    /// An exception that nobody expected; it stands on the error stream.
    BUG(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /// Ends the process without waiting for anything, native work in progress included.
    void now() {
        if (this == PARENT_GONE) {
            Surroundings.deleteOwnFolder(); // else the parent does
        }
        Runtime.getRuntime().halt(code);
    }
}
