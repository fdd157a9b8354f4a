package nearside.desktop.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// All that the program says to people, in one language.
public final class Words {
    private final Locale locale;
    private final Properties texts;

    private Words(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /// Chinese for every Chinese locale, English for all others; numbers and dates by the locale.
    public static Words of(Locale locale) {
        Properties english = read("messages.properties", new Properties());
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? new Words(locale, read("messages_zh_CN.properties", english))
                : new Words(locale, english);
    }

    /// The text of that key with its arguments put in.
    public String of(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for the key " + key);
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public Locale locale() {
        return locale;
    }

    private static Properties read(String name, Properties fallback) {
        Properties texts = new Properties(fallback);
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }
}
