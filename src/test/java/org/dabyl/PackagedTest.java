package org.dabyl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped, looked at once it is built: its bill of materials names all that is in it, and no snapshot. */
class PackagedTest {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private static JarFile jar;
    private static JsonNode bill;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(System.getProperty("dabyl.jar", "target/dabyl-0.1.0.jar"));
        assertThat(jar.getEntry(BILL)).as(BILL).isNotNull();
        try (InputStream in = jar.getInputStream(jar.getEntry(BILL))) {
            bill = new JsonMapper().readTree(in);
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }

    @Test
    void theBillIsWhereWhoReadsTheJarLooksForIt() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                .isEqualTo(BILL);
        assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Format"))
                .isEqualTo("CycloneDX");
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    }

    @Test
    void theBillNamesEveryLibraryThatIsInTheJar() {
        List<String> named = StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(part -> part.path("name").asString() + "-"
                        + part.path("version").asString())
                .toList();
        List<String> libraries = jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                // what Spring Boot unpacks the jar with, which is none of ours
                .filter(name -> !name.contains("/spring-boot-jarmode-tools-"))
                .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
                .toList();

        assertThat(libraries)
                .hasSizeGreaterThan(40)
                // a jar of its own beside the library: a classifier follows the version
                .allMatch(library -> named.stream().anyMatch(name -> (library + "-").startsWith(name + "-")));
    }

    @Test
    void noSnapshotIsInIt() {
        assertThat(bill.toString()).contains("\"tink\"").doesNotContainIgnoringCase("snapshot");
        assertThat(jar.stream().map(entry -> entry.getName())).noneMatch(name -> name.contains("SNAPSHOT"));
    }
}
