package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.territory.ImportCounts;
import org.vigie.territory.ImportReport;
import org.vigie.territory.SourceFile;
import org.vigie.territory.asset.AssetImport;
import org.vigie.territory.remote.RemoteFeatures;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** One town keeps its things in step with another town's OGC API, over real HTTP. */
@ServiceTest
class AssetsInStepTest {

    private static final AssetImport.Order LAMPS =
            new AssetImport.Order("lamp", new AssetImport.Fields("code", "name"), false);

    @LocalServerPort
    int port;

    @Autowired
    TestCity cities;

    @Autowired
    AssetImport assets;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private TestCity.City here;
    private TestCity.City there;

    @BeforeEach
    void make() {
        here = cities.make();
        there = cities.make();
        cities.inside(there.jurisdiction(), () -> jdbc.sql("""
                                insert into territory.asset (jurisdiction_id, asset_id, kind, code, name, location)
                                select access.current_jurisdiction(), gen_random_uuid(), 'lamp', 'L' || n, 'Rue ' || n,
                                    st_setsrid(st_makepoint(2.01 + n / 100000.0, 47.05), 4326)
                                from generate_series(1, 2345) n
                                """).update());
    }

    @Test
    void everyPageComesAndTheSecondTimeOnlyWhatChanged() throws IOException {
        assertThat(follow()).isEqualTo(new ImportCounts(2_345, 2_345, 0, 0, 0, 0, 0));
        assertThat(follow()).isEqualTo(new ImportCounts(2_345, 0, 0, 2_345, 0, 0, 0));

        cities.inside(there.jurisdiction(), () -> {
            jdbc.sql("delete from territory.asset where code = 'L7'").update();
            return jdbc.sql("update territory.asset set name = 'Rue neuve' where code = 'L8'")
                    .update();
        });

        assertThat(follow()).isEqualTo(new ImportCounts(2_344, 0, 1, 2_343, 0, 0, 0, 1));
    }

    private ImportCounts follow() throws IOException {
        Path pages = folder.resolve("pages.geojson");
        URI address = URI.create("http://127.0.0.1:%d/%s/ogc?filter=kind='lamp'"
                .formatted(port, there.jurisdiction().code()));
        try (ImportReport report =
                new ImportReport(folder.resolve("report.jsonl"), new PrintWriter(new StringWriter()))) {
            RemoteFeatures.download(new RemoteFeatures.Source(address, Optional.of("asset"), true), pages, report);
            CurrentJurisdiction.inside(here.jurisdiction(), () -> assets.run(LAMPS, new SourceFile(pages), report));
            return report.counts();
        }
    }
}
