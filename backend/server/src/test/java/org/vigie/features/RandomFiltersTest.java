package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.access.Jurisdiction;
import org.vigie.features.cql2.Cql2;
import org.vigie.features.cql2.Predicate;
import org.vigie.map.PublishedCity;
import org.vigie.testing.ServiceTest;

/** Random conditions, written and read in both encodings and answered by PostGIS, find what Java and JTS find over the same features. */
@ServiceTest
@Import({PublishedCity.class, FeatureCity.class})
class RandomFiltersTest {

    /** Of each layer; -Dvigie.filters=5000 tries ten thousand in all. */
    private static final int FILTERS = Integer.getInteger("vigie.filters", 400);

    @Autowired
    FeatureCity city;

    @ParameterizedTest
    @ValueSource(strings = {"request", "basemap"})
    void aConditionFindsWhatItMeans(String name) {
        Jurisdiction town = city.make();
        PublishedLayer layer = PublishedLayers.find(name).orElseThrow();
        List<FeatureRow> all = city.find(town, name, new Predicate.Always(true));
        FilterInJava meaning = new FilterInJava(layer, town.zone());
        RandomFilters filters = new RandomFilters(name.hashCode(), layer);
        int telling = 0;
        for (int i = 0; i < FILTERS; i++) {
            Predicate filter = filters.next();
            String text = Cql2Writer.text(filter);
            Predicate read = Cql2.parseText(text);
            assertThat(Cql2.parseJson(Cql2Writer.json(read))).as(text).isEqualTo(read);

            Set<String> meant = all.stream()
                    .filter(row -> Boolean.TRUE.equals(meaning.of(filter, row)))
                    .map(FeatureRow::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = city.find(town, name, FilterPlaces.inStorage(read, ReferenceSystem.CRS84)).stream()
                    .map(FeatureRow::id)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as(text).isEqualTo(meant);
            telling += meant.isEmpty() || meant.size() == all.size() ? 0 : 1;
        }
        System.out.println(
                FILTERS + " filters on " + name + " agree; " + telling + " find some and not all of " + all.size());
        assertThat(telling).isGreaterThan(FILTERS / 5);
    }
}
