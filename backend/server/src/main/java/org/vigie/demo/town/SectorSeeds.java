package org.vigie.demo.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The 24 sectors and 4 districts as the council voted them: which pieces of ground each one takes. Metres. */
final class SectorSeeds {

    /** District names by code, in order. */
    static final Map<String, String> DISTRICTS = districts();

    private static final String CENTRE = """
            Cathédrale: 175 -247, 358 154, 125 -589
            Halles: -325 80, 182 301
            Château: -835 489
            Les Quais: -904 -357, -264 -625
            Jardin des Plantes: 702 553, 1139 595
            Les Tanneurs: 811 -201, 1229 -197""";

    private static final String NORTH = """
            Faubourg de Paris: -402 781, 273 776, 1034 1119
            Bel-Air: -624 1432
            Les Moulins: 446 1485, 1161 1436, 553 2110, 490 2869
            Nord-Rocade: -908 2019, -930 2875
            Beauregard: -1636 705, -1631 -191
            La Varenne: -2483 2004, -1979 1273""";

    private static final String EAST = """
            Sainte-Croix: 1420 2709, 1586 1957, 2389 1103
            Le Stade: 1773 733
            Les Acacias: 1887 -456
            Val de Lorne: 2759 -479, 3408 -286, 3283 1258
            Saint-Marc: 909 -764, 1519 -1015
            Les Berges: 2544 -1261, 3296 -1080, 2324 -1766""";

    private static final String SOUTH = """
            Gare: 333 -927, 876 -1413
            Les Ateliers: 645 -1709, 915 -2192, 2294 -2055, 300 -2800
            Pierre-Levée: -573 -1696, -1344 -2023, -1541 -2568
            Les Vergers: -503 -1061, -980 -985, -914 -1425
            Le Grand-Pré: -3200 -900, -2066 -1595, -2975 -1773
            Les Étangs: -2400 -700, -1798 -531, -2380 661, -3078 925""";

    private SectorSeeds() {}

    /** All sectors, S01 to S24, district by district. */
    static List<SectorSeed> all() {
        List<SectorSeed> seeds = new ArrayList<>();
        List<String> texts = List.of(CENTRE, NORTH, EAST, SOUTH);
        List<String> districts = List.copyOf(DISTRICTS.keySet());
        for (int i = 0; i < texts.size(); i++) {
            for (String line : texts.get(i).lines().toList()) {
                int number = seeds.size() + 1;
                String code = (number < 10 ? "S0" : "S") + number;
                seeds.add(SectorSeed.read(code, districts.get(i), line));
            }
        }
        return seeds;
    }

    private static Map<String, String> districts() {
        Map<String, String> districts = new LinkedHashMap<>();
        districts.put("Q1", "Centre");
        districts.put("Q2", "Nord");
        districts.put("Q3", "Est");
        districts.put("Q4", "Sud-Ouest");
        return Collections.unmodifiableMap(districts);
    }
}
