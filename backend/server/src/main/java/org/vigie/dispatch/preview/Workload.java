package org.vigie.dispatch.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.team.Team;
import org.vigie.territory.Placement;
import org.vigie.territory.draft.DraftGround;

/** Last year's requests, counted for sectors and teams as the version shares them out and as the draft would. */
final class Workload {

    /** Monday to Friday, on average of a year without holidays. */
    private static final int WORKING_DAYS = 21;

    private static final double SQUARE_METRES = 1_000_000;

    private final Rules rules;
    private final Minutes work = new Minutes();
    private final Map<Object, double[]> requests = new HashMap<>();
    private final Map<Object, double[]> hours = new HashMap<>();
    private final TimeForecast times = new TimeForecast();

    private Workload(Rules rules) {
        this.rules = rules;
    }

    /** @param before where each lies by the version, in the same order */
    static Workload of(List<PastYear.Past> past, List<Placement> before, Rules rules) {
        Workload workload = new Workload(rules);
        past.forEach(each -> each.job()
                .ifPresent(job -> workload.work.add(
                        job.workMinutes(), List.of(each.request().categoryId(), Workload.class))));
        for (int i = 0; i < past.size(); i++) {
            workload.count(past.get(i), before.get(i));
        }
        return workload;
    }

    private void count(PastYear.Past past, Placement placedBefore) {
        UUID category = past.request().categoryId();
        Rules.Placed before = rules.placed(placedBefore, category);
        Rules.Placed after = rules.placed(rules.after(past.request(), placedBefore), category);
        double workHours = work.median(List.of(category, Workload.class)).orElse(0.0) / 60;
        add(0, before, workHours);
        add(1, after, workHours);
        times.add(past, before.teamId(), after.teamId());
    }

    private void add(int side, Rules.Placed placed, double workHours) {
        for (Object key : keys(placed)) {
            requests.computeIfAbsent(key, first -> new double[2])[side] += 1.0 / PastYear.MONTHS;
            hours.computeIfAbsent(key, first -> new double[2])[side] += workHours / PastYear.MONTHS;
        }
    }

    private static List<Object> keys(Rules.Placed placed) {
        List<Object> keys = new ArrayList<>(List.of(placed.teamId()));
        if (placed.sectorCode() != null) {
            keys.add(placed.sectorCode());
        }
        return keys;
    }

    List<Preview.TeamLoad> teams(Collection<Team> all) {
        return all.stream()
                .filter(team -> team.kind() == Team.Kind.REGULAR || requests.containsKey(team.id()))
                .filter(team -> team.kind() != Team.Kind.DESK)
                .map(team -> new Preview.TeamLoad(
                        new Preview.TeamName(team.id(), team.code(), team.name()),
                        team.kind(),
                        rules.coverage().teamsOfSectors().contains(team.id()),
                        pair(requests, team.id()),
                        pair(hours, team.id()),
                        (double) team.dailyCapacity() * WORKING_DAYS))
                .toList();
    }

    /** Of the version and of the draft together, those that change first. @param open by sector code, before and after */
    List<Preview.SectorLoad> sectors(Map<Object, double[]> open) {
        DraftGround ground = rules.ground();
        Map<String, String> names = new java.util.TreeMap<>();
        ground.before().forEach(piece -> names.put(piece.code(), piece.name()));
        ground.after().forEach(piece -> names.put(piece.code(), piece.name()));
        return names.entrySet().stream()
                .map(sector -> sector(sector.getKey(), sector.getValue(), open))
                .sorted(java.util.Comparator.comparing((Preview.SectorLoad sector) -> !sector.changed())
                        .thenComparing(Preview.SectorLoad::name))
                .toList();
    }

    private Preview.SectorLoad sector(String code, String name, Map<Object, double[]> open) {
        DraftGround ground = rules.ground();
        boolean changed = ground.changes().stream()
                .anyMatch(change -> change.from().equals(code) || change.to().equals(code));
        return new Preview.SectorLoad(
                code,
                name,
                changed,
                new Preview.Pair(
                        ground.squareMetresBefore().getOrDefault(code, 0.0) / SQUARE_METRES,
                        ground.squareMetresAfter().getOrDefault(code, 0.0) / SQUARE_METRES),
                pair(requests, code),
                pair(hours, code),
                pair(open, code));
    }

    Preview.Forecast forecast() {
        return times.forecast();
    }

    private static Preview.Pair pair(Map<Object, double[]> figures, Object key) {
        double[] both = figures.getOrDefault(key, new double[2]);
        return new Preview.Pair(both[0], both[1]);
    }
}
