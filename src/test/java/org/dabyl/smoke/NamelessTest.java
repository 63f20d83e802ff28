package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A copy of the database names nobody and tells nothing that anybody wrote; nor does the log. */
@ExtendWith(OutputCaptureExtension.class)
class NamelessTest {

    @Test
    void neitherTheDatabaseNorTheLogKnowsWhoOrWhat(CapturedOutput log) throws IOException {
        Phone supporter = town().supporter("en", "tausamaly");
        Phone organiser = town().organiser("en", "tausamaly").writes("/alert tausamaly Xylophone at noon");
        organiser.expect("Xylophone").presses("Send");
        supporter.expect("Xylophone").presses("10 min").expect("coming in 10 min");
        organiser.writes("/update Zeppelin at the school").waitFor("News on its way");
        supporter.expect("Zeppelin");
        organiser.writes("/standdown Quokka has gone").waitFor("over");
        supporter.expect("Quokka");

        for (String needle : needles(supporter.id(), organiser.id())) {
            assertThat(database()).as(needle).doesNotContain(needle);
            assertThat(log.getAll()).as(needle).doesNotContain(needle);
        }
    }

    private static List<String> needles(long... people) {
        Stream<String> ids = Stream.of(people[0], people[1])
                .flatMap(id -> Stream.of(
                        Long.toString(id),
                        Long.toHexString(id),
                        binary(id),
                        Base64.getEncoder().encodeToString(binary(id).getBytes(StandardCharsets.ISO_8859_1))));
        return Stream.concat(ids, Stream.of("Xylophone", "Zeppelin", "Quokka", "first_name"))
                .toList();
    }

    private static String binary(long id) {
        return new String(ByteBuffer.allocate(Long.BYTES).putLong(id).array(), StandardCharsets.ISO_8859_1);
    }

    /** Everything that Redis wrote to the disk: its append-only file holds every command as it came. */
    private static String database() throws IOException {
        Path data = Path.of(town().program().getEnvironment().getRequiredProperty("dabyl.data"));
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(data.resolve("appendonlydir"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all).as("the append-only file").contains("supporters");
        return all.toString();
    }
}
