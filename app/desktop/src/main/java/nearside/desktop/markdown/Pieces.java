package nearside.desktop.markdown;

import java.util.List;

/// A text in blocks, each with the Markdown that it was made of.
///
/// @param sources one for each block; empty for one whose Markdown stands at the block before it
record Pieces(List<Block> blocks, List<String> sources) {
    static final Pieces NONE = new Pieces(List.of(), List.of());

    Pieces {
        blocks = List.copyOf(blocks);
        sources = List.copyOf(sources);
    }
}
