package nearside.copilot.borrow;

import nearside.copilot.borrow.mask.Mask;
import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.Tool;
import nearside.engine.ToolCall;

import java.util.List;
import java.util.stream.Stream;

/// A prompt as it leaves: without its conversation, and masked.
///
/// Names of tools and ids of calls stay as they are: both sides know them by these.
///
/// @param mask what was replaced, and how it is put back
record MaskedPrompt(Prompt prompt, Mask mask) {
    /// With place-holders in all that a person or a program wrote.
    ///
    /// @param region two letters of the country whose phone numbers are written without its code
    static MaskedPrompt of(Prompt prompt, String region) {
        Mask mask = new Mask(region, texts(prompt));
        Prompt masked =
                new Prompt(
                                prompt.lines().stream().map(it -> line(it, mask)).toList(),
                                prompt.ending(),
                                prompt.specials(),
                                prompt.sampling(),
                                prompt.replyLimit())
                        .offering(prompt.tools().stream().map(it -> tool(it, mask)).toList());
        return new MaskedPrompt(masked, mask);
    }

    private static List<String> texts(Prompt prompt) {
        Stream<String> lines =
                prompt.lines().stream()
                        .flatMap(line ->
                                Stream.concat(
                                        Stream.of(line.text()),
                                        line.calls().stream().map(ToolCall::arguments)));
        Stream<String> tools =
                prompt.tools().stream()
                        .flatMap(tool -> Stream.of(tool.description(), tool.parameters()));
        return Stream.concat(lines, tools).toList();
    }

    private static Line line(Line line, Mask mask) {
        return new Line(
                line.role(),
                mask.apply(line.text()),
                line.calls().stream().map(call -> call(call, mask)).toList(),
                line.answers());
    }

    private static ToolCall call(ToolCall call, Mask mask) {
        return new ToolCall(call.id(), call.name(), mask.applyToValues(call.arguments()));
    }

    private static Tool tool(Tool tool, Mask mask) {
        return new Tool(
                tool.name(), mask.apply(tool.description()), mask.applyToSchema(tool.parameters()));
    }
}
