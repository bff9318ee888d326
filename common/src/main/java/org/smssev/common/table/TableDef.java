package org.smssev.common.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the annotations of a table's record say.
 *
 * @param type the record
 * @param name {@code stage.table}
 * @param comment what the table holds
 * @param key names of the key's columns
 * @param large whether Spark writes it
 * @param byPlace whether few of its rows may be read by their places
 * @param append whether rows are only added
 * @param columns the columns in order
 */
public record TableDef(
        Class<? extends Record> type,
        String name,
        String comment,
        List<String> key,
        boolean large,
        boolean byPlace,
        boolean append,
        List<ColumnDef> columns) {
    private static final ConcurrentHashMap<Class<?>, TableDef> CACHE = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Class<?>, List<ColumnDef>> COLUMNS = new ConcurrentHashMap<>();
    /** Looked up once: the JVM makes the components of a record anew each time. */
    private static final ConcurrentHashMap<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    /** A column: a record component and its annotation. */
    public record ColumnDef(
            String name,
            RecordComponent component,
            Kind kind,
            Class<?> element,
            boolean nullable,
            String comment,
            double min,
            double max,
            List<String> oneOf,
            boolean filled,
            boolean plain,
            boolean perFile) {
        /** Whether not every number is allowed. */
        boolean hasRange() {
            return TableDef.hasRange(min, max);
        }

        /** The column's value in a row. */
        public Object value(Record row) {
            try {
                return component.getAccessor().invoke(row);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
    }

    /** Types of columns. */
    public enum Kind {
        STRING,
        LONG,
        INT,
        DOUBLE,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        STRINGS,
        STRUCTS
    }

    /** The declaration of a table. */
    public static TableDef of(Class<? extends Record> type) {
        return CACHE.computeIfAbsent(type, t -> parse(type));
    }

    /** The columns of any record whose components are annotated, also of one nested in a table. */
    public static List<ColumnDef> columnsOf(Class<?> type) {
        return COLUMNS.computeIfAbsent(
                type,
                t -> Arrays.stream(t.getRecordComponents())
                        .map(TableDef::column)
                        .toList());
    }

    /** The stage part of the name. */
    public String stage() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The table part of the name. */
    public String table() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The column of that name. */
    public ColumnDef column(String column) {
        return columns.stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Table " + name + " has no column " + column));
    }

    /** The names of the columns that have one value in all rows of a data file. */
    public List<String> perFile() {
        return columns.stream().filter(ColumnDef::perFile).map(ColumnDef::name).toList();
    }

    /** Compares rows by key; every type of key column has a natural order. */
    public Comparator<Record> keyOrder() {
        List<ColumnDef> keys = key.stream().map(this::column).toList();
        return (a, b) -> {
            for (ColumnDef k : keys) {
                int c = compare(k.value(a), k.value(b));
                if (c != 0) {
                    return c;
                }
            }
            return 0;
        };
    }

    @SuppressWarnings("unchecked") // both values come from the same comparable column
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    /** Makes a row from its values in column order. */
    public static <T> T newRow(Class<T> type, Object[] values) {
        try {
            return type.cast(
                    CONSTRUCTORS.computeIfAbsent(type, TableDef::constructor).newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a row of " + type.getSimpleName(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is no record", e);
        }
    }

    private static TableDef parse(Class<? extends Record> type) {
        Table t = type.getAnnotation(Table.class);
        if (t == null) {
            throw new IllegalArgumentException(type + " is not annotated with @Table");
        }
        TableDef def = new TableDef(
                type, t.name(), t.comment(), List.of(t.key()), t.large(), t.byPlace(), t.append(), columnsOf(type));
        def.key.forEach(def::column);
        return def;
    }

    private static ColumnDef column(RecordComponent c) {
        Column a = c.getAnnotation(Column.class);
        if (a == null) {
            throw new IllegalArgumentException(c + " of " + c.getDeclaringRecord() + " is not annotated with @Column");
        }
        if (a.nullable() && c.getType().isPrimitive()) {
            throw new IllegalArgumentException(c + " is primitive, so it cannot be nullable");
        }
        // As for constructors: else each call looks up who makes it, and whether he may.
        c.getAccessor().setAccessible(true);
        Class<?> element = null;
        Kind kind;
        if (List.class.equals(c.getType())) {
            Type arg = ((ParameterizedType) c.getGenericType()).getActualTypeArguments()[0];
            element = (Class<?>) arg;
            kind = element == String.class ? Kind.STRINGS : Kind.STRUCTS;
        } else {
            kind = kind(c.getType());
        }
        if ((a.filled() || a.oneOf().length > 0) && kind != Kind.STRING) {
            throw new IllegalArgumentException(c + " is no text, so it is neither filled nor one of some");
        }
        if (a.perFile() && (kind != Kind.STRING || a.nullable())) {
            throw new IllegalArgumentException(c + " is no text that is always there, so no file has it as one value");
        }
        if (hasRange(a.min(), a.max()) && kind != Kind.LONG && kind != Kind.INT && kind != Kind.DOUBLE) {
            throw new IllegalArgumentException(c + " is no number, so it has no range");
        }
        return new ColumnDef(
                snake(c.getName()),
                c,
                kind,
                element,
                a.nullable(),
                a.value(),
                a.min(),
                a.max(),
                List.of(a.oneOf()),
                a.filled(),
                a.plain(),
                a.perFile());
    }

    private static boolean hasRange(double min, double max) {
        return min != Double.NEGATIVE_INFINITY || max != Double.POSITIVE_INFINITY;
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.STRING;
        } else if (Set.of(long.class, Long.class).contains(type)) {
            return Kind.LONG;
        } else if (Set.of(int.class, Integer.class).contains(type)) {
            return Kind.INT;
        } else if (Set.of(double.class, Double.class).contains(type)) {
            return Kind.DOUBLE;
        } else if (Set.of(boolean.class, Boolean.class).contains(type)) {
            return Kind.BOOLEAN;
        } else if (type == LocalDate.class) {
            return Kind.DATE;
        } else if (type == Instant.class) {
            return Kind.TIMESTAMP;
        }
        throw new IllegalArgumentException("No column can hold a " + type);
    }

    /** {@code publicationNumber} to {@code publication_number}; a digit after a letter starts no new word. */
    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
