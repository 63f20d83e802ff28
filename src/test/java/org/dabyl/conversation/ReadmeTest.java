package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dabyl.smoke.Town;
import org.dabyl.store.Life;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The README says what the program has, and points at what is there. */
class ReadmeTest {

    private static final Pattern VALUE = Pattern.compile("@Value\\(\"\\$\\{(dabyl\\.[a-z-]+)");
    private static final Pattern PICTURE = Pattern.compile("]\\((src/[^)]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    @Test
    void everyCommandIsNamed() throws IOException {
        String readme = readme();
        assertThat(Town.town().program().getBeansOfType(Command.class).values())
                .flatExtracting(Command::names)
                .allSatisfy(name -> assertThat(readme).contains("`/" + name));
    }

    @Test
    void everySettingIsNamed() throws IOException {
        String readme = readme();
        assertThat(settings()).hasSizeGreaterThan(12).allSatisfy(name -> assertThat(readme)
                .contains("`" + name));
    }

    @Test
    void whatItPointsAtIsThere() throws IOException {
        assertThat(found(PICTURE, readme())).isNotEmpty().allSatisfy(match -> assertThat(Path.of(match.group(1)))
                .exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/THREATS.md"})
    void everyTestItNamesIsThere(Path document) throws IOException {
        List<Path> sources = files(Path.of("src/test/java"));
        List<MatchResult> named = found(TEST, Files.readString(document));
        assertThat(named).hasSizeGreaterThan(20);
        for (MatchResult match : named) {
            String name = match.group(1) + ".java";
            assertThat(sources).as(name).anyMatch(path -> path.endsWith(name) && holds(path, match.group(2)));
        }
    }

    @Test
    void theKeysAreThoseOfTheTableOfLives() throws IOException {
        List<String> rows = Arrays.stream(Life.values()).map(Life::row).toList();

        assertThat(readme())
                .as(
                        "the table of keys: replace its rows by those of org.dabyl.store.Life:%n%s%n",
                        String.join("\n", rows))
                .contains("| key | content | life |\n| --- | --- | --- |\n" + String.join("\n", rows) + "\n\n");
    }

    private static List<String> settings() throws IOException {
        List<String> names = new ArrayList<>();
        for (Object settings : Town.town()
                .program()
                .getBeansWithAnnotation(ConfigurationProperties.class)
                .values()) {
            String prefix = settings.getClass()
                    .getAnnotation(ConfigurationProperties.class)
                    .value();
            if (prefix.startsWith("dabyl")) {
                Arrays.stream(settings.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(name -> names.add(prefix + "." + dashed(name)));
            }
        }
        for (Path source : files(Path.of("src/main/java"))) {
            found(VALUE, Files.readString(source)).forEach(match -> names.add(match.group(1)));
        }
        return names;
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static boolean holds(Path source, String test) {
        try {
            return test == null || Files.readString(source).contains("void " + test + "(");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
