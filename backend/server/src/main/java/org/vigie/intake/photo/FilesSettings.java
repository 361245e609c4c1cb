package org.vigie.intake.photo;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where files that came in are kept.
 *
 * @param directory made when missing; on one file system, since files are moved into place
 */
@Validated
@ConfigurationProperties("vigie.files")
record FilesSettings(@NotNull Path directory) {}
