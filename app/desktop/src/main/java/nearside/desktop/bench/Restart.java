package nearside.desktop.bench;

/// Keeps what a worker has read, ends it, and starts another, which loads the model.
public interface Restart {
    void run() throws InterruptedException;
}
