package nearside.storage.campaign;

import java.io.IOException;

/// No file of a process may grow beyond a size: the write that would is cut short there, and those
/// behind it fail.
record SizeLimit(long process) implements Hindrance {
    static SizeLimit of(long process, long bytes) throws IOException, InterruptedException {
        SizeLimit limit = new SizeLimit(process);
        if (limit.set(bytes + ":") != 0) {
            throw new IOException("prlimit: no limit of " + bytes);
        }
        return limit;
    }

    /// The kernel does not tell.
    @Override
    public boolean happened() {
        return false;
    }

    /// A process that is gone has no limit.
    @Override
    public void clear() throws IOException, InterruptedException {
        set("unlimited:");
    }

    @Override
    public void ended() {}

    @Override
    public void close() {}

    private int set(String soft) throws IOException, InterruptedException {
        return new ProcessBuilder("prlimit", "--pid", process + "", "--fsize=" + soft)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
