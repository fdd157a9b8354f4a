package nearside.desktop.catalogue;

import nearside.copilot.orchestrator.Wanted;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long conversations a person wants to have.
///
/// @param tokens prompt and reply together
record Length(int tokens) {
    static final Length USUAL = new Length(Wanted.USUAL.tokens());

    static final List<Length> ALL =
            Stream.concat(
                            Stream.of(USUAL),
                            IntStream.iterate(4_096, tokens -> tokens <= 131_072, it -> it * 2)
                                    .mapToObj(Length::new))
                    .toList();

    Wanted wanted() {
        return equals(USUAL) ? Wanted.USUAL : Wanted.context(tokens);
    }
}
