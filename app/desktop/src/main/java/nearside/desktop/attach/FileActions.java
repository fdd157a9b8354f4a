package nearside.desktop.attach;

import java.util.function.Consumer;

/// What can be done with an attached file.
public interface FileActions {
    /// Shows what is in it.
    void open(Attached file);

    /// Hands over what is in it; nothing where it cannot be read any more.
    void read(Attached file, Consumer<byte[]> shown);
}
