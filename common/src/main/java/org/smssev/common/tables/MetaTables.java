package org.smssev.common.tables;

import java.time.Instant;
import java.util.List;
import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Tables about the runs themselves; with grade.history, the only ones that hold run ids, times and paths. */
public final class MetaTables {
    private MetaTables() {}

    /** A version of a table. */
    public record TableVersion(
            @Column("table, stage.table") String table,
            @Column("version of the Delta table") long version) {}

    /** An input file as it was read. */
    public record InputFile(
            @Column("role of the file, e.g. the source's or list's name")
            String role,

            @Column("path as resolved") String path,
            @Column("sha256 of the bytes") String sha256,
            @Column("size in bytes") long bytes,

            @Column(
                    value =
                            "path within the folder that the setting names; the file's own name where it names the file",
                    nullable = true)
            String name) {}

    /** A setting of the resolved configuration. */
    public record Setting(
            @Column("dotted key") String key,

            @Column(value = "value as text", nullable = true)
            String value) {}

    @Table(
            name = "meta.runs",
            comment = "One row per finished run; a PUBLISHED row is what makes its tables visible to readers.",
            key = "run_id",
            append = true)
    public record Run(
            @Column("run") String runId,

            @Column(
                    value = "PUBLISHED or FAILED",
                    oneOf = {"PUBLISHED", "FAILED"})
            String status,

            @Column("release") String release,
            @Column("start") Instant startedAt,
            @Column("end") Instant endedAt,
            @Column("digest of our own code") String codeVersion,

            @Column(value = "run of an earlier release on which ingest built", nullable = true)
            String baseRun,

            @Column("version of every table of the run") List<TableVersion> tables,
            @Column("resolved configuration, flat") List<Setting> settings,
            @Column("path of the configuration file") String configFile,

            @Column(value = "what failed, for FAILED", nullable = true)
            String error,

            @Column(
                    value = "resolved configuration as a document that can be read again; secrets hidden",
                    nullable = true)
            String config) {}

    @Table(
            name = "meta.stages",
            comment = "One row per stage computed: what it read, with which settings, and what it wrote.",
            key = {"run_id", "stage"},
            append = true)
    public record StageRun(
            @Column("run that computed the stage") String runId,
            @Column("stage") String stage,

            @Column(
                    "sha256 over code version, settings, input files, input tables and base run; - and that of ingest.gates")
            String fingerprint,

            @Column("input files") List<InputFile> files,
            @Column("versions of the tables read") List<TableVersion> inputs,
            @Column("versions of the tables written") List<TableVersion> outputs,

            @Column("row counts of the tables written, in the order of outputs")
            List<RowCount> rows,

            @Column("start") Instant startedAt,
            @Column("seconds") double seconds) {}

    /** Rows of a table. */
    public record RowCount(
            @Column("table") String table, @Column("rows") long rows) {}

    @Table(
            name = "meta.quality",
            comment = "Quality checks, each with its subject.",
            key = {"run_id", "stage", "check", "subject"},
            append = true)
    public record Quality(
            @Column("run that computed the stage") String runId,
            @Column("stage") String stage,
            @Column("check") String check,

            @Column("subject: a source, file, stage or planted thing")
            String subject,

            @Column(value = "value", nullable = true) Double value,

            @Column(value = "limit it was held against", nullable = true)
            Double limit,

            @Column(
                    value = "outcome",
                    oneOf = {"INFO", "PASS", "WARN", "FAIL"})
            String outcome,

            @Column("in words") String message) {}

    @Table(
            name = "meta.method",
            comment = "The counting conventions in force: the method card.",
            key = {"run_id", "convention"},
            append = true)
    public record Convention(
            @Column("run that computed the stage") String runId,
            @Column("convention") String convention,
            @Column("stage") String stage,
            @Column("choice in force") String choice,
            @Column("what it means and where it comes from") String meaning) {}

    @Table(
            name = "meta.pruned",
            comment = "Versions of tables whose data files vacuum removed; a run that holds one can no longer be read.",
            key = {"table", "version"},
            append = true)
    public record Pruned(
            @Column("table, stage.table") String table,
            @Column("version of the Delta table") long version,
            @Column("when") Instant prunedAt) {}
}
