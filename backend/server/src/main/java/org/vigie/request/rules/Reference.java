package org.vigie.request.rules;

/**
 * Something of the town that a rule speaks of.
 *
 * @param path where in the rule: {@code if.all[1].category[0]}
 */
public record Reference(Kind kind, String code, String path) {

    /** What it is; the column of {@code request.rule_reference} that keeps it from being deleted. */
    public enum Kind {
        CATEGORY("category_id"),
        DOMAIN("domain_id"),
        PLACE_CLASS("place_class_id"),
        SECTOR("sector_id"),
        AREA("ground_id"),
        SHIFT("shift_id"),
        CALENDAR("calendar_id"),
        TEAM("team_id"),
        ORGANISATION("organisation_id");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
