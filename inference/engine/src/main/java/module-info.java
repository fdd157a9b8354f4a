import org.jspecify.annotations.NullMarked;

/// What an engine is, what a model folder holds, and the worker process seen from the parent.
@NullMarked
@SuppressWarnings("module") // exports frames to nearside.worker, which is built later
module nearside.engine {
    requires static org.jspecify;
    requires com.google.gson;
    requires jdk.management;

    exports nearside.engine;
    exports nearside.engine.accelerator;
    exports nearside.engine.device;
    exports nearside.engine.folder;
    exports nearside.engine.local;
    exports nearside.engine.memory;
    exports nearside.engine.pack;
    exports nearside.engine.schema;
    exports nearside.engine.seal;
}
