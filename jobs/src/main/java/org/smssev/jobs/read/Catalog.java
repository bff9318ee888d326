package org.smssev.jobs.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import org.smssev.common.table.DataFile;
import org.smssev.common.table.TableDef;
import org.smssev.common.table.TableDef.ColumnDef;
import org.smssev.common.table.ViewDef;
import org.smssev.common.table.Warehouse;
import org.smssev.common.tables.MetaTables;
import org.smssev.common.tables.Views;

/**
 * The tables of a run, each at the version that the run has of it, and the views over them, by name. Tables of {@code
 * meta}, which are about all runs, are at their heads.
 */
public final class Catalog {
    /** How builds before named files that stayed from an earlier version, beside those that were written with them. */
    private static final String CARRIED = "carried-";

    private final Warehouse warehouse;
    private final Map<String, TableDef> tables = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<String, ViewDef> views = new LinkedHashMap<>();

    /**
     * The catalog of a run.
     *
     * @param declared all tables that this program knows; of those the run may lack some, if older code made it
     */
    public Catalog(Warehouse warehouse, MetaTables.Run run, List<TableDef> declared) {
        this.warehouse = warehouse;
        Map<String, Long> published = new LinkedHashMap<>();
        run.tables().forEach(version -> published.put(version.table(), version.version()));
        for (TableDef def : declared) {
            if (def.stage().equals("meta")) {
                warehouse.head(def).ifPresent(version -> published.put(def.name(), version));
            }
            if (published.containsKey(def.name())) {
                tables.put(def.name(), def);
                versions.put(def.name(), published.get(def.name()));
            }
        }
        for (ViewDef view : Views.all()) {
            if (names().containsAll(view.reads())) {
                views.put(view.name(), view);
            }
        }
    }

    /** The names of tables and views, stage.table and views.view. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(tables.keySet());
        names.addAll(views.keySet());
        return names;
    }

    Collection<TableDef> tables() {
        return tables.values();
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** Runs a query on these tables and views. */
    public Dataset<Row> query(SparkSession spark, ReadOnlyQuery query) {
        statements(query.reads()).forEach(spark::sql);
        // What was checked is what runs: ${…} stands for itself.
        spark.conf().set("spark.sql.variable.substitute", "false");
        return spark.sql(query.text());
    }

    /**
     * The statements of Spark SQL after which a query can read these names: a view for each, with comments.
     *
     * @param wanted names of tables and views
     * @throws UserException with exit 3, if one of them reads a column that the run's tables lack
     */
    public List<String> statements(Collection<String> wanted) {
        for (String name : withWhatTheyRead(wanted)) {
            List<String> lacking = views.containsKey(name) ? lacking(views.get(name)) : List.of();
            if (!lacking.isEmpty()) {
                throw new UserException(
                        Exit.INPUT,
                        name + ": view not available for this run, because another version of smssev made it ("
                                + String.join(", ", lacking)
                                + " missing). Read a later run, or read the tables instead of the view.");
            }
        }
        return statements(wanted, UnaryOperator.identity(), this::source);
    }

    /**
     * What holds a version of a table: its files where they were written together, and all of their rows are in it, else
     * Delta's log, which Spark takes seconds to read.
     */
    private String source(TableDef def, long version) {
        Path folder = new Path(warehouse.location(def));
        Warehouse.Stored stored = warehouse.stored(def, version);
        List<Path> files = stored.paths().stream().map(Path::new).toList();
        boolean isTogether = stored.isWhole()
                && files.stream().noneMatch(f -> f.getName().startsWith(CARRIED))
                && (files.size() == 1
                        || !def.append()
                                && files.stream()
                                                .map(Path::getParent)
                                                .distinct()
                                                .count()
                                        == 1);
        String prefix = folder.toUri().getPath() + "/";
        List<String> below = files.stream()
                .map(file -> file.toUri().getPath())
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toList();
        List<Map<String, String>> told =
                stored.files().stream().map(DataFile::set).distinct().toList();
        if (!isTogether || files.isEmpty() || below.size() < files.size() || told.size() > 1) {
            return "delta." + Quoting.identifier(warehouse.location(def)) + " VERSION AS OF " + version;
        }
        String names = below.size() == 1 ? below.get(0) : "{" + String.join(",", below) + "}";
        String parquet = "parquet." + Quoting.identifier(folder + "/" + names);
        if (told.get(0).isEmpty()) {
            return parquet;
        }
        return told.get(0).entrySet().stream()
                .map(column -> Quoting.literal(column.getValue()) + " AS " + Quoting.identifier(column.getKey()))
                .sorted()
                .collect(Collectors.joining(", ", "(SELECT *, ", " FROM " + parquet + ")"));
    }

    /**
     * The same under other names, and without views that read what the run lacks.
     *
     * @param renamed the name to give to a table or view
     * @param source what holds a version of a table, as Spark SQL names it
     */
    List<String> statements(
            Collection<String> wanted, UnaryOperator<String> renamed, BiFunction<TableDef, Long, String> source) {
        Set<String> needed = withWhatTheyRead(wanted);
        Set<String> schemas = new TreeSet<>();
        List<String> statements = new ArrayList<>();
        for (TableDef def : tables.values()) {
            if (needed.contains(def.name())) {
                schemas.add(schema(renamed.apply(def.name())));
                List<String> columns = warehouse.columns(def, versions.get(def.name()));
                String query = "SELECT "
                        + String.join(
                                ", ", columns.stream().map(Quoting::identifier).toList())
                        + " FROM " + source.apply(def, versions.get(def.name()));
                statements.add(view(renamed.apply(def.name()), columns, def, query));
            }
        }
        for (ViewDef view : views.values()) {
            if (needed.contains(view.name()) && lacking(view).isEmpty()) {
                schemas.add(schema(renamed.apply(view.name())));
                statements.add(view(
                        renamed.apply(view.name()),
                        view.table().columns().stream().map(ColumnDef::name).toList(),
                        view.table(),
                        view.sql(renamed)));
            }
        }
        statements.addAll(
                0, schemas.stream().map(s -> "CREATE SCHEMA IF NOT EXISTS " + s).toList());
        return statements;
    }

    /** The declared columns that the tables behind a view lack in this run, as table.column. */
    private List<String> lacking(ViewDef view) {
        return view.reads().stream()
                .filter(tables::containsKey)
                .flatMap(name -> {
                    TableDef def = tables.get(name);
                    List<String> columns = warehouse.columns(def, versions.get(name));
                    return def.columns().stream()
                            .map(ColumnDef::name)
                            .filter(column -> !columns.contains(column))
                            .map(column -> name + "." + column);
                })
                .toList();
    }

    private Set<String> withWhatTheyRead(Collection<String> wanted) {
        Set<String> needed = new LinkedHashSet<>(wanted);
        List<ViewDef> backwards = new ArrayList<>(views.values());
        Collections.reverse(backwards);
        // A view reads none that follows it, so one pass from the last to the first finds all.
        backwards.stream().filter(view -> needed.contains(view.name())).forEach(view -> needed.addAll(view.reads()));
        return needed;
    }

    private static String view(String name, List<String> columns, TableDef def, String query) {
        Map<String, String> comments =
                def.columns().stream().collect(Collectors.toMap(ColumnDef::name, ColumnDef::comment));
        List<String> named = columns.stream()
                .map(column -> "  " + Quoting.identifier(column)
                        + (comments.containsKey(column) ? " COMMENT " + Quoting.literal(comments.get(column)) : ""))
                .toList();
        return "CREATE OR REPLACE VIEW " + name + " (\n" + String.join(",\n", named) + ")\nCOMMENT "
                + Quoting.literal(def.comment()) + "\nAS " + query;
    }

    private static String schema(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
