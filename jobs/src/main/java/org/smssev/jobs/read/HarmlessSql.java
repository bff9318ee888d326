package org.smssev.jobs.read;

import java.util.Set;

/** What a query that only reads may be made of, and what it may not call. */
final class HarmlessSql {
    /** Parts of plans that queries are made of, by the names of their classes. */
    static final Set<String> PARTS = Set.of(
            "Aggregate",
            "Distinct",
            "Except",
            "Filter",
            "Generate",
            "GlobalLimit",
            "Intersect",
            "Join",
            "LateralJoin",
            "LocalLimit",
            "LocalRelation",
            "Offset",
            "OneRowRelation",
            "Pivot",
            "Project",
            "Sample",
            "Sort",
            "SubqueryAlias",
            "Union",
            "Unpivot",
            "UnresolvedHaving",
            "UnresolvedHint",
            "UnresolvedInlineTable",
            "UnresolvedQualify",
            "UnresolvedRelation",
            "UnresolvedSubqueryColumnAliases",
            "UnresolvedTableOrView",
            "UnresolvedTableValuedFunction",
            "UnresolvedTVFAliases",
            "UnresolvedWith",
            "Window",
            "WithWindowDefinition",
            // Statements that only tell.
            "DescribeColumn",
            "DescribeRelation",
            "ExplainCommand");

    /** Functions that make tables of their arguments alone. */
    static final Set<String> TABLE_FUNCTIONS = Set.of(
            "explode",
            "explode_outer",
            "inline",
            "inline_outer",
            "posexplode",
            "posexplode_outer",
            "range",
            "stack",
            "json_tuple",
            "sql_keywords");

    /** Functions that call any method of any class on the class path. */
    static final Set<String> REFLECTION = Set.of("java_method", "reflect", "try_reflect");

    /** Functions that take files by their options. */
    static final Set<String> WITH_FILES = Set.of(
            "from_avro", "from_protobuf", "from_xml", "schema_of_avro", "schema_of_xml", "to_avro", "to_protobuf");

    private HarmlessSql() {}
}
