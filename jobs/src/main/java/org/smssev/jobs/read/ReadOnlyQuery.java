package org.smssev.jobs.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.execution.command.ExplainCommand;
import org.apache.spark.sql.internal.SQLConf;
import org.smssev.common.UserException;
import org.smssev.common.UserException.Exit;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A query of Spark SQL that only reads, and only tables and views that there are. It is read off the parsed plan, in
 * which every part must be known to be harmless: so no statement that changes anything passes, whatever its words, and no
 * file, by whatever name of a format, is a table.
 */
public final class ReadOnlyQuery {
    private final String text;
    private final Set<String> known;
    private final Set<String> named = new HashSet<>();
    private final Set<String> read = new TreeSet<>();

    private ReadOnlyQuery(String text, Collection<String> known) {
        this.text = text;
        this.known = Set.copyOf(known);
    }

    /**
     * Checks a query; starts no Spark.
     *
     * @param known the names of the tables and views that there are, stage.table
     * @throws UserException with exit 2, if it is no query, does more than read, or names a table that there is not
     */
    public static ReadOnlyQuery of(String text, Collection<String> known) {
        ReadOnlyQuery query = new ReadOnlyQuery(text, known);
        // ${…} stands for itself here, as it does where the query runs.
        SQLConf.get().setConfString("spark.sql.variable.substitute", "false");
        LogicalPlan plan;
        try {
            plan = new SparkSqlParser().parsePlan(text);
        } catch (Exception e) {
            // Scala throws this checked exception without declaring it.
            if (e instanceof ParseException) {
                throw refused(
                        "sql: " + SqlErrors.firstLine(e)
                                + ". Correct the query. `smssev tables` lists tables, views and columns.",
                        e);
            }
            throw e;
        }
        query.names(plan);
        query.check(plan);
        return query;
    }

    /** The query as it was given. */
    public String text() {
        return text;
    }

    /** The tables and views that it reads. */
    public Set<String> reads() {
        return read;
    }

    /** Finds the names that WITH gives. */
    private void names(TreeNode<?> node) {
        if (node instanceof UnresolvedWith with) {
            CollectionConverters.asJava(with.cteRelations())
                    .forEach(cte -> named.add(cte._1().toLowerCase(Locale.ROOT)));
        }
        below(node).forEach(this::names);
    }

    private void check(TreeNode<?> node) {
        if (node instanceof LogicalPlan plan) {
            plan(plan);
        } else if (node instanceof UnresolvedFunction function) {
            function(CollectionConverters.asJava(function.nameParts()));
        } else if (node instanceof UnresolvedGenerator generator) {
            function(List.of(generator.name().funcName()));
        } else if (node instanceof ExpressionWithUnresolvedIdentifier) {
            throw refused("sql: IDENTIFIER(…) is not supported. Write the name itself.");
        }
        below(node).forEach(this::check);
    }

    private void plan(LogicalPlan plan) {
        String part = plan.getClass().getSimpleName().replace("$", "");
        if (!HarmlessSql.PARTS.contains(part)) {
            throw refused(
                    part.equals("RelationTimeTravel")
                            ? "sql: VERSION AS OF and TIMESTAMP AS OF are not supported. Name a run with --run instead."
                            : "sql: statement not allowed (" + part
                                    + "). Use SELECT, WITH, VALUES, DESCRIBE or EXPLAIN; sql only reads.");
        }
        if (plan instanceof UnresolvedRelation relation) {
            if (!relation.options().isEmpty() || relation.isStreaming()) {
                throw refused("sql: table options are not supported (" + relation.tableName() + "). Leave them out.");
            }
            relation(CollectionConverters.asJava(relation.multipartIdentifier()));
        } else if (plan instanceof UnresolvedTableOrView relation) {
            relation(CollectionConverters.asJava(relation.multipartIdentifier()));
        } else if (plan instanceof UnresolvedTableValuedFunction function) {
            List<String> name = CollectionConverters.asJava(function.name());
            if (name.size() > 1 || !HarmlessSql.TABLE_FUNCTIONS.contains(lower(name))) {
                throw refused("sql: " + String.join(".", name) + " is not an allowed table function. Use one of "
                        + String.join(", ", new TreeSet<>(HarmlessSql.TABLE_FUNCTIONS)) + ".");
            }
        }
    }

    private void function(List<String> name) {
        if (HarmlessSql.REFLECTION.contains(lower(name))) {
            throw refused("sql: function " + String.join(".", name) + " calls code outside of SQL. Leave it out.");
        }
        if (HarmlessSql.WITH_FILES.contains(lower(name))) {
            throw refused("sql: function " + String.join(".", name) + " may read files. Leave it out.");
        }
    }

    private void relation(List<String> parts) {
        String name = String.join(".", parts).toLowerCase(Locale.ROOT);
        boolean isPlain = parts.stream().noneMatch(part -> part.contains("."));
        if (parts.size() == 1 && named.contains(name)) {
            return;
        }
        if (parts.size() != 2 || !isPlain || !known.contains(name)) {
            throw refused("sql: no such table or view (" + String.join(".", parts) + "). " + nearest(parts));
        }
        read.add(name);
    }

    /** Names to try: those of the schema, those alike in another one, or the schemas. */
    private String nearest(List<String> parts) {
        String first = parts.get(0).toLowerCase(Locale.ROOT);
        String last = lower(parts);
        List<String> near = known.stream()
                .filter(name -> name.startsWith(first + ".") || name.endsWith("." + last))
                .sorted()
                .toList();
        if (!near.isEmpty()) {
            return "Similar names are " + String.join(", ", near) + ".";
        }
        List<String> schemas = known.stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .distinct()
                .sorted()
                .toList();
        return "`smssev tables` lists all of them. The schemas are " + String.join(", ", schemas) + ".";
    }

    private static String lower(List<String> parts) {
        return parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    }

    /** Children, expressions, and the plans within expressions, commands and WITH. */
    private static List<TreeNode<?>> below(TreeNode<?> node) {
        List<TreeNode<?>> below = new ArrayList<>();
        below.addAll(CollectionConverters.asJava(node.children()));
        below.addAll(CollectionConverters.asJava(node.innerChildren()));
        if (node instanceof LogicalPlan plan) {
            for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
                below.add(expression);
            }
            if (plan instanceof ExplainCommand explained) {
                below.add(explained.logicalPlan());
            }
        } else if (node instanceof PlanExpression<?> nested) {
            below.add(nested.plan());
        }
        return below;
    }

    private static UserException refused(String why) {
        return refused(why, null);
    }

    private static UserException refused(String why, Throwable cause) {
        return new UserException(Exit.USAGE, why, cause);
    }
}
