package org.vigie.reply;

import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The letterhead of the jurisdiction that is open. */
@Repository
public class Letterheads {

    private final JdbcClient jdbc;

    Letterheads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A plain one while the town has made none. */
    @Transactional(readOnly = true)
    public Letterhead get() {
        return jdbc.sql("select * from reply.letterhead")
                .query((row, n) -> new Letterhead(
                        row.getString("address_lines"),
                        row.getString("contact_line"),
                        row.getString("place_name"),
                        Optional.ofNullable(row.getBytes("logo")).map(Letterhead.Logo::of)))
                .optional()
                .orElse(Letterhead.PLAIN);
    }

    @Transactional
    public void save(Letterhead letterhead) {
        jdbc.sql("""
                        insert into reply.letterhead (jurisdiction_id, address_lines, contact_line, place_name, logo, logo_media_type)
                        values (access.current_jurisdiction(), :address, :contact, :place, :logo, :type)
                        on conflict (jurisdiction_id) do update
                        set address_lines = :address, contact_line = :contact, place_name = :place, logo = :logo, logo_media_type = :type
                        """)
                .param("address", letterhead.address())
                .param("contact", letterhead.contact())
                .param("place", letterhead.place())
                .param("logo", letterhead.logo().map(Letterhead.Logo::bytes).orElse(null), Types.BINARY)
                .param("type", letterhead.logo().map(Letterhead.Logo::mediaType).orElse(null), Types.VARCHAR)
                .update();
    }
}
