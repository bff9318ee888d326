package org.smssev.jobs.export;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Where a code stands in a drawing; a table of the exports only, beside those of the run. */
@Table(
        name = "export.places",
        comment = "Place, title and colour of each code of each network, to be joined with measure.ipc_nodes.",
        key = {"level", "period", "ipc"})
public record Place(
        @Column("level") String level,
        @Column("period") String period,
        @Column("code") String ipc,

        @Column(value = "title of the code, where the release has one", nullable = true)
        String title,

        @Column(value = "horizontal place", min = 0, max = 1)
        double x,

        @Column(value = "vertical place", min = 0, max = 1) double y,

        @Column(
                value =
                        "VOS by the VOS layout of the level's network over all years; NEIGHBOURS at the weighted mean of"
                                + " the neighbours placed before; RIM on a circle around, without such a neighbour",
                oneOf = {"VOS", "NEIGHBOURS", "RIM"})
        String placedBy,

        @Column("colour of its community, #rrggbb") String color) {}
