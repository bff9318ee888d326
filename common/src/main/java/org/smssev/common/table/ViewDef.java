package org.smssev.common.table;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the annotations of a view's record say.
 *
 * @param table name, comment, key and columns
 * @param sql the query
 */
public record ViewDef(TableDef table, String sql) {
    /** A table or view in a query; no alias there is the name of a schema. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:ingest|survey|measure|screen|supplement|evaluate|grade|meta|views)\\.[a-z0-9_]+\\b");

    /** The declaration of a view. */
    public static ViewDef of(Class<? extends Record> type) {
        View view = type.getAnnotation(View.class);
        if (view == null) {
            throw new IllegalArgumentException(type + " is not annotated with @View");
        }
        return new ViewDef(TableDef.of(type), view.value().strip());
    }

    /** The declarations of views. */
    public static List<ViewDef> of(Collection<Class<? extends Record>> types) {
        return types.stream().map(ViewDef::of).toList();
    }

    /** The name, {@code views.view}. */
    public String name() {
        return table.name();
    }

    /** The tables and views that the query reads. */
    public Set<String> reads() {
        return new TreeSet<>(NAME.matcher(sql).results().map(MatchResult::group).toList());
    }

    /** The query with other names for what it reads. */
    public String sql(UnaryOperator<String> renamed) {
        return NAME.matcher(sql).replaceAll(name -> Matcher.quoteReplacement(renamed.apply(name.group())));
    }
}
