package nearside.storage;

import nearside.storage.Contents.Column;
import nearside.storage.database.Session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a person keeps to use again. No two of a kind have the same name.
public final class Templates {
    private static final String ALL = "SELECT id, kind, name, text FROM template WHERE kind = ?";

    private static final String PUT =
            """
            INSERT INTO template (id, kind, name, text) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text
            """;

    private final Store store;
    private final TimeOrderedIds ids;

    Templates(Store store, TimeOrderedIds ids) {
        this.store = store;
        this.ids = ids;
    }

    /// By name. One that cannot be read any more is left out.
    public List<Template> of(Template.Kind kind) {
        Collator byLanguage = Collator.getInstance(Locale.getDefault());
        return store.read(session -> all(session, kind)).stream()
                .sorted(
                        Comparator.comparing(Template::name, byLanguage)
                                .thenComparing(Template::id))
                .toList();
    }

    /// Keeps one, in the place of the one with its id or its name.
    public Template put(Template template) {
        String name = Labels.line(template.name());
        return store.write(session -> {
            Optional<Template> there =
                    all(session, template.kind()).stream()
                            .filter(other -> other.name().equals(name))
                            .findFirst();
            String id =
                    there.map(Template::id)
                            .orElseGet(() -> template.id().isEmpty() ? ids.next() : template.id());
            if (!template.id().isEmpty() && !template.id().equals(id)) {
                remove(session, template.id());
            }
            Template kept = new Template(id, template.kind(), name, template.text());
            session.change(
                    PUT,
                    id,
                    kept.kind().name(),
                    store.contents().seal(Column.TEMPLATE_NAME.in(id), kept.name()),
                    store.contents().seal(Column.TEMPLATE.in(id), kept.text()));
            return kept;
        });
    }

    /// Harmless for one that is gone.
    public void remove(Template template) {
        store.write(session -> remove(session, template.id()));
    }

    private static int remove(Session session, String id) throws SQLException {
        return session.change("DELETE FROM template WHERE id = ?", id);
    }

    private List<Template> all(Session session, Template.Kind kind) throws SQLException {
        return session.rows(ALL, this::template, kind.name()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Template> template(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Template.Kind kind = Template.Kind.valueOf(row.getString("kind"));
        Optional<String> text = store.contents().text(Column.TEMPLATE.in(id), row.getBytes("text"));
        return store.contents()
                .text(Column.TEMPLATE_NAME.in(id), row.getBytes("name"))
                .flatMap(name -> text.map(it -> new Template(id, kind, name, it)));
    }
}
