package org.dabyl.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class DistrictsConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void almatyIsTheDefault() {
        assertThat(started("").find(new DistrictCode("almaty"))).isPresent();
    }

    @Test
    void theOperatorsFileReplacesIt() throws IOException {
        Path file = folder.resolve("ours.geojson");
        Files.writeString(file, new Sketch().point("ours", 71.4, 51.1, "").text());

        assertThat(started(file.toString()).all()).hasSize(1);
    }

    @Test
    void aWrongFileEndsTheStartWithASentenceAndNoStackTrace(CapturedOutput output) throws IOException {
        Path file = folder.resolve("ours.geojson");
        Files.writeString(
                file,
                new Sketch().point("ours", 71.4, 51.1, "\"parent\": \"city\"").text());

        assertThatThrownBy(() -> started(file.toString())).hasRootCauseInstanceOf(WrongDistrictFile.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("ours.geojson, line 3: \"ours\" names the parent \"city\", which is not in the file")
                .contains("DABYL_DISTRICTS")
                .doesNotContain("\tat ");
    }

    private static Districts started(String file) {
        SpringApplication program = new SpringApplication(DistrictsConfiguration.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of("DABYL_DISTRICTS", file)));
        program.setEnvironment(environment);
        try (ConfigurableApplicationContext context = program.run()) {
            return context.getBean(Districts.class);
        }
    }
}
