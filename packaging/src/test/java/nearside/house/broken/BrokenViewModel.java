package nearside.house.broken;

import javafx.scene.Node;

/// A view model that knows a scene.
record BrokenViewModel(Node node) {}
