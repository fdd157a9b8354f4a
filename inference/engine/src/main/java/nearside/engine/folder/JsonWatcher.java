package nearside.engine.folder;

/// Sees every name and every text of a JSON file, with the path to it.
interface JsonWatcher {
    /// Lets everything pass.
    JsonWatcher BLIND =
            new JsonWatcher() {
                @Override
                public void name(String name, String path) {}

                @Override
                public void text(String text, String path) {}
            };

    void name(String name, String path) throws Flawed;

    void text(String text, String path) throws Flawed;
}
