package nearside.worker.text;

import nearside.engine.Prompt;
import nearside.engine.Prompt.Line;
import nearside.engine.TokenIds;
import nearside.engine.folder.ModelFolder;
import nearside.worker.template.TemplateException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/// The text side of a model: its chat template and its tokenizer. Not safe for several threads.
public final class ModelText implements AutoCloseable {
    private final Path tokenizerFile;
    private final Tokenizer tokenizer;
    private final Conversation conversation;
    private final List<AddedToken> added;
    private final ControlTokens controls;
    private final String placeholder;
    private @Nullable Tokenizer literal;

    private ModelText(Path folder, String json) throws IOException {
        SecureRandom random = new SecureRandom();
        tokenizerFile = folder.resolve("tokenizer.json");
        conversation =
                new Conversation(
                        TokenizerConfig.read(folder), Clock.system(ZoneId.systemDefault()));
        added = TokenizerFile.addedTokens(json);
        controls = new ControlTokens(added, random);
        placeholder = Nonce.next(random);
        tokenizer = Tokenizer.open(json);
    }

    /// Opens `tokenizer.json` and the chat template, which is `chat_template.jinja` or stands in
    /// `tokenizer_config.json`.
    ///
    /// @throws TemplateException if there is no template that can be used
    public static ModelText open(ModelFolder folder) {
        try {
            String json = Files.readString(folder.path().resolve("tokenizer.json"));
            return new ModelText(folder.path(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Renders the prompt by the model's own template and tokenizes it.
    ///
    /// @throws TemplateException if the template refuses the conversation
    public TokenIds encode(Prompt prompt) {
        List<Line> lines = prompt.lines().stream().map(ModelText::sound).toList();
        TokenIds ids =
                switch (prompt.specials()) {
                    case AS_TOKENS -> tokenizer.encode(render(lines, prompt.ending()));
                    case AS_TEXT -> encodeAsText(lines, prompt.ending());
                };
        if (ids.count() == 0) {
            throw new TemplateException("the chat template makes nothing of this conversation");
        }
        return ids;
    }

    /// Tokens of a plain text, special tokens off.
    public int count(String text) {
        String sound = Surrogates.replaced(text);
        return controls.standIn(sound)
                ? literal().encode(sound).count()
                : tokenizer.encode(sound).count();
    }

    /// Turns the ids of one reply into text as they come, up to the first of the stop strings.
    public ReplyText reply(List<String> stops) {
        return new ReplyText(stream(), stops);
    }

    StreamedText stream() {
        return new StreamedText(tokenizer::decode, added);
    }

    /// The bytes of every token; read from the file anew.
    public TokenBytes tokenBytes() {
        try {
            return TokenBytes.of(Files.readString(tokenizerFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
        if (literal != null) {
            literal.close();
        }
    }

    /// The prompt as text, before it is tokenized.
    String render(List<Line> lines, Prompt.Ending ending) {
        return conversation.render(lines, ending, placeholder);
    }

    /// Where no control token was typed, the ordinary tokenizer does; the other one is opened only
    /// for those who type one.
    private TokenIds encodeAsText(List<Line> lines, Prompt.Ending ending) {
        if (lines.stream().noneMatch(line -> controls.standIn(line.text()))) {
            return tokenizer.encode(render(lines, ending));
        }
        List<Line> broken =
                lines.stream()
                        .map(line -> new Line(line.role(), controls.broken(line.text())))
                        .toList();
        return encodeLiterally(render(broken, ending));
    }

    /// Ids of a rendered text in which marks keep typed control tokens apart from the template's.
    TokenIds encodeLiterally(String rendered) {
        return literal().encode(controls.named(rendered));
    }

    /// The tokenizer that takes what is typed for text.
    private Tokenizer literal() {
        if (literal == null) {
            try {
                String json = Files.readString(tokenizerFile);
                literal = Tokenizer.open(TokenizerFile.renamed(json, controls.names()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return literal;
    }

    private static Line sound(Line line) {
        return new Line(line.role(), Surrogates.replaced(line.text()));
    }
}
