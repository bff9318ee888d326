package org.smssev.jobs.export;

import org.smssev.common.table.Column;
import org.smssev.common.table.Table;

/** Where a code stands in a drawing; a table of the exports only, beside those of the run. */
@Table(
        name = "export.places",
        comment = "Position, title and colour of each code in each network. Join it with measure.ipc_nodes.",
        key = {"level", "period", "ipc"})
public record Place(
        @Column("level") String level,
        @Column("period") String period,
        @Column("code") String ipc,

        @Column(value = "title of the code, if the release has one", nullable = true)
        String title,

        @Column(value = "horizontal position", min = 0, max = 1)
        double x,

        @Column(value = "vertical position", min = 0, max = 1)
        double y,

        @Column(
                value = "VOS: by the VOS layout of the level's network over all years. NEIGHBOURS: at the weighted mean"
                        + " of neighbours that have a place. RIM: on a circle, because no neighbour has a place",
                oneOf = {"VOS", "NEIGHBOURS", "RIM"})
        String placedBy,

        @Column("colour of its community, #rrggbb") String color) {}
