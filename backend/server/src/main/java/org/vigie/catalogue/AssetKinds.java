package org.vigie.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;

/** Which things of the town reports of a category may be about; a kind that no category names suits all of them. */
@Repository
public class AssetKinds {

    private final JdbcClient jdbc;
    private final Categories categories;

    AssetKinds(JdbcClient jdbc, Categories categories) {
        this.jdbc = jdbc;
        this.categories = categories;
    }

    /** The kinds that do not suit the category, since others name them and it does not. */
    @Transactional(readOnly = true)
    public Set<String> unsuited(UUID categoryId) {
        return Set.copyOf(
                jdbc.sql("""
                        select kind from catalogue.category_asset_kind group by kind having not bool_or(category_id = :category)
                        """).param("category", categoryId).query(String.class).list());
    }

    /**
     * Says for a kind which categories it suits, instead of those said before.
     *
     * @param codes of categories
     * @throws Refusal unknown-category
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suit(String kind, List<String> codes) {
        List<UUID> suited = codes.stream()
                .distinct()
                .map(code -> categories
                        .findOffered(code)
                        .orElseThrow(() -> Refusal.invalid("unknown-category", code))
                        .id())
                .toList();
        jdbc.sql("delete from catalogue.category_asset_kind where kind = :kind")
                .param("kind", kind)
                .update();
        for (UUID category : suited) {
            jdbc.sql("""
                            insert into catalogue.category_asset_kind (jurisdiction_id, category_id, kind)
                            values (access.current_jurisdiction(), :category, :kind)
                            """).param("category", category).param("kind", kind).update();
        }
    }
}
