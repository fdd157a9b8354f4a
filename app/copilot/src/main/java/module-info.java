import org.jspecify.annotations.NullMarked;

/// Decides: no UI, no SQL, no network, no native code.
@NullMarked
module nearside.copilot {
    requires static org.jspecify;
    requires transitive nearside.engine;
    requires transitive nearside.storage;
    requires transitive com.google.gson;

    exports nearside.copilot.device;
    exports nearside.copilot.models;
    exports nearside.copilot.orchestrator;
}
