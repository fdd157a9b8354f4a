package nearside.engine.folder;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an ONNX file says about itself: its inputs with their shapes, its outputs, and how much of
/// which other files it needs.
///
/// @param inputs by their names
/// @param data bytes needed of each file that holds tensors, by the location the graph gives
record Graph(Map<String, Port> inputs, Set<String> outputs, SortedMap<String, Long> data) {
    Graph {
        inputs = Map.copyOf(inputs);
        outputs = Set.copyOf(outputs);
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }
}
