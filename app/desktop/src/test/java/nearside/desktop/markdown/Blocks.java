package nearside.desktop.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All words of blocks, in their order.
final class Blocks {
    private Blocks() {}

    static String text(List<Block> blocks) {
        return blocks.stream().flatMap(Blocks::lines).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Block.Prose(Line line) -> Stream.of(line.text());
            case Block.Heading(int _, Line line) -> Stream.of(line.text());
            case Block.Formula(String _, String source) -> Stream.of(source);
            case Block.Code(String language, String text) -> Stream.of(language, text);
            case Block.Quote(List<Block> blocks) -> Stream.of(text(blocks));
            case Block.Items items -> items.items().stream().map(item -> text(item.blocks()));
            case Block.Table table ->
                    table.rows().stream().flatMap(row -> row.cells().stream()).map(Line::text);
            case Block.Rule() -> Stream.of();
        };
    }
}
