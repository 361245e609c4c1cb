package org.vigie.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.catalogue.Category;
import org.vigie.demo.life.Coming;
import org.vigie.demo.life.Names;
import org.vigie.demo.town.Town;

/** The people of Aubrelle, for what is still to come. */
@Component
public class Habitants {

    /** Categories that nobody has the habit of reporting stay out. */
    public Coming coming(Coming.Offer offer) {
        Sheets sheets = Sheets.read();
        List<Category> usual = offer.categories().stream()
                .filter(category -> sheets.habits().categories().containsKey(category.code()))
                .toList();
        Names names = new Names(sheets.staff().firstNames(), sheets.staff().lastNames());
        return new Coming(Town.aubrelle(), sheets.habits(), names, new Coming.Offer(usual, offer.zone(), offer.seed()));
    }
}
