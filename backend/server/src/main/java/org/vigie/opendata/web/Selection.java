package org.vigie.opendata.web;

import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.vigie.map.RequestFilter;
import org.vigie.map.RequestQuery;
import org.vigie.map.web.AreaParameters;
import org.vigie.map.web.FilterParameters;

/**
 * The parameters of the public list, with one difference: nothing said means everything, and {@code recent=true} what the map shows first,
 * which is open or was settled in the last 30 days.
 */
final class Selection {

    private Selection() {}

    static RequestQuery of(MultiValueMap<String, String> query) {
        FilterParameters parameters = new FilterParameters(query);
        RequestFilter filter = parameters.filter();
        return new RequestQuery(
                parameters.yesOrNo("recent") ? filter : filter.ofAllTimes(),
                new AreaParameters(parameters).area(),
                parameters.words(),
                RequestQuery.Sort.RECEIVED,
                RequestQuery.MAX_LIMIT,
                Optional.empty());
    }
}
