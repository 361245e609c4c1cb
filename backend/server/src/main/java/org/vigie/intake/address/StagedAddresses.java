package org.vigie.intake.address;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.vigie.territory.ImportReport;

/** Addresses on their way in, in a table of the running transaction. */
@Component
class StagedAddresses {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagedAddresses(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    void open() {
        jdbc.sql("""
                        create temp table staged_address (line bigint not null, address_id text not null, house_number text not null,
                            street text not null, postcode text not null, locality text not null, label text not null,
                            folded text not null, location geometry(Point, 4326) not null, sha256 text not null) on commit drop
                        """).update();
    }

    void add(List<BanRow> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> append(row, lines));
        try {
            DataSourceUtils.getConnection(dataSource)
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged_address from stdin", new StringReader(lines.toString()));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot copy addresses", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(BanRow row, StringBuilder lines) {
        Address address = row.address();
        List<String> texts = List.of(
                row.id(),
                address.houseNumber(),
                address.street(),
                address.postcode(),
                address.locality(),
                address.label(),
                FoldedText.of(address.houseNumber(), address.street(), address.postcode(), address.locality()));
        lines.append(row.line());
        texts.forEach(text -> lines.append('\t').append(escaped(text)));
        lines.append(String.format(
                Locale.ROOT,
                "\tSRID=4326;POINT(%s %s)\t%s\n",
                address.position().longitudeDegrees(),
                address.position().latitudeDegrees(),
                row.sha256()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "");
    }

    /** Stores what is new or changed. */
    void merge(ImportReport report) {
        rejectRepeated(report);
        jdbc.sql("analyze staged_address").update();
        long staged = jdbc.sql("select count(*) from staged_address")
                .query(Long.class)
                .single();
        long updated = jdbc.sql("""
                        update intake.address a
                        set house_number = s.house_number, street = s.street, postcode = s.postcode, locality = s.locality, label = s.label,
                            folded = s.folded, location = s.location, import_sha256 = decode(s.sha256, 'hex')
                        from staged_address s
                        where a.jurisdiction_id = access.current_jurisdiction() and a.address_id = s.address_id
                          and a.import_sha256 <> decode(s.sha256, 'hex')
                        """).update();
        long created = jdbc.sql("""
                        insert into intake.address (jurisdiction_id, address_id, house_number, street, postcode, locality, label, folded,
                            location, import_sha256)
                        select access.current_jurisdiction(), address_id, house_number, street, postcode, locality, label, folded, location,
                            decode(sha256, 'hex')
                        from staged_address
                        on conflict do nothing
                        """).update();
        report.created(created);
        report.updated(updated);
        report.unchanged(staged - created - updated);
    }

    /** The first of several rows with one id counts. */
    private void rejectRepeated(ImportReport report) {
        jdbc.sql("create index on staged_address (address_id, line)").update();
        jdbc.sql("""
                        delete from staged_address s using staged_address earlier
                        where earlier.address_id = s.address_id and earlier.line < s.line
                        returning s.line, s.address_id
                        """).query(row -> {
            report.note(row.getLong("line"), row.getString("address_id") + " was in the file before; not kept");
            report.rejected(1);
        });
    }
}
