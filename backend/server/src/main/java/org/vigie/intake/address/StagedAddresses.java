package org.vigie.intake.address;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.vigie.access.database.CopyRows;
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
        try (CopyRows staged = new CopyRows(dataSource, "staged_address")) {
            rows.forEach(row -> append(row, staged));
        }
    }

    private static void append(BanRow row, CopyRows staged) {
        Address address = row.address();
        staged.row(
                row.line(),
                row.id(),
                address.houseNumber(),
                address.street(),
                address.postcode(),
                address.locality(),
                address.label(),
                FoldedText.of(address.houseNumber(), address.street(), address.postcode(), address.locality()),
                address.position().toJts(),
                row.sha256());
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
