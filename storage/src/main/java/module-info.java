import org.jspecify.annotations.NullMarked;

/// Remembers: the only SQL and the only profile files.
@NullMarked
@SuppressWarnings("module") // the window is built later
module nearside.storage {
    requires static org.jspecify;
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    requires com.google.gson;

    exports nearside.storage;
    exports nearside.storage.far;
    exports nearside.storage.policy;
    exports nearside.storage.shelf;
    exports nearside.storage.json to
            nearside.copilot;
    exports nearside.storage.folder to
            nearside.desktop;
    exports nearside.storage.index to
            nearside.copilot;
    exports nearside.storage.ledger;
    exports nearside.storage.past;
    exports nearside.storage.past.page;
    exports nearside.storage.search;
}
