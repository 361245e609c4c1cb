package org.vigie.territory;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.CopyRows;
import org.vigie.territory.topology.Piece;

/** Sectors on their way in: in a table of the transaction's own, compared with what is published and published from there. */
@Component
class StagedSectors {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagedSectors(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    void fill(List<Piece> pieces) {
        jdbc.sql("""
                        create temp table staged_sector (code text primary key, name text not null, priority int not null,
                            shape geometry(MultiPolygon, 4326) not null) on commit drop
                        """).update();
        try (CopyRows rows = new CopyRows(dataSource, "staged_sector")) {
            pieces.forEach(piece -> rows.row(piece.code(), piece.name(), piece.priority(), piece.shape()));
        }
        jdbc.sql("analyze staged_sector").update();
    }
}
