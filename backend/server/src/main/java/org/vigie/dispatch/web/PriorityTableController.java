package org.vigie.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.Refusal;
import org.vigie.access.SettingChanges;
import org.vigie.access.web.Revision;
import org.vigie.access.web.SettingBody;
import org.vigie.catalogue.Categories;
import org.vigie.catalogue.Category;
import org.vigie.catalogue.Domain;
import org.vigie.catalogue.Offers;
import org.vigie.request.Danger;
import org.vigie.request.Priorities;
import org.vigie.request.Priority;
import org.vigie.request.PriorityMatrix;
import org.vigie.request.PrioritySentences;
import org.vigie.request.PriorityTable;

/** The table of priorities: what is written for a category, its domain or everything, by danger and class of place. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/priority-table")
class PriorityTableController {

    private static final String SUBJECT = "priority-table";

    /**
     * One row of the table.
     *
     * @param written where else something is written
     */
    record RowBody(
            @Nullable String domain,
            @Nullable String category,
            List<PriorityTable.PlaceClass> placeClasses,
            List<CellBody> cells,
            List<WrittenBody> written,
            SettingBody setting) {}

    /**
     * @param danger absent: whatever danger is told
     * @param placeClassId absent: wherever it lies
     * @param written in this very cell
     * @param decided also by a cell further out; absent: as usual for the category
     */
    record CellBody(
            @Nullable Danger danger,
            @Nullable UUID placeClassId,
            @Nullable Priority written,
            @Nullable Priority decided,
            String sentence) {}

    /** How much is written for a domain or a category; neither: for everything. */
    record WrittenBody(@Nullable String domain, @Nullable String category, long cells) {}

    record WriteBody(
            @Nullable Danger danger,
            @Nullable UUID placeClassId,
            @NotNull Priority priority) {}

    /**
     * @param domain or a category, not both; neither: every category
     * @param cells all of the row; one that is not named is written no more
     */
    record ChangeBody(
            @Nullable String domain,
            @Nullable String category,
            @NotNull @Size(max = 400) List<@NotNull @Valid WriteBody> cells,
            @NotNull @Size(max = 500) String reason) {}

    /** A row that exists. */
    private record Row(Optional<Domain> domain, Optional<Category> category) {

        Optional<String> domainCode() {
            return domain.map(Domain::code);
        }

        Optional<String> categoryCode() {
            return category.map(Category::code);
        }
    }

    private final PriorityTable table;
    private final Priorities priorities;
    private final PrioritySentences sentences;
    private final Categories categories;
    private final Offers offers;
    private final SettingChanges changes;
    private final TransactionTemplate transaction;

    PriorityTableController(
            PriorityTable table,
            Priorities priorities,
            PrioritySentences sentences,
            Categories categories,
            Offers offers,
            SettingChanges changes,
            TransactionTemplate transaction) {
        this.table = table;
        this.priorities = priorities;
        this.sentences = sentences;
        this.categories = categories;
        this.offers = offers;
        this.changes = changes;
        this.transaction = transaction;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public RowBody row(
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String category) {
        return body(named(domain, category));
    }

    @PutMapping
    RowBody replace(@RequestHeader(HttpHeaders.IF_MATCH) Revision revision, @Valid @RequestBody ChangeBody body) {
        Row row = named(body.domain(), body.category());
        Map<PriorityTable.Column, Priority> cells = new LinkedHashMap<>();
        body.cells()
                .forEach(cell ->
                        cells.put(new PriorityTable.Column(cell.danger(), cell.placeClassId()), cell.priority()));
        transaction.executeWithoutResult(status -> {
            changes.note(SUBJECT, revision.number(), body.reason());
            table.replace(row.domainCode(), row.categoryCode(), cells);
        });
        return body(row);
    }

    private Row named(@Nullable String domain, @Nullable String category) {
        if (domain != null && category != null) {
            throw Refusal.invalid("scope-ambiguous");
        }
        return new Row(
                Optional.ofNullable(domain).map(this::domain),
                Optional.ofNullable(category)
                        .map(code ->
                                categories.findOffered(code).orElseThrow(() -> Refusal.invalid("reference-unknown"))));
    }

    private Domain domain(String code) {
        return offers.now().domains().stream()
                .filter(domain -> domain.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("reference-unknown"));
    }

    private RowBody body(Row row) {
        List<PriorityTable.Written> written = table.list();
        List<PriorityTable.PlaceClass> classes = table.listPlaceClasses();
        PriorityMatrix matrix = priorities.now();
        List<CellBody> cells = new ArrayList<>();
        for (Optional<PriorityTable.PlaceClass> place : places(classes)) {
            dangers().forEach(danger -> cells.add(cell(row, new At(danger, place), written, matrix)));
        }
        return new RowBody(
                row.domainCode().orElse(null),
                row.categoryCode().orElse(null),
                classes,
                cells,
                count(written),
                SettingBody.of(changes.find(SUBJECT)));
    }

    private record At(Optional<Danger> danger, Optional<PriorityTable.PlaceClass> place) {

        Optional<UUID> placeClassId() {
            return place.map(PriorityTable.PlaceClass::id);
        }
    }

    private CellBody cell(Row row, At at, List<PriorityTable.Written> written, PriorityMatrix matrix) {
        Optional<PriorityMatrix.Decided> decided = matrix.decides(new PriorityMatrix.Cell(
                row.category().map(Category::domainCode).or(row::domainCode).orElse(null),
                row.category().map(Category::id).orElse(null),
                at.danger().orElse(null),
                at.placeClassId().orElse(null)));
        Optional<Priority> own = written.stream()
                .filter(cell -> cell.domain().equals(row.domainCode())
                        && cell.category().equals(row.categoryCode())
                        && cell.danger().equals(at.danger())
                        && cell.placeClassId().equals(at.placeClassId()))
                .map(PriorityTable.Written::priority)
                .max(Comparator.naturalOrder());
        return new CellBody(
                at.danger().orElse(null),
                at.placeClassId().orElse(null),
                own.orElse(null),
                decided.map(PriorityMatrix.Decided::priority).orElse(null),
                sentence(row, at, decided));
    }

    private String sentence(Row row, At at, Optional<PriorityMatrix.Decided> decided) {
        Locale reader = LocaleContextHolder.getLocale();
        if (decided.isEmpty()) {
            return sentences.ofUsualCell(reader);
        }
        PriorityMatrix.Decided is = decided.get();
        Optional<String> place = is.placeClassId().flatMap(id -> at.place().map(PriorityTable.PlaceClass::name));
        return sentences.ofCell(is, about(row, is, reader), place, reader);
    }

    private String about(Row row, PriorityMatrix.Decided decided, Locale reader) {
        if (decided.ofCategory()) {
            return row.category().map(Category::name).orElseThrow();
        }
        return decided.ofDomain()
                ? row.domain()
                        .or(() -> row.category().map(category -> domain(category.domainCode())))
                        .map(Domain::name)
                        .orElseThrow()
                : sentences.everything(reader);
    }

    private static List<Optional<PriorityTable.PlaceClass>> places(List<PriorityTable.PlaceClass> classes) {
        return Stream.concat(
                        Stream.of(Optional.<PriorityTable.PlaceClass>empty()),
                        classes.stream().map(Optional::of))
                .toList();
    }

    private static List<Optional<Danger>> dangers() {
        return Stream.concat(
                        Stream.of(Optional.<Danger>empty()),
                        Arrays.stream(Danger.values()).map(Optional::of))
                .toList();
    }

    private static List<WrittenBody> count(List<PriorityTable.Written> written) {
        record About(Optional<String> domain, Optional<String> category) {}
        return written.stream()
                .collect(Collectors.groupingBy(
                        cell -> new About(cell.domain(), cell.category()), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new WrittenBody(
                        entry.getKey().domain().orElse(null),
                        entry.getKey().category().orElse(null),
                        Objects.requireNonNull(entry.getValue())))
                .toList();
    }
}
