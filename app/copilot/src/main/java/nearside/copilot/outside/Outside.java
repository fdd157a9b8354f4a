package nearside.copilot.outside;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What lies at a path that a person names.
public sealed interface Outside {
    /// A folder to be checked, or nothing at all.
    record Folder(Path path) implements Outside {
        public Folder {
            Objects.requireNonNull(path);
        }
    }

    record Zip(Path file) implements Outside {
        public Zip {
            Objects.requireNonNull(file);
        }
    }

    /// Nothing that could be brought in as it is.
    sealed interface NoModel extends Outside {}

    /// A model of another form.
    record OtherFormat(FormatKind kind) implements NoModel {
        public OtherFormat {
            Objects.requireNonNull(kind);
        }
    }

    /// Several model folders below the one that was named.
    ///
    /// @param folders relative to it, with `/` between their steps
    record SeveralInside(List<String> folders) implements NoModel {
        public SeveralInside {
            folders = List.copyOf(folders);
        }
    }
}
