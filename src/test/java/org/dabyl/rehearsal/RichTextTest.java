package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RichTextTest {

    @Test
    void overlappingEntitiesAreCutAtTheirBounds() {
        assertThat(RichText.runs(content(
                        "abc",
                        "[{\"type\":\"bold\",\"offset\":0,\"length\":2},"
                                + "{\"type\":\"italic\",\"offset\":1,\"length\":2}]")))
                .extracting(run -> run.text() + ":" + run.style())
                .containsExactly("a:bold", "b:bold italic", "c:italic");
    }

    @Test
    void linksToBotsOpenInThePhoneAndOthersInTheWeb() {
        assertThat(RichText.runs(Content.text("t.me/a_bot?start=x, https://example.org/.")))
                .extracting(run -> run.kind() + " " + run.text())
                .containsExactly("BOT t.me/a_bot?start=x", "PLAIN , ", "WEB https://example.org/", "PLAIN .");
    }

    @Test
    void commandsCanBeTappedButNotInTheMiddleOfAPath() {
        assertThat(RichText.runs(Content.text("/yes or a/no")))
                .extracting(run -> run.kind() + " " + run.text())
                .containsExactly("COMMAND /yes", "PLAIN  or a/no");
    }

    @Test
    void aScriptIsNoLink() {
        assertThat(RichText.runs(content(
                        "x", "[{\"type\":\"text_link\",\"offset\":0,\"length\":1,\"url\":\"javascript:alert(1)\"}]")))
                .containsExactly(new Run("x", "", Run.Kind.PLAIN, null));
    }

    @Test
    void entitiesBeyondTheTextAreCutToIt() {
        assertThat(RichText.runs(content("ab", "[{\"type\":\"bold\",\"offset\":1,\"length\":2147483647}]")))
                .extracting(Run::text)
                .containsExactly("a", "b");
    }

    private static Content content(String text, String entities) {
        return Content.text(text).withEntities(new JsonMapper().readTree(entities));
    }
}
