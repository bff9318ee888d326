package org.smssev.jobs.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;

/**
 * Some rows and columns of one table, declared once: the same declaration picks them in memory, for the page, and writes
 * the query by which a reader gets the same from the warehouse. Order and limits are part of it, so both give the same
 * rows in the same order.
 *
 * @param id name of the extract in the page
 * @param table the table
 * @param columns columns in the order shown
 * @param conditions all of them hold for each row
 * @param order columns to order by; nulls come last either way
 * @param most number of rows kept in each group, by the order; less than 0 for all
 * @param group columns that make a group; none for a single one
 */
record Extract(
        String id,
        TableDef table,
        List<ColumnDef> columns,
        List<Condition> conditions,
        List<Order> order,
        int most,
        List<String> group) {
    /** Names of columns that are words of SQL too. */
    private static final Set<String> KEYWORDS = Set.of("full", "union", "both", "check", "limit");

    /** A condition on a row, in SQL and in memory. */
    record Condition(String sql, Predicate<Record> holds) {}

    /** A column to order by. */
    record Order(ColumnDef column, boolean down) {
        String sql() {
            return column.name() + (down ? " DESC" : "") + (column.nullable() ? " NULLS LAST" : "");
        }

        @SuppressWarnings("unchecked") // both values come from the same comparable column
        Comparator<Record> comparator() {
            Comparator<Comparable<Object>> values = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return Comparator.comparing(row -> (Comparable<Object>) column.value(row), Comparator.nullsLast(values));
        }
    }

    /** The whole table in the order of its key. */
    static Extract of(String id, Class<? extends Record> type) {
        TableDef table = TableDef.of(type);
        return new Extract(id, table, table.columns(), List.of(), List.of(), -1, List.of()).by(table.key());
    }

    /** Only these columns, in this order. */
    Extract columns(String... names) {
        return new Extract(id, table, Arrays.stream(names).map(table::column).toList(), conditions, order, most, group);
    }

    /** All columns but these. */
    Extract without(String... names) {
        Set<String> left = Set.of(names);
        return columns(table.columns().stream()
                .map(ColumnDef::name)
                .filter(name -> !left.contains(name))
                .toArray(String[]::new));
    }

    /** Rows whose value is one of these. */
    Extract where(String column, String... values) {
        ColumnDef of = table.column(column);
        Set<String> allowed = Set.of(values);
        String literals = Arrays.stream(values).map(Extract::literal).collect(Collectors.joining(", "));
        String sql = values.length == 1 ? column + " = " + literals : column + " IN (" + literals + ")";
        return and(new Condition(sql, row -> allowed.contains(of.value(row))));
    }

    /** Rows whose value is among those of a column of another extract. */
    Extract among(String column, Extract other, String otherColumn, List<? extends Record> otherRows) {
        ColumnDef of = table.column(column);
        ColumnDef in = other.table.column(otherColumn);
        Set<Object> allowed = new HashSet<>();
        other.pick(otherRows).forEach(row -> allowed.add(in.value(row)));
        return and(new Condition(
                column + " IN (SELECT " + otherColumn + " FROM (" + other.sql() + "))",
                row -> allowed.contains(of.value(row))));
    }

    private Extract and(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Extract(id, table, columns, List.copyOf(all), order, most, group);
    }

    /** Ordered by these columns, greatest first where a minus stands before the name, then by the key. */
    Extract orderedBy(String... names) {
        List<String> all = new ArrayList<>(List.of(names));
        table.key().stream().filter(key -> !all.contains(key)).forEach(all::add);
        return by(all);
    }

    private Extract by(List<String> names) {
        List<Order> orders = names.stream()
                .map(name -> name.startsWith("-")
                        ? new Order(table.column(name.substring(1)), true)
                        : new Order(table.column(name), false))
                .toList();
        return new Extract(id, table, columns, conditions, orders, most, group);
    }

    /** Only the first rows of each group. */
    Extract first(int rows, String... ofEach) {
        return new Extract(id, table, columns, conditions, order, Math.max(0, rows), List.of(ofEach));
    }

    /** The query that gives the rows, for {@code smssev sql}. */
    String sql() {
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
        String where = conditions.isEmpty()
                ? ""
                : " WHERE " + conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
        String orders = order.stream().map(Order::sql).collect(Collectors.joining(", "));
        if (group.isEmpty()) {
            return "SELECT " + names + " FROM " + table.name() + where + " ORDER BY " + orders
                    + (most >= 0 ? " LIMIT " + most : "");
        }
        String sorted = group.stream()
                .map(name -> new Order(table.column(name), false).sql())
                .collect(Collectors.joining(", "));
        return "SELECT " + names + " FROM (SELECT *, row_number() OVER (PARTITION BY " + String.join(", ", group)
                + " ORDER BY " + orders + ") AS place FROM " + table.name() + where + ") WHERE place <= " + most
                + " ORDER BY " + sorted + ", place";
    }

    /** The rows of the extract among all rows of the table, in its order. */
    List<Record> pick(List<? extends Record> rows) {
        Comparator<Record> comparator = order.stream()
                .map(Order::comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        List<ColumnDef> groups = group.stream().map(table::column).toList();
        Comparator<Record> whole = groups.stream()
                .map(column -> new Order(column, false).comparator())
                .reduce(Comparator::thenComparing)
                .map(first -> first.thenComparing(comparator))
                .orElse(comparator);
        List<Record> picked = new ArrayList<>();
        for (Record row : rows) {
            if (conditions.stream().allMatch(condition -> condition.holds().test(row))) {
                picked.add(row);
            }
        }
        picked.sort(whole);
        if (most < 0) {
            return picked;
        }
        Map<List<Object>, Integer> seen = new HashMap<>();
        picked.removeIf(row -> seen.merge(groups.stream().map(c -> c.value(row)).toList(), 1, Integer::sum) > most);
        return picked;
    }

    /** What the page holds of the extract: its table, its query, the names of the columns, and the rows as values. */
    Map<String, Object> view(List<? extends Record> rows) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("table", table.name());
        view.put("sql", sql());
        view.put("columns", columns.stream().map(ColumnDef::name).toList());
        Map<String, Object> fields = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> column.kind() == TableDef.Kind.STRUCTS)
                .forEach(column -> fields.put(
                        column.name(),
                        TableDef.columnsOf(column.element()).stream()
                                .map(ColumnDef::name)
                                .toList()));
        view.put("fields", fields);
        view.put(
                "rows",
                pick(rows).stream()
                        .map(row -> columns.stream()
                                .map(column -> plain(column.value(row)))
                                .toList())
                        .toList());
        return view;
    }

    /** Dates as texts, structures as the values of their fields, whose names {@code fields} of the view gives. */
    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Extract::plain).toList();
        }
        if (value instanceof Record row) {
            return TableDef.columnsOf(row.getClass()).stream()
                    .map(column -> plain(column.value(row)))
                    .toList();
        }
        return value instanceof LocalDate date ? date.toString() : value;
    }

    /** A column's name as it may stand in a query. */
    private static String quoted(String column) {
        return KEYWORDS.contains(column) ? "`" + column + "`" : column;
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
